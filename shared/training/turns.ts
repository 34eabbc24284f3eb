/**
 * Turns against people: how many times somebody was taught, and how many people that were.
 *
 * Invariants:
 * - turns are learners' rows and the turns of learners elsewhere together; people are those on this roster, each once,
 *   however many classes they were in. Learners elsewhere are nobody who could be told apart, so they are in no number of
 *   people, and the two numbers are never added or divided
 * - who never came is no turn
 */
import { textOf, type RowFields } from "../domain/checks/reading";
import { earliestDay, latestDay, type PackedDay } from "../domain/partial-date";

/** A class with the people of this roster who are in it, by any key that tells them apart. */
export interface TaughtClass<Person> {
  readonly fields: RowFields;
  readonly learners: readonly { readonly person: Person; readonly result: string | null }[];
}

export interface TrainingCount {
  readonly classes: number;
  readonly turns: number;
  /** Of the turns, those of learners who are not on this roster. */
  readonly elsewhere: number;
  readonly people: number;
}

/**
 * Whether a class may run on some day of a time: a class without an end is one of its first day, and one without any day is
 * in no time.
 */
export function isWithin(course: RowFields, from: PackedDay, to: PackedDay): boolean {
  const first = textOf(course, "from") ?? textOf(course, "to");
  const last = textOf(course, "to") ?? first;
  return first !== null && last !== null && earliestDay(first) <= to && latestDay(last) >= from;
}

/** @param classes those that are counted */
export function countTraining<Person>(classes: Iterable<TaughtClass<Person>>): TrainingCount {
  const people = new Set<Person>();
  let [count, here, elsewhere] = [0, 0, 0];
  for (const { fields, learners } of classes) {
    count++;
    // Two offices may each have written that somebody was there.
    const there = new Set(learners.flatMap(({ person, result }) => (result === "absent" ? [] : [person])));
    here += there.size;
    for (const person of there) people.add(person);
    const { learnersElsewhere } = fields;
    if (typeof learnersElsewhere === "number") elsewhere += learnersElsewhere;
  }
  return { classes: count, turns: here + elsewhere, elsewhere, people: people.size };
}
