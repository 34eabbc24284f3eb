/**
 * A plan that was kept, read back as its two lists. Who is sent stands in the roster; who is not, and why, is worked out anew
 * by what the roster says now, for the same question.
 */
import type { Moment } from "../../../shared/contract/schemas/common";
import { appError } from "../../../shared/contract/errors";
import type {
  PlanLeft,
  PlanPerson,
  TrainingPlanAnswer,
} from "../../../shared/contract/schemas/training-plan";
import { textOf } from "../../../shared/domain/checks/reading";
import { type QualificationKind, qualificationKinds } from "../../../shared/domain/levels";
import type { RowFields } from "../../../shared/domain/checks/reading";
import { standards } from "../../../shared/domain/values";
import type { Translate } from "../../../shared/i18n";
import { planClassName } from "../../../shared/i18n/plan-sentence";
import type { SolveWatch } from "../../files/solver/solver";
import { officialPk } from "../../roster/read/officials";
import { allRows, type StoredRow } from "../../roster/read/rows";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { ServingPeople } from "../serving-people";
import { solvedPlan } from "../training-plan";

/** People who are read in one go. */
const slice = 200;

interface KeptPlanRow {
  readonly id: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly fields: RowFields;
}

/** All plans that were kept. */
export function keptPlanRows(roster: OpenRoster): readonly KeptPlanRow[] {
  const catalog = roster.catalog();
  return allRows(roster.db, "trainingPlan").map(({ id, fields }) => {
    const unit = textOf(fields, "unit");
    const unitName = unit === null ? null : (catalog.unitOfId(unit)?.fullName ?? null);
    return { id, name: textOf(fields, "name") ?? "", unitName, fields };
  });
}

interface KeptSent {
  readonly person: PlanPerson;
  /** Names of classes, in the order in which they are taken. */
  readonly classes: readonly string[];
  readonly unclear: boolean;
}

/** Who is sent to which classes, by unit, post and name of a day. @param on ISO day */
export async function sentOfKept(
  roster: OpenRoster,
  plan: KeptPlanRow,
  on: string,
  t: Translate,
): Promise<readonly KeptSent[]> {
  const index = await roster.index();
  await index.nameList;
  const entries = entriesOf(roster, plan.id);
  const names = new Map(
    allRows(roster.db, "trainingClass").map(({ id, fields }) => [id, textOf(fields, "name")]),
  );
  const people = new Map<number, readonly StoredRow[]>();
  for (const [official, rows] of entries) {
    const pk = officialPk(roster.db, official);
    const person = pk === null ? -1 : index.facts.indexOf(pk);
    if (person >= 0) people.set(person, rows);
  }
  const serving = new ServingPeople(roster, index, on, null);
  const found = [...people.keys()].sort(await serving.inPrintedOrder());
  const sent: KeptSent[] = [];
  for (let start = 0; start < found.length; start += slice) {
    const shown = serving.shown(found.slice(start, start + slice));
    for (const [place, person] of shown) {
      const rows = people.get(place) ?? [];
      const classes = rows.map(({ fields }) => className(t, fields, names));
      sent.push({ person, classes, unclear: rows.some(({ fields }) => fields["unclear"] === true) });
    }
  }
  return sent;
}

/**
 * Who lacks the standard of a kept plan and is not in it, and why.
 * @throws AppError plan-day-past where its day is over; as `trainingPlan`
 */
export async function leftOfKept(
  roster: OpenRoster,
  environment: Pick<Environment, "solveElsewhere">,
  plan: KeptPlanRow,
  moment: Moment,
  watch: SolveWatch,
): Promise<{
  readonly left: readonly PlanLeft[];
  readonly studyRules: TrainingPlanAnswer["studyRules"];
}> {
  const { fields } = plan;
  const standard = standards.find((one) => one === fields["standard"]);
  // Kept by a newer program, for a standard that this one does not know.
  if (standard === undefined)
    throw appError("standard-not-counted", { standard: String(fields["standard"]) });
  const entries = entriesOf(roster, plan.id);
  const thoughtOf = [...entries.values()].flat().filter((row) => row.fields["trainingClass"] == null);
  const question = {
    moment,
    standard,
    percent: numberOf(fields, "target") ?? 100,
    by: textOf(fields, "day") ?? moment.on,
    unitId: textOf(fields, "unit"),
    eachUnit: fields["eachUnit"] === true,
    seats: numberOf(fields, "seats"),
    cost: Math.max(0, ...thoughtOf.map((row) => numberOf(row.fields, "cost") ?? 0)),
    months: numberOf(fields, "months"),
    budget: numberOf(fields, "budget"),
  };
  const { answer, spare } = await solvedPlan(roster, environment, question, watch);
  const others = [...answer.assignments.map(({ person }) => person), ...spare];
  const lacking: readonly PlanLeft[] = [
    ...answer.cannot,
    ...others.map((person) => ({ person, reason: null, rule: null })),
  ];
  return { left: lacking.filter(({ person }) => !entries.has(person.id)), studyRules: answer.studyRules };
}

/** Rows of a plan by official, each official's in the order in which classes are taken. */
function entriesOf({ db }: OpenRoster, plan: string): ReadonlyMap<string, readonly StoredRow[]> {
  const entries = new Map<string, StoredRow[]>();
  for (const row of allRows(db, "planEntry")) {
    const official = textOf(row.fields, "official");
    if (official === null || row.fields["plan"] !== plan) continue;
    const some = entries.get(official);
    if (some === undefined) entries.set(official, [row]);
    else some.push(row);
  }
  const orderOf = ({ fields }: StoredRow) => numberOf(fields, "order") ?? 0;
  for (const rows of entries.values()) rows.sort((a, b) => orderOf(a) - orderOf(b));
  return entries;
}

/** The class on record, or what one that was only thought of would prove. */
function className(t: Translate, fields: RowFields, names: ReadonlyMap<string, string | null>): string {
  const course = textOf(fields, "trainingClass");
  const name = course === null ? null : (names.get(course) ?? null);
  const kind: QualificationKind | undefined = qualificationKinds.find((one) => one === fields["kind"]);
  if (name !== null || kind === undefined) return name ?? "";
  const major = textOf(fields, "major");
  const level = textOf(fields, "level") ?? "";
  return planClassName(t, { name: null, kind, level, majors: major === null ? [] : major.split("; ") });
}

function numberOf(fields: RowFields, field: string): number | null {
  const value = fields[field];
  return typeof value === "number" ? value : null;
}
