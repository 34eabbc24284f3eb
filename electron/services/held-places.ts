/**
 * Whoever was changed in the list stays where the eye is, until the list is put in order anew: as in a spreadsheet, whose
 * rows do not run away from a hand that types. Pure; who is held, and behind whom, is said with the order.
 */

/** @param behind who stood before them; null: nobody */
export interface HeldPerson {
  readonly person: number;
  readonly behind: number | null;
}

/**
 * A sorted list with some people at their held places.
 * @param held one who is not in the list is left out, and one behind somebody who is not stands where the order puts them
 */
export function withHeld(people: Int32Array, held: readonly HeldPerson[]): Int32Array {
  const present = new Set(people);
  const placed = held.filter(
    ({ person, behind }) => present.has(person) && (behind === null || present.has(behind)),
  );
  if (placed.length === 0) return people;
  const after = new Map<number | null, number[]>();
  for (const { person, behind } of placed) after.set(behind, [person, ...(after.get(behind) ?? [])]);
  const moved = new Set(placed.map(({ person }) => person));
  const found: number[] = [];
  const put = (from: number | null) => {
    for (const person of after.get(from) ?? []) {
      found.push(person);
      put(person);
    }
  };
  put(null);
  for (const person of people) {
    if (moved.has(person)) continue;
    found.push(person);
    put(person);
  }
  // People that stand behind each other in a ring stand nowhere.
  return found.length === people.length ? Int32Array.from(found) : people;
}
