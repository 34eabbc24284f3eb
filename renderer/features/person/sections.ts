/**
 * Which fields a person's record shows, in which order: data over the registry. A field added to the registry shows
 * up in the last section by itself, so that no stored answer can be invisible.
 */
import { entities, type EntityName } from "../../../shared/domain/entities";

export interface FieldSlot {
  readonly field: string;
  /** Of twelve columns. */
  readonly span: 3 | 4 | 6 | 8 | 12;
}

export interface RecordSection {
  /** Key under `screen-person:section`. */
  readonly key: "identity" | "party" | "other";
  readonly slots: readonly FieldSlot[];
}

const identity: readonly FieldSlot[] = [
  { field: "fullName", span: 6 },
  { field: "otherName", span: 3 },
  { field: "sex", span: 3 },
  { field: "birth", span: 3 },
  { field: "identityNumber", span: 3 },
  { field: "ethnicity", span: 3 },
  { field: "religion", span: 3 },
  { field: "birthPlace", span: 6 },
  { field: "hometown", span: 6 },
  { field: "residence", span: 6 },
  { field: "phone", span: 3 },
];

const party: readonly FieldSlot[] = [
  { field: "partyJoined", span: 3 },
  { field: "partyOfficial", span: 3 },
  { field: "recruitedOn", span: 3 },
];

/** Never shown as a field of its own: it ties a row to the person whose record it is. */
const ownerField = "official";

function rest(entity: EntityName, placed: readonly FieldSlot[]): FieldSlot[] {
  const taken = new Set(placed.map((slot) => slot.field));
  return Object.keys(entities[entity].fields)
    .filter((field) => field !== ownerField && !taken.has(field))
    .map((field) => ({ field, span: 12 }));
}

/** Sections of the person's own fields. */
export const officialSections: readonly RecordSection[] = [
  { key: "identity", slots: identity },
  { key: "party", slots: party },
  { key: "other", slots: rest("official", [...identity, ...party]) },
];

const assignmentFields: readonly FieldSlot[] = [
  { field: "unit", span: 6 },
  { field: "post", span: 6 },
  { field: "kind", span: 6 },
  { field: "main", span: 6 },
  { field: "decisionNumber", span: 6 },
  { field: "decisionDate", span: 6 },
  { field: "from", span: 6 },
  { field: "to", span: 6 },
  { field: "endReason", span: 6 },
];

const qualificationFields: readonly FieldSlot[] = [
  { field: "kind", span: 6 },
  { field: "level", span: 6 },
  { field: "major", span: 6 },
  { field: "school", span: 6 },
  { field: "mode", span: 6 },
  { field: "granted", span: 6 },
  { field: "certificate", span: 6 },
  { field: "equivalent", span: 6 },
];

/** Fields of the dialogs for rows of a record. */
export const rowSlots: Readonly<Record<"assignment" | "qualification", readonly FieldSlot[]>> = {
  assignment: [...assignmentFields, ...rest("assignment", assignmentFields)],
  qualification: [...qualificationFields, ...rest("qualification", qualificationFields)],
};
