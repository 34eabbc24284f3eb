/**
 * Writing of classes: picking people of the list into one, results of its learners, learners taken off. Each is one change
 * and one undo, checked person by person as their form would be; papers that a pass proves come with it.
 */
import type { CallResult, ParsedArgs } from "../../shared/contract/contract";
import { AppError, appError, type FieldIssue } from "../../shared/contract/errors";
import type { EnrolPreview } from "../../shared/contract/schemas/classes";
import type { Written } from "../../shared/contract/schemas/proposed";
import { textOf } from "../../shared/domain/checks/reading";
import type { FieldValue } from "../../shared/domain/entities";
import type { Edit } from "../roster/change-log";
import { learnersOfClass, seatedPeople } from "../roster/read/classes";
import { officialIds, officialRecord } from "../roster/read/officials";
import { rowFields } from "../roster/read/rows";
import { PlacesOfClasses } from "./class-places";
import type { Environment } from "./environment";
import { linesOf } from "./list-figures";
import type { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { plannedSave } from "./records";

type Picked = ParsedArgs<"enrolPreview">;

/** People enrolled at once; more is work for a file. */
const mostPeople = 5_000;
/** People looked at before other work goes on. */
const slicePeople = 50;
/** Of whom it is said why they cannot be enrolled. */
const mostShown = 50;

interface EnrolPlan {
  readonly edits: readonly Edit[];
  readonly preview: EnrolPreview;
}

/** Of a class that is gone nobody is enrolled. @throws AppError edit-too-large */
export async function previewEnrolment(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  picked: Picked,
): Promise<EnrolPreview> {
  if (rowFields(roster.db, "trainingClass", picked.classId) === null)
    return { picked: 0, enrolled: 0, already: 0, seats: null, left: null, refused: 0, rows: [] };
  return (await planned(roster, environment, officials, picked)).preview;
}

/** Enrols all who can be, as one change. @throws AppError row-unknown, edit-too-large, roster-readonly */
export async function saveEnrolment(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  picked: Picked,
): Promise<CallResult<"enrolSave">> {
  const { edits, preview } = await planned(roster, environment, officials, picked);
  if (edits.length === 0) return { changeId: null, proposed: null, preview };
  const { changeId, proposed } = roster.write({ action: "edit", reason: null, edits: [...edits] });
  return { changeId, proposed, preview };
}

/** Reads again from the start where the roster changes meanwhile: what is written was looked at as it stands. */
async function planned(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  { classId, filter, order, ranges }: Picked,
): Promise<EnrolPlan> {
  for (;;) {
    const course = rowFields(roster.db, "trainingClass", classId);
    if (course === null) throw appError("row-unknown", { entity: "trainingClass", id: classId });
    const { index, people } = await officials.list(filter, order);
    const { version } = index;
    const chosen = ranges.length === 0 ? new Int32Array(0) : linesOf(people, ranges);
    if (chosen.length > mostPeople)
      throw appError("edit-too-large", { rows: chosen.length, most: mostPeople });
    const places = new PlacesOfClasses(roster);
    const already = new Set(learnersOfClass(roster.db, classId).map(({ official }) => official));
    const edits: Edit[] = [];
    const rows: EnrolPreview["rows"] = [];
    let [enrolled, known, refused] = [0, 0, 0];
    for (let start = 0; start < chosen.length && index.version === version; start += slicePeople) {
      const pks = Array.from(
        chosen.subarray(start, start + slicePeople),
        (at) => index.facts.people.pk[at] ?? 0,
      );
      const ids = officialIds(roster.db, pks);
      for (const pk of pks) {
        const id = ids.get(pk);
        if (id === undefined) continue;
        if (already.has(id)) {
          known++;
          continue;
        }
        const issues = tried(() => {
          const fields = { trainingClass: classId };
          const row = { entity: "enrolment" as const, id: roster.newId(), isNew: true, fields };
          const save = { ...nothingElse, officialId: id, rows: [row], removed: [], places };
          edits.push(...plannedSave(roster, environment, save).edits);
        });
        if (issues === null) {
          enrolled++;
          continue;
        }
        refused++;
        if (rows.length < mostShown) rows.push({ id, name: nameOf(roster, id), issues: [...issues] });
      }
      await environment.pause();
    }
    if (index.version !== version) continue;
    const { seats: limit, learnersElsewhere } = course.fields;
    const seats = typeof limit === "number" ? limit : null;
    const elsewhere = typeof learnersElsewhere === "number" ? learnersElsewhere : 0;
    const seated = seatedPeople(learnersOfClass(roster.db, classId)).size;
    const left = seats === null ? null : Math.max(0, seats - elsewhere - seated - enrolled);
    const preview = { picked: chosen.length, enrolled, already: known, seats, left, refused, rows };
    return { edits, preview };
  }
}

const nothingElse = { action: "edit", reason: null, official: null } as const;

/** What stands against a save; null where nothing does. */
function tried(work: () => void): readonly FieldIssue[] | null {
  try {
    work();
    return null;
  } catch (refused) {
    if (!(refused instanceof AppError) || refused.code !== "validation") throw refused;
    return refused.issues.filter(({ severity }) => severity !== "warning");
  }
}

function nameOf({ db }: OpenRoster, id: string): string {
  const record = officialRecord(db, id);
  return record === null ? "" : (textOf(record.fields, "fullName") ?? "");
}

/**
 * Gives learners of a class the same values as one change.
 * @throws AppError row-unknown for a row that is none of the class, validation, roster-readonly
 */
export async function saveLearners(
  roster: OpenRoster,
  environment: Environment,
  { classId, ids, fields }: ParsedArgs<"learnersSave">,
): Promise<CallResult<"learnersSave">> {
  const learners = learnersOfClass(roster.db, classId);
  const wanted = ids === null ? null : new Set(ids);
  const chosen = learners.filter(({ id, result }) => (wanted === null ? result === null : wanted.has(id)));
  const known = new Set(chosen.map(({ id }) => id));
  const missing = ids?.find((id) => !known.has(id));
  if (missing !== undefined) throw appError("row-unknown", { entity: "enrolment", id: missing });
  const places = new PlacesOfClasses(roster);
  const edits: Edit[] = [];
  const warnings: FieldIssue[] = [];
  for (const [at, { id, official }] of chosen.entries()) {
    const row = { entity: "enrolment" as const, id, isNew: false, fields: withoutClass(fields) };
    const save = plannedSave(roster, environment, {
      ...nothingElse,
      officialId: official,
      rows: [row],
      removed: [],
      places,
    });
    edits.push(...save.edits);
    warnings.push(...save.warnings);
    if (at % slicePeople === slicePeople - 1) await environment.pause();
  }
  if (edits.length === 0) return { changeId: null, proposed: null, learners: 0, warnings };
  const { changeId, proposed } = roster.write({ action: "edit", reason: null, edits });
  return { changeId, proposed, learners: chosen.length, warnings };
}

/** Whose row it is and of which class stays. */
function withoutClass(fields: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => field !== "trainingClass" && field !== "official"),
  );
}

/** Takes learners off their classes as one change. @throws AppError row-unknown, roster-readonly */
export function removeLearners(
  roster: OpenRoster,
  ids: readonly string[],
): { changeId: number | null } & Written {
  for (const id of ids)
    if (rowFields(roster.db, "enrolment", id) === null)
      throw appError("row-unknown", { entity: "enrolment", id });
  const edits = [...new Set(ids)].map(
    (id) => ({ kind: "remove", entity: "enrolment", id, reason: "removed" }) as const,
  );
  const { changeId, proposed } = roster.write({ action: "edit", reason: null, edits });
  return { changeId, proposed };
}

/** Takes a class that nobody is in off the roster with its teachers, or a teacher. @throws AppError row-unknown, row-in-use */
export function removeOfClass(
  roster: OpenRoster,
  { entity, id }: ParsedArgs<"classRemove">,
): { changeId: number | null } & Written {
  if (rowFields(roster.db, entity, id) === null) throw appError("row-unknown", { entity, id });
  const edits = [{ kind: "remove", entity, id, reason: "removed" }] as const;
  const { changeId, proposed } = roster.write({ action: "catalog", reason: null, edits });
  return { changeId, proposed };
}
