/**
 * What the file of a made-up official says of their pay, disciplines and years' evaluations, as it stands on the day a
 * sample is made for: steps that follow from recruitment by the shipped scales, so that what is due can be worked out.
 */
import { shippedGrade, shippedScales } from "../catalog/pay";
import { shippedPosts } from "../catalog/posts";
import { coefficientOf, type SalaryScale, shippedOverTop } from "../career/salary-steps";
import { textOf } from "../domain/checks/reading";
import { addMonthsToDate } from "../domain/months";
import { earliestDay, packedToIso, type PackedDay } from "../domain/partial-date";
import type { EvaluationGrade } from "../domain/values";
import { type DayNumber, dayNumber, dayOfIso, isoDay, years } from "./calendar";
import type { NextId } from "./ids";
import type { SamplePostKey } from "./posts";
import type { Random } from "./random";
import type { FurtherRow, SamplePerson, SampleRow } from "./types";

/** The day a sample is made for, in the three ways in which it is counted with. */
export interface SampleDay {
  readonly iso: string;
  readonly packed: PackedDay;
  readonly day: DayNumber;
}

export interface Paid {
  readonly grade: string;
  readonly scale: SalaryScale;
}

/** One step or rise of the allowance, from a day on. */
export interface Held {
  readonly from: string;
  readonly step: number;
  readonly percent: number;
}

/** Whose rows are written, and as of when. */
export interface PayWriter {
  readonly random: Random;
  readonly nextId: NextId;
  readonly asOf: SampleDay;
  readonly official: string;
}

const postKeys = new Map(shippedPosts.map(({ id, key }) => [id, key]));

/** Keys of the catalog that no post of the sample has are held by nobody here. */
export function postKeyOf(row: SampleRow<"assignment">): SamplePostKey | undefined {
  return postKeys.get(textOf(row.fields, "post") ?? "") as SamplePostKey | undefined;
}

/** The main assignment on the as-of day; null for whoever left before or came after. */
export function mainOn({ assignments }: SamplePerson, asOf: SampleDay): SampleRow<"assignment"> | null {
  return assignments.find((row) => row.fields.main === true && holdsOn(row, asOf)) ?? null;
}

export function holdsOn(row: SampleRow<"assignment">, { packed }: SampleDay): boolean {
  const to = textOf(row.fields, "to");
  return earliestDay(textOf(row.fields, "from")) <= packed && (to === null || earliestDay(to) > packed);
}

/** The end of an appointment for five years that is renewed as long as it lasts. */
export function renewedUntil(row: SampleRow<"assignment">, asOf: SampleDay): string {
  let day = dayOfIso(packedToIso(earliestDay(textOf(row.fields, "from"))));
  while (day <= asOf.day) day += years(5);
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
export function paidBy(person: SamplePerson, asOf: SampleDay): Paid | null {
  const levels = person.qualifications
    .filter(
      (row) =>
        row.fields.kind === "professional" && earliestDay(textOf(row.fields, "granted")) <= asOf.packed,
    )
    .map((row) => byHeight.indexOf(textOf(row.fields, "level") ?? ""));
  const level = byHeight[Math.max(-1, ...levels)];
  const isAccountant = person.assignments.some(
    (row) => holdsOn(row, asOf) && postKeyOf(row) === "financeAccounting",
  );
  const usual = gradesOf[level ?? "intermediate"];
  const grade = isAccountant && usual === "01.003" ? "06.031" : usual;
  const scale = shippedScales.find(({ key }) => key === shippedGrade(grade ?? "")?.scale);
  return grade === undefined || scale === undefined ? null : { grade, scale };
}

/** The first day of being paid by a scale: a công chức by recruitment, the others also from other service before. */
export function paidSince(
  random: Random,
  person: SamplePerson,
  main: SampleRow<"assignment">,
  asOf: SampleDay,
): DayNumber {
  const firsts = person.assignments
    .filter((row) => postKeyOf(row) !== undefined)
    .map((row) => dayOfIso(packedToIso(Math.max(earliestDay(textOf(row.fields, "from")), 19_500_101))));
  const first = Math.min(...firsts);
  const born = dayOfIso(packedToIso(earliestDay(textOf(person.fields, "birth"))));
  const isElected = main.fields.kind === "elected";
  const earlier = isElected ? random.between(0, Math.max(0, first - born - years(25))) : 0;
  return Math.min(first - earlier, asOf.day - 60);
}

/** Every step since a day: one after the months of the scale, then the allowance beyond the top. Oldest first. */
export function chainOf(scale: SalaryScale, since: DayNumber, asOf: SampleDay): Held[] {
  const held: Held[] = [];
  let next: Held = { from: isoDay(since), step: 1, percent: 0 };
  while (next.from <= asOf.iso) {
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

/** @param kept the newest steps, oldest first @param isMistaken whether the last has a coefficient unlike its step */
export function payRows(
  { random, nextId, asOf, official }: PayWriter,
  paid: Paid | null,
  kept: readonly Held[],
  isMistaken: boolean,
): FurtherRow[] {
  if (paid === null) {
    const fields = { official, kind: "placed", coefficient: 175, from: isoDay(asOf.day - years(2)) };
    return [{ entity: "salary", id: nextId(), fields }];
  }
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

export function disciplineRow({ random, nextId, asOf, official }: PayWriter, decidedBy: string): FurtherRow {
  const from = isoDay(asOf.day - random.between(60, 400));
  const form = random.percent(70) ? "reprimand" : "warning";
  const fields = {
    official,
    side: "government",
    form,
    from,
    offence: "Chậm giải quyết hồ sơ của công dân",
    decidedBy,
    decisionNumber: `${random.between(21, 1980)}/QĐ-UBND`,
    decisionDate: from,
  };
  return { entity: "discipline", id: nextId(), fields };
}

/**
 * One a year from the first year that somebody served whole.
 * @param failed the year that was not completed, of whoever has one
 */
export function evaluationRows(
  { random, nextId, official }: PayWriter,
  evaluatedYears: readonly number[],
  since: DayNumber,
  failed: number | null,
): FurtherRow[] {
  return evaluatedYears
    .filter((year) => since < dayNumber(year, 7, 1))
    .map((year) => {
      const grade = year === failed ? "notCompleted" : usualGrade(random);
      const fields = { official, year, period: "year", grade };
      return { entity: "evaluation" as const, id: nextId(), fields };
    });
}

function usualGrade(random: Random): EvaluationGrade {
  const draw = random.below(100);
  if (draw < 14) return "excellent";
  return draw < 84 ? "good" : "completed";
}
