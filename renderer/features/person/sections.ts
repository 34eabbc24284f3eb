/**
 * Which of a person's own fields the screen shows, in which order: data over the registry. A field added to the
 * registry shows up in the last section by itself, so that no stored answer can be invisible.
 */
import type { FormDraft } from "../../../shared/contract/schemas/form-drafts";
import { entities } from "../../../shared/domain/entities";
import type { FieldSlot } from "../../records/field/field-grid";

/** A field that every list and report asks for: the summary says where it is not recorded. */
interface OfficialSlot extends FieldSlot {
  readonly asked?: true;
}

export interface RecordSection {
  /** Key under `screen-person:section`. */
  readonly key: "identity" | "party" | "other";
  readonly slots: readonly OfficialSlot[];
}

const identity: readonly OfficialSlot[] = [
  { field: "fullName", span: 6 },
  { field: "otherName", span: 3 },
  { field: "sex", span: 3, asked: true },
  { field: "birth", span: 3, asked: true },
  { field: "identityNumber", span: 3, asked: true },
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

/** Sections of the person's own fields. */
export const officialSections: readonly RecordSection[] = [
  { key: "identity", slots: identity },
  { key: "party", slots: party },
  { key: "other", slots: rest([...identity, ...party]) },
];

/** The sections with fields of a person's own row that a draft holds, each with the first of them; the top one comes last. */
export function sectionsOf({ rows }: FormDraft): readonly (readonly [RecordSection["key"], string])[] {
  const typed = rows.flatMap(({ entity, fields }) => (entity === "official" ? Object.keys(fields) : []));
  return officialSections
    .flatMap(({ key, slots }) => {
      const first = slots.find(({ field }) => typed.includes(field));
      return first === undefined ? [] : [[key, first.field] as const];
    })
    .reverse();
}

function rest(placed: readonly FieldSlot[]): FieldSlot[] {
  const taken = new Set(placed.map((slot) => slot.field));
  return Object.keys(entities.official.fields)
    .filter((field) => !taken.has(field))
    .map((field) => ({ field, span: 12 }));
}
