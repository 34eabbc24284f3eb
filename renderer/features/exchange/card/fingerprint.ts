/**
 * The fingerprint as a clerk types it from paper: eight groups of five digits. Blanks and dashes mean nothing; which
 * groups are wrong is told only after all are typed, so that nobody finds the digits by trying.
 */
const groupCount = 8;
export const groupLength = 5;

/** The groups of a whole fingerprint. */
export function groupsOf(fingerprint: string): string[] {
  return fingerprint.split("-");
}

export const noGroups: readonly string[] = Array.from({ length: groupCount }, () => "");

/**
 * Typed or pasted text put in from one group on: five digits a group, the rest into those that follow.
 * @returns the groups and where typing goes on
 */
export function withTyped(
  groups: readonly string[],
  place: number,
  text: string,
): { readonly groups: readonly string[]; readonly next: number } {
  const digits = text.replace(/\D/g, "");
  const parts = digits.match(new RegExp(`\\d{1,${groupLength}}`, "g")) ?? [""];
  const room = parts.slice(0, groupCount - place);
  const filled = groups.map((group, n) => room[n - place] ?? group);
  const last = place + room.length - 1;
  const full = (filled[last] ?? "").length === groupLength;
  return { groups: filled, next: Math.min(groupCount - 1, full ? last + 1 : last) };
}

export function isComplete(groups: readonly string[]): boolean {
  return groups.every((group) => group.length === groupLength);
}

/** Places, from 0 on, of groups that differ from the card's; none while a group is not complete. */
export function wrongGroups(groups: readonly string[], fingerprint: string): number[] {
  if (!isComplete(groups)) return [];
  return groupsOf(fingerprint).flatMap((group, place) => (group === groups[place] ? [] : [place]));
}
