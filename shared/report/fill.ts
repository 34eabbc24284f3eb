/** Puts values into a printed text. Documents do not go through the screen's translator: it speaks its language. */
import { FormProblem } from "./problem";

/**
 * "Tính đến {{day}}" with its values.
 * @throws FormProblem when the text names a value that is not given: a document must not print a gap
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new FormProblem(place);
    return value;
  });
}
