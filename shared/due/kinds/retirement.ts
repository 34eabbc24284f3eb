/**
 * Retirement by age, and the two days before it that an office must not miss: notice in writing and decision. Both ways
 * to say the day are given, since offices confuse them: see shared/domain/retirement-dates.ts.
 */
import type { DueReason } from "../../domain/due";
import { type PackedDay, packedToIso, parsePartialDate } from "../../domain/partial-date";
import { type Retirement, retirementOf } from "../../domain/retirement-dates";
import { sexes } from "../../domain/values";
import { type DueFindings, type DuePerson, type DueReader, itemOn, nothingDue, staffKind } from "../types";

type Known = Extract<Retirement, { kind: "known" }>;

/** Anybody of whom the age is known, whatever their kind of post: the age of the pension is the same for all. */
export const retirement: DueReader = (person) =>
  found(
    person,
    ({ birthPrecision }) => (birthPrecision === "year" ? "retirementByYear" : "retirement"),
    "lastDay",
  );

/** Điều 62 of NĐ 170/2025/NĐ-CP and Điều 59 of NĐ 115/2020/NĐ-CP ask it of cán bộ, công chức and viên chức. */
export const retirementNotice: DueReader = (person) =>
  isNotified(person) ? found(person, () => "retirementNotice", "noticeDay") : nothingDue;

export const retirementDecision: DueReader = (person) =>
  isNotified(person) ? found(person, () => "retirementDecision", "decisionDay") : nothingDue;

/** Somebody whose post is not known is rather told of than forgotten. */
function isNotified(person: DuePerson): boolean {
  return person.category === null || staffKind(person) !== null;
}

function found(
  { fields }: DuePerson,
  reasonOf: (known: Known) => DueReason,
  day: "lastDay" | "noticeDay" | "decisionDay",
): DueFindings {
  const sex = sexes.find((one) => one === fields["sex"]) ?? null;
  const birth = parsePartialDate(String(fields["birth"] ?? ""));
  const retiring = retirementOf({ sex, birth });
  if (retiring.kind === "unknown") return { items: [], missing: retiring.missing };
  const { age, lastDay, pensionFrom } = retiring;
  const params = {
    years: age.years,
    months: age.months,
    lastDay: dated(lastDay),
    pensionFrom: dated(pensionFrom),
  };
  return {
    items: [itemOn(packedToIso(retiring[day]), { key: reasonOf(retiring), params })],
    missing: [],
  };
}

function dated(day: PackedDay) {
  return { date: packedToIso(day) };
}
