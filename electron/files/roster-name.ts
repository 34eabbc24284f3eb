/**
 * The ending of a roster's name. Windows and sticks from old cameras write it in capitals, and it is the same file then.
 */
const ending = /\.scb$/i;

/** Whether a file name or path ends as rosters do. */
export function isRosterName(path: string): boolean {
  return ending.test(path);
}

/** The roster among the words that a program was started with: the last one, as options of the system come first. */
export function rosterIn(words: readonly string[]): string | null {
  return words.findLast((word) => !word.startsWith("--") && isRosterName(word)) ?? null;
}

/** A path with the ending of rosters, which is put there where it lacks. */
export function withRosterEnding(path: string): string {
  return isRosterName(path) ? path : `${path}.scb`;
}
