/**
 * Pay, evaluations, disciplines and ends of terms of those who serve in Thanh Ba on the as-of day, so that lists of what is
 * due and sessions for steps of pay have something to say. Nothing of it moves a published figure.
 *
 * Drawn from a source of its own: whoever is drawn before has the same life with it as without.
 */
import { textOf } from "../domain/checks/reading";
import { earliestDay, packedToIso } from "../domain/partial-date";
import { dayNumber, dayOfIso, isoDay } from "./calendar";
import type { NextId } from "./ids";
import {
  chainOf,
  disciplineRow,
  evaluationRows,
  holdsOn,
  mainOn,
  paidBy,
  paidSince,
  payRows,
  postKeyOf,
  renewedUntil,
  type SampleDay,
} from "./pay-steps";
import type { Random } from "./random";
import { termEnd } from "./thanh-ba-career";
import type { SamplePerson, SampleRow } from "./types";

const asOf: SampleDay = { iso: "2021-10-01", packed: 20_211_001, day: dayNumber(2021, 10, 1) };
const evaluatedYears = [2018, 2019, 2020] as const;
const failedYear = 2020;
/** Rows of pay that a file holds: the one paid by now and what came before it. */
const mostRows = 3;

/** Days, more than a discipline of the sample is in force for. */
const longAgo = 420;

/** What is special about one of a commune: two mistakes in the district, a discipline or a failed year here and there. */
type Special = "mistake" | "discipline" | "failedYear";

/**
 * The people with what the file says of their service.
 * @param place of the commune in the district, from 0
 */
export function withPay(
  random: Random,
  nextId: NextId,
  people: readonly SamplePerson[],
  place: number,
): SamplePerson[] {
  const specials = specialsOf(place);
  return people.map((person) => {
    const main = mainOn(person, asOf);
    if (main === null) return person;
    const assignments = person.assignments.map(withTerm);
    const paid = paidBy(person, asOf);
    const since = paidSince(random, person, main, asOf);
    const chain = paid === null ? [] : chainOf(paid.scale, since, asOf);
    const now = chain.at(-1);
    // Steps of long ago leave room for what puts off the next one.
    const isOld = now !== undefined && dayOfIso(now.from) < asOf.day - longAgo && !cameSince(person, longAgo);
    const at = isOld ? specials.pop() : undefined;
    const writer = { random, nextId, asOf, official: person.id };
    const further = [
      ...payRows(writer, paid, chain.slice(-mostRows), at === "mistake"),
      ...(at === "discipline" ? [disciplineRow(writer, "Chủ tịch UBND huyện Thanh Ba")] : []),
      ...evaluationRows(writer, evaluatedYears, since, at === "failedYear" ? failedYear : null),
    ];
    return { ...person, assignments, further: [...person.further, ...further] };
  });
}

/** Whether a post was come to in the days before the as-of day or later: nobody is promoted while a discipline is in force. */
function cameSince({ assignments }: SamplePerson, days: number): boolean {
  return assignments.some(
    (row) => dayOfIso(packedToIso(earliestDay(textOf(row.fields, "from")))) > asOf.day - days,
  );
}

function specialsOf(place: number): Special[] {
  return [
    ...(place === 3 || place === 11 ? (["mistake"] as const) : []),
    ...(place % 4 === 1 ? (["discipline"] as const) : []),
    ...(place % 6 === 2 ? (["failedYear"] as const) : []),
  ];
}

/** Whoever is elected holds the post for the running term; whoever is appointed, for five years that are renewed. */
function withTerm(row: SampleRow<"assignment">): SampleRow<"assignment"> {
  const { kind } = row.fields;
  if (!holdsOn(row, asOf) || (kind !== "elected" && kind !== "appointed")) return row;
  const post = postKeyOf(row);
  const end = post === undefined ? null : termEnd(post);
  const termUntil = end === null ? renewedUntil(row, asOf) : isoDay(end);
  return { ...row, fields: { ...row.fields, termUntil } };
}
