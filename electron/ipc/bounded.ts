/**
 * How much one call of the window may bring before it is looked at: a page that somebody took over could send a list of
 * four thousand million holes, which costs it nothing and would take all memory of the main process to be refused.
 */

/** More than the largest save or list of files ever needs. */
const mostParts = 500_000;
const mostLetters = 32 << 20;
const deepest = 100;

/** @param raw whatever came, in circles too */
export function isBounded(raw: unknown): boolean {
  let parts = 0;
  let letters = 0;
  const open: (readonly [unknown, number])[] = [[raw, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value === "string") letters += value.length;
    if (ArrayBuffer.isView(value)) letters += value.byteLength;
    else if (typeof value === "object" && value !== null) {
      // A list counts its holes: whoever goes through it meets them.
      const within = Array.isArray(value) ? value.length : Object.keys(value).length;
      parts += within;
      if (parts > mostParts || depth >= deepest) return false;
      for (const [key, part] of Object.entries(value)) {
        letters += key.length;
        open.push([part, depth + 1]);
      }
    }
    if (letters > mostLetters) return false;
  }
  return true;
}
