/**
 * How somebody who is nominated for a title (quy hoạch) stands: judged by the title's own standards as if they held it on
 * the day, with what else keeps them from it: a discipline in force, an age that does not last for the term.
 *
 * Sources: Quy định 50-QĐ/TW (as vietnamnet.vn P476137 tells of it): whoever is nominated for the next term must be of an
 * age to work a whole term. Disciplines: shared/career/discipline-rules.ts.
 *
 * Invariants: what is missing is never taken for fulfilled; the order of rows does not matter; who is ready is ready for
 * the whole of what is asked, each reason being told apart.
 */
import { disciplinesOn } from "../career/discipline";
import { disciplinesOf, staffKindOn } from "../career/record";
import type { FindingData } from "../contract/schemas/common";
import { type DraftRow, dateOf, type PostLookup, type RowFields, textOf } from "../domain/checks/reading";
import type { NomineeStatus } from "../domain/nominee";
import { latestDay, type PackedDay, packedToIso, parsePartialDate } from "../domain/partial-date";
import { retirementOf } from "../domain/retirement-dates";
import { postCategories, sexes } from "../domain/values";
import { judgeRows, type JudgedRow } from "../standards/read";
import type { RuleBook } from "../standards/rules";
import type { Catalog } from "../standards/types";

/** What of a record is read. */
export interface NomineeRecord {
  readonly fields: RowFields;
  readonly rows: Readonly<Record<"assignment" | "qualification", readonly JudgedRow[]>> & {
    readonly discipline: readonly DraftRow[];
    readonly keptText?: readonly DraftRow[];
  };
}

export interface NomineeContext {
  readonly today: PackedDay;
  readonly book: RuleBook;
  readonly catalog: Catalog;
  readonly postOf: PostLookup;
  /** The unit in which the person counts on the day; null: they do not serve. */
  readonly servesIn: string | null;
}

export interface NomineeReading {
  readonly status: NomineeStatus;
  /** By the standards that the title asks for; none where no post of the roster says it. */
  readonly findings: readonly FindingData[];
  /** Last day of work by age; null: not known. */
  readonly retires: PackedDay | null;
  /** Whether they work until the term ends; `unclear`: they retire in its last year, or it is not known. */
  readonly wholeTerm: "yes" | "no" | "unclear";
  /** The last day of the discipline that bars them longest; null: none does. */
  readonly barredUntil: PackedDay | null;
  /** The last day on which the nomination holds, as precise as it is known: its own, else the last year of its term. */
  readonly until: string | null;
}

/** The years of a term such as 2025-2030; null where it is written otherwise. */
export function termYears(term: string | null): { readonly from: number; readonly to: number } | null {
  const [, from, to] = /^(\d{4})-(\d{4})$/.exec(term ?? "") ?? [];
  return from === undefined || to === undefined ? null : { from: Number(from), to: Number(to) };
}

/** @param nomination row of the entity `planning` */
export function readNominee(
  record: NomineeRecord,
  nomination: RowFields,
  context: NomineeContext,
): NomineeReading {
  const { today } = context;
  const term = termYears(textOf(nomination, "term"));
  const to = dateOf(nomination, "to");
  const until = to ?? (term === null ? null : String(term.to));
  const retires = retirementDay(record.fields);
  const wholeTerm = lastsFor(retires, term);
  const barredUntil = barred(record, context);
  const findings = findingsFor(record, nomination, context);
  const isOver =
    (to !== null && latestDay(to) < today) || (term !== null && term.to < Math.trunc(today / 10_000));
  const status = (): NomineeStatus => {
    if (isOver) return "over";
    if (context.servesIn === null) return "left";
    if (barredUntil !== null) return "barred";
    if (wholeTerm === "no") return "age";
    if (findings.some((one) => one.status === "notMet" || one.status === "grace")) return "lacking";
    const isKnown = findings.length > 0 && findings.every((one) => one.status !== "unknown");
    return isKnown && retires !== null ? "ready" : "unknown";
  };
  return { status: status(), findings, retires, wholeTerm, barredUntil, until };
}

function retirementDay(fields: RowFields): PackedDay | null {
  const sex = sexes.find((one) => one === fields["sex"]) ?? null;
  const retiring = retirementOf({ sex, birth: parsePartialDate(textOf(fields, "birth") ?? "") });
  return retiring.kind === "known" ? retiring.lastDay : null;
}

/** A term is given by its years alone: on which day of the last one it ends is not known before. */
function lastsFor(retires: PackedDay | null, term: { readonly to: number } | null): "yes" | "no" | "unclear" {
  if (retires === null || term === null) return "unclear";
  const year = Math.trunc(retires / 10_000);
  if (year < term.to) return "no";
  return year === term.to ? "unclear" : "yes";
}

function barred({ rows }: NomineeRecord, { today, postOf }: NomineeContext): PackedDay | null {
  const disciplines = disciplinesOf(rows.discipline);
  if (disciplines.length === 0) return null;
  const staff = staffKindOn(rows.assignment, postOf, today);
  if (staff === null) return null;
  const days = disciplinesOn(disciplines, staff, today)
    .effects.filter(({ effect }) => effect === "noPlanning")
    .map(({ until }) => until);
  return days.length === 0 ? null : Math.max(...days);
}

/** Id of the assignment that is made up for judging; no row of a roster has it. */
const asHolder = "as-holder";

/** The findings of the person if the title were their main post from the day on. */
function findingsFor(
  { fields, rows }: NomineeRecord,
  nomination: RowFields,
  { book, catalog, today, servesIn }: NomineeContext,
): readonly FindingData[] {
  const post = textOf(nomination, "post");
  const unit = textOf(nomination, "unit") ?? servesIn;
  if (post === null || unit === null || catalog.postOf(post) === null) return [];
  // Titles outside cán bộ and công chức are judged too: the question is about this title alone.
  const others = rows.assignment.map((row) => ({ ...row, fields: { ...row.fields, main: false } }));
  const held = { post, unit, from: packedToIso(today), kind: "appointed", main: true };
  const { data } = judgeRows(
    { fields, rows: { ...rows, assignment: [...others, { id: asHolder, fields: held }] } },
    book,
    { catalog, today, kinds: postCategories },
  );
  return data.filter(({ status }) => status !== "notApplicable");
}
