/** Puts values into a printed text. Documents do not go through the screen's translator: it speaks its language. */

/**
 * "Tính đến {{day}}" with its values.
 * @throws RangeError when the text names a value that is not given: a document must not print a gap
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_match, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new RangeError(`Nothing given for ${name}`);
    return value;
  });
}
