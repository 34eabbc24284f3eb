/** What two lines, or a line and a record, must share to be about one person; and what says that they are not. */

/** Two numbers of one kind are two people's; a CMND and a CCCD may be one person's. */
export function areTwoNumbers(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.length === other.length && one !== other;
}

/** One of two dates may be less precise; neither is missing. */
export function isSameBirth(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && (one.startsWith(other) || other.startsWith(one));
}
