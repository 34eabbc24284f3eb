/**
 * Texts that a spreadsheet program takes for a formula, or for a call as old programs write it, where it opens them from a
 * file of plain text. Whoever writes such a file marks them with an apostrophe, and whoever reads one takes it away: both
 * ask here, so that what was written is what is read.
 */

/** Programs of the Far East take the wide signs for them too. */
const begun = /^[\s']*[=+\-@\t\r|＝＋－＠｜﹦﹢﹣﹫−]/u;

export function mayBeFormula(text: string): boolean {
  return begun.test(text);
}
