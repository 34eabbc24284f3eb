/**
 * Pay, evaluations, disciplines and ends of terms of those who serve in Thanh Ba on the as-of day, so that lists of what is
 * due and sessions for steps of pay have something to say. Nothing of it moves a published figure.
 *
 * Drawn from a source of its own: whoever is drawn before has the same life with it as without.
 */
import { shippedGrade, shippedScales } from "../catalog/pay";
import { shippedPosts } from "../catalog/posts";
import { coefficientOf, type SalaryScale, shippedOverTop } from "../career/salary-steps";
import { addMonthsToDate } from "../domain/months";
import { earliestDay, packedToIso } from "../domain/partial-date";
import type { EvaluationGrade } from "../domain/values";
import { type DayNumber, dayNumber, dayOfIso, isoDay, years } from "./calendar";
import type { NextId } from "./ids";
import { textOf } from "../domain/checks/reading";
import type { SamplePostKey } from "./posts";
import type { Random } from "./random";
import { termEnd } from "./thanh-ba-career";
import type { FurtherRow, SamplePerson, SampleRow } from "./types";

const asOf = dayNumber(2021, 10, 1);
const asOfIso = "2021-10-01";
const packedAsOf = 20_211_001;
const evaluatedYears = [2018, 2019, 2020] as const;
/** Rows of pay that a file holds: the one paid by now and what came before it. */
const mostRows = 3;

const postKeys = new Map(shippedPosts.map(({ id, key }) => [id, key]));

interface Paid {
  readonly grade: string;
  readonly scale: SalaryScale;
}

/** One step or rise of the allowance, from a day on. */
interface Held {
  readonly from: string;
  readonly step: number;
  readonly percent: number;
}

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
    const main = mainOn(person);
    if (main === null) return person;
    const assignments = person.assignments.map(withTerm);
    const paid = paidBy(person);
    const since = paidSince(random, person, main);
    const chain = paid === null ? [] : chainOf(paid.scale, since);
    const now = chain.at(-1);
    // Steps of long ago leave room for what puts off the next one.
    const isOld = now !== undefined && dayOfIso(now.from) < asOf - longAgo && !cameSince(person, longAgo);
    const at = isOld ? specials.pop() : undefined;
    const further = [
      ...payRows(random, nextId, person.id, paid, chain, at === "mistake"),
      ...(at === "discipline" ? [disciplineRow(random, nextId, person.id)] : []),
      ...evaluationRows(random, nextId, person.id, since, at === "failedYear"),
    ];
    return { ...person, assignments, further: [...person.further, ...further] };
  });
}

/** Whether a post was come to in the days before the as-of day or later: nobody is promoted while a discipline is in force. */
function cameSince({ assignments }: SamplePerson, days: number): boolean {
  return assignments.some(
    (row) => dayOfIso(packedToIso(earliestDay(textOf(row.fields, "from")))) > asOf - days,
  );
}

function specialsOf(place: number): Special[] {
  return [
    ...(place === 3 || place === 11 ? (["mistake"] as const) : []),
    ...(place % 4 === 1 ? (["discipline"] as const) : []),
    ...(place % 6 === 2 ? (["failedYear"] as const) : []),
  ];
}

/** The main assignment on the as-of day; null for whoever left before or came after. */
function mainOn({ assignments }: SamplePerson): SampleRow<"assignment"> | null {
  return assignments.find((row) => row.fields.main === true && holdsOnDay(row)) ?? null;
}

function holdsOnDay(row: SampleRow<"assignment">): boolean {
  const to = textOf(row.fields, "to");
  return (
    earliestDay(textOf(row.fields, "from")) <= packedAsOf && (to === null || earliestDay(to) > packedAsOf)
  );
}

/** Whoever is elected holds the post for the running term; whoever is appointed, for five years that are renewed. */
function withTerm(row: SampleRow<"assignment">): SampleRow<"assignment"> {
  const { kind } = row.fields;
  if (!holdsOnDay(row) || (kind !== "elected" && kind !== "appointed")) return row;
  // Keys of the catalog that no post of the sample has are held by nobody here.
  const post = postKeys.get(textOf(row.fields, "post") ?? "") as SamplePostKey | undefined;
  const end = post === undefined ? null : termEnd(post);
  return {
    ...row,
    fields: { ...row.fields, termUntil: end === null ? renewedUntil(row) : isoDay(end) },
  };
}

function renewedUntil(row: SampleRow<"assignment">): string {
  let day = dayOfIso(packedToIso(earliestDay(textOf(row.fields, "from"))));
  while (day <= asOf) day += years(5);
  return isoDay(day - 1);
}

const gradesOf: Readonly<Record<string, string>> = {
  intermediate: "01.005",
  college: "01.004",
  university: "01.003",
  master: "01.003",
  doctor: "01.003",
};
const byHeight = ["elementary", "intermediate", "college", "university", "master", "doctor"];

/** By the highest level on record; null: paid by no grade, as elected people without training are. */
function paidBy(person: SamplePerson): Paid | null {
  const levels = person.qualifications
    .filter(
      (row) => row.fields.kind === "professional" && earliestDay(textOf(row.fields, "granted")) <= packedAsOf,
    )
    .map((row) => byHeight.indexOf(textOf(row.fields, "level") ?? ""));
  const level = byHeight[Math.max(-1, ...levels)];
  const isAccountant = person.assignments.some(
    (row) => holdsOnDay(row) && postKeys.get(textOf(row.fields, "post") ?? "") === "financeAccounting",
  );
  const usual = gradesOf[level ?? "intermediate"];
  const grade = isAccountant && usual === "01.003" ? "06.031" : usual;
  const scale = shippedScales.find(({ key }) => key === shippedGrade(grade ?? "")?.scale);
  return grade === undefined || scale === undefined ? null : { grade, scale };
}

/** The first day of being paid by a scale: a công chức by recruitment, the others also from other service before. */
function paidSince(random: Random, person: SamplePerson, main: SampleRow<"assignment">): DayNumber {
  const firsts = person.assignments
    .filter((row) => postKeys.get(textOf(row.fields, "post") ?? "") !== undefined)
    .map((row) => dayOfIso(packedToIso(Math.max(earliestDay(textOf(row.fields, "from")), 19_500_101))));
  const first = Math.min(...firsts);
  const born = dayOfIso(packedToIso(earliestDay(textOf(person.fields, "birth"))));
  const isElected = main.fields.kind === "elected";
  const earlier = isElected ? random.between(0, Math.max(0, first - born - years(25))) : 0;
  return Math.min(first - earlier, asOf - 60);
}

/** Every step since a day: one after the months of the scale, then the allowance beyond the top. Oldest first. */
function chainOf(scale: SalaryScale, since: DayNumber): Held[] {
  const held: Held[] = [];
  let next: Held = { from: isoDay(since), step: 1, percent: 0 };
  while (next.from <= asOfIso) {
    held.push(next);
    const { step, percent } = next;
    const isTop = step === scale.steps;
    const from = addMonthsToDate(next.from, percent > 0 ? shippedOverTop.months : scale.months);
    if (from === null) break;
    const rise = percent > 0 ? percent + shippedOverTop.risePercent : shippedOverTop.firstPercent;
    next = isTop ? { from, step, percent: rise } : { from, step: step + 1, percent: 0 };
  }
  return held;
}

function payRows(
  random: Random,
  nextId: NextId,
  official: string,
  paid: Paid | null,
  chain: readonly Held[],
  isMistaken: boolean,
): FurtherRow[] {
  if (paid === null) {
    const fields = { official, kind: "placed", coefficient: 175, from: isoDay(asOf - years(2)) };
    return [{ entity: "salary", id: nextId(), fields }];
  }
  const kept = chain.slice(-mostRows);
  return kept.map(({ from, step, percent }, at) => {
    const coefficient = coefficientOf(paid.scale, step) ?? paid.scale.first;
    const isLast = at === kept.length - 1;
    const fields = {
      official,
      from,
      kind: percent > 0 ? "overTop" : step === 1 ? "placed" : "regular",
      grade: paid.grade,
      step,
      // A typist's slip of one figure.
      coefficient: isMistaken && isLast ? coefficient + 3 : coefficient,
      ...(percent > 0 ? { overPercent: percent, overFrom: from } : {}),
      ...(isLast ? { decisionNumber: `${random.between(21, 1980)}/QĐ-UBND` } : {}),
      ...(isLast ? { decisionDate: isoDay(dayOfIso(from) - random.between(1, 12)) } : {}),
    };
    return { entity: "salary" as const, id: nextId(), fields };
  });
}

function disciplineRow(random: Random, nextId: NextId, official: string): FurtherRow {
  const from = isoDay(asOf - random.between(60, 400));
  const form = random.percent(70) ? "reprimand" : "warning";
  const fields = {
    official,
    side: "government",
    form,
    from,
    offence: "Chậm giải quyết hồ sơ của công dân",
    decidedBy: "Chủ tịch UBND huyện Thanh Ba",
    decisionNumber: `${random.between(21, 1980)}/QĐ-UBND`,
    decisionDate: from,
  };
  return { entity: "discipline", id: nextId(), fields };
}

/** One a year from the first year that somebody served whole. */
function evaluationRows(
  random: Random,
  nextId: NextId,
  official: string,
  since: DayNumber,
  hasFailed: boolean,
): FurtherRow[] {
  return evaluatedYears
    .filter((year) => since < dayNumber(year, 7, 1))
    .map((year) => {
      const grade = hasFailed && year === 2020 ? "notCompleted" : usualGrade(random);
      const fields = { official, year, period: "year", grade };
      return { entity: "evaluation" as const, id: nextId(), fields };
    });
}

function usualGrade(random: Random): EvaluationGrade {
  const draw = random.below(100);
  if (draw < 14) return "excellent";
  return draw < 84 ? "good" : "completed";
}
