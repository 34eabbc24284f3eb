/**
 * The registry of entities and their fields: the one description of what a roster holds.
 *
 * The change log stores field ids, the projection derives its columns from here, the gate its checks, the
 * command line its `describe`. Ids stay in rosters and packets for good:
 * - an id is never reused or given another meaning, a field is never renumbered;
 * - id 0 is the presence of the row itself (see `presenceField`);
 * - values are text, whole numbers, booleans or null; dates are text with precision; sets are sorted keys
 *   joined by one blank, so that equal sets are equal text.
 */
import { levelLadders, qualificationKinds } from "./levels";
import {
  areaFlags,
  assignmentKinds,
  endReasons,
  postCategories,
  postGroups,
  sexes,
  standards,
  studyModes,
  unitLevels,
  unitTypes,
} from "./values";

/** Text, whole number, boolean or nothing: all that a field can hold. */
export type FieldValue = string | number | boolean | null;

/**
 * - `partialDate`: `1980`, `1980-05` or `1980-05-12`; `day`: always `YYYY-MM-DD`
 * - `choice`: one key of `choices`; `choiceSet`: keys of `choices`, sorted, joined by a blank
 * - `reference`: the UUID of a row of `entity`; `referenceSet`: UUIDs, sorted, joined by a blank
 */
export type FieldType =
  | "text"
  | "integer"
  | "boolean"
  | "partialDate"
  | "day"
  | "choice"
  | "choiceSet"
  | "reference"
  | "referenceSet";

export interface FieldDefinition {
  readonly id: number;
  readonly type: FieldType;
  /** A row without it is refused. */
  readonly required?: true;
  readonly choices?: readonly string[];
  readonly entity?: EntityName;
  /** Longest text accepted, in UTF-16 units; 200 where it is not said. */
  readonly maxLength?: number;
}

export interface EntityDefinition {
  readonly id: number;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
}

/** Field id of the row's presence: null while the row is there, otherwise the reason it was removed for. */
export const presenceField = 0;

const allLevels = [...new Set(Object.values(levelLadders).flat())];

export const entities = {
  /** The office that keeps this roster; one row. */
  office: {
    id: 1,
    fields: {
      unit: { id: 1, type: "reference", entity: "unit", required: true },
      name: { id: 2, type: "text", required: true },
      preparedBy: { id: 3, type: "text" },
      signerTitle: { id: 4, type: "text" },
      signerName: { id: 5, type: "text" },
      /** Set only in a sample roster: the day its made-up people were made for. */
      sampleAsOf: { id: 6, type: "day" },
    },
  },
  unit: {
    id: 2,
    fields: {
      code: { id: 1, type: "text", required: true, maxLength: 10 },
      name: { id: 2, type: "text", required: true },
      type: { id: 3, type: "choice", choices: unitTypes, required: true },
      level: { id: 4, type: "choice", choices: unitLevels, required: true },
      parent: { id: 5, type: "reference", entity: "unit" },
      validFrom: { id: 6, type: "day" },
      validTo: { id: 7, type: "day" },
      formedFrom: { id: 8, type: "text", maxLength: 4000 },
      predecessors: { id: 9, type: "referenceSet", entity: "unit", maxLength: 4000 },
      areaFlags: { id: 10, type: "choiceSet", choices: areaFlags },
    },
  },
  post: {
    id: 3,
    fields: {
      key: { id: 1, type: "text", required: true, maxLength: 60 },
      name: { id: 2, type: "text", required: true },
      group: { id: 3, type: "choice", choices: postGroups, required: true },
      category: { id: 4, type: "choice", choices: postCategories, required: true },
      order: { id: 5, type: "integer", required: true },
      validFrom: { id: 6, type: "day" },
      validTo: { id: 7, type: "day" },
    },
  },
  official: {
    id: 4,
    fields: {
      fullName: { id: 1, type: "text", required: true, maxLength: 100 },
      otherName: { id: 2, type: "text", maxLength: 100 },
      sex: { id: 3, type: "choice", choices: sexes },
      birth: { id: 4, type: "partialDate" },
      identityNumber: { id: 5, type: "text", maxLength: 12 },
      ethnicity: { id: 6, type: "text", maxLength: 60 },
      religion: { id: 7, type: "text", maxLength: 60 },
      birthPlace: { id: 8, type: "text" },
      hometown: { id: 9, type: "text" },
      residence: { id: 10, type: "text" },
      phone: { id: 11, type: "text", maxLength: 30 },
      partyJoined: { id: 12, type: "partialDate" },
      partyOfficial: { id: 13, type: "partialDate" },
      recruitedOn: { id: 14, type: "partialDate" },
      note: { id: 15, type: "text", maxLength: 2000 },
    },
  },
  assignment: {
    id: 5,
    fields: {
      official: { id: 1, type: "reference", entity: "official", required: true },
      unit: { id: 2, type: "reference", entity: "unit", required: true },
      post: { id: 3, type: "reference", entity: "post", required: true },
      kind: { id: 4, type: "choice", choices: assignmentKinds },
      from: { id: 5, type: "partialDate" },
      to: { id: 6, type: "partialDate" },
      main: { id: 7, type: "boolean" },
      decisionNumber: { id: 8, type: "text", maxLength: 60 },
      decisionDate: { id: 9, type: "partialDate" },
      endReason: { id: 10, type: "choice", choices: endReasons },
      note: { id: 11, type: "text", maxLength: 2000 },
    },
  },
  qualification: {
    id: 6,
    fields: {
      official: { id: 1, type: "reference", entity: "official", required: true },
      kind: { id: 2, type: "choice", choices: qualificationKinds, required: true },
      level: { id: 3, type: "choice", choices: allLevels, required: true },
      major: { id: 4, type: "text" },
      school: { id: 5, type: "text" },
      mode: { id: 6, type: "choice", choices: studyModes },
      granted: { id: 7, type: "partialDate" },
      certificate: { id: 8, type: "text", maxLength: 100 },
      equivalent: { id: 9, type: "boolean" },
      note: { id: 10, type: "text", maxLength: 2000 },
    },
  },
  /** A text (law, decree, circular, decision) that sets standards, with the days it is in force. */
  standardSet: {
    id: 7,
    fields: {
      key: { id: 1, type: "text", required: true, maxLength: 60 },
      name: { id: 2, type: "text", required: true },
      title: { id: 3, type: "text", maxLength: 500 },
      validFrom: { id: 4, type: "day", required: true },
      validTo: { id: 5, type: "day" },
      verified: { id: 6, type: "boolean" },
      note: { id: 7, type: "text", maxLength: 2000 },
    },
  },
  /** One threshold of a standard set; see shared/standards for how rules are chosen. */
  standardRule: {
    id: 8,
    fields: {
      set: { id: 1, type: "reference", entity: "standardSet", required: true },
      standard: { id: 2, type: "choice", choices: standards, required: true },
      postGroups: { id: 3, type: "choiceSet", choices: postGroups, required: true, maxLength: 400 },
      /** A level key of the standard's ladder, or null: the set says that no level is required. */
      minimumLevel: { id: 4, type: "text", maxLength: 40 },
      /** Applies only where the unit has at least one of these flags; empty: everywhere. */
      anyFlag: { id: 5, type: "choiceSet", choices: areaFlags, maxLength: 400 },
      /** Applies only where the unit has every one of these flags; empty: everywhere. */
      allFlags: { id: 6, type: "choiceSet", choices: areaFlags, maxLength: 400 },
      clause: { id: 7, type: "text", required: true, maxLength: 300 },
      verified: { id: 8, type: "boolean" },
      /** Last day on which somebody in office before `graceServingBefore` may still lack the level. */
      graceUntil: { id: 9, type: "day" },
      graceServingBefore: { id: 10, type: "day" },
      order: { id: 11, type: "integer", required: true },
      note: { id: 12, type: "text", maxLength: 2000 },
    },
  },
  /** What one office asks another about a record; the answer comes back with that office's packet. */
  question: {
    id: 9,
    fields: {
      official: { id: 1, type: "reference", entity: "official" },
      /** UUID of the row asked about, and the field's name (`presence`: removed or not). */
      about: { id: 2, type: "text", required: true, maxLength: 36 },
      field: { id: 3, type: "text", maxLength: 40 },
      /** Hex of the Ed25519 key of the office that is asked, and its name. */
      to: { id: 4, type: "text", required: true, maxLength: 64 },
      toName: { id: 5, type: "text" },
      askedBy: { id: 6, type: "text" },
      text: { id: 7, type: "text", required: true, maxLength: 2000 },
      answer: { id: 8, type: "text", maxLength: 2000 },
      answeredBy: { id: 9, type: "text" },
    },
  },
  /** Two officials who look alike and surely are two people. */
  keptApart: {
    id: 10,
    fields: {
      one: { id: 1, type: "reference", entity: "official", required: true },
      other: { id: 2, type: "reference", entity: "official", required: true },
    },
  },
} as const satisfies Record<string, EntityDefinitionLiteral>;

/** The registry's own shape: references name entities as plain text, checked by a test against the keys. */
interface EntityDefinitionLiteral {
  readonly id: number;
  readonly fields: Readonly<Record<string, Omit<FieldDefinition, "entity"> & { readonly entity?: string }>>;
}

export type EntityName = keyof typeof entities;
export const entityNames = Object.keys(entities) as EntityName[];

/** Entities whose rows people enter field by field; the others come out of what they do on other screens. */
export type EnteredEntity = Exclude<EntityName, "question" | "keptApart">;
export const enteredEntities = entityNames.filter(
  (name): name is EnteredEntity => name !== "question" && name !== "keptApart",
);

/** Field names of one entity, e.g. `FieldName<"official">`. */
export type FieldName<E extends EntityName> = keyof (typeof entities)[E]["fields"] & string;

/** Some fields of one row with their values; what an edit carries. */
export type Fields<E extends EntityName> = { readonly [F in FieldName<E>]?: FieldValue };

/** The definition of an entity, with its fields reachable by any text. */
export function entityDefinition(name: EntityName): EntityDefinition {
  return entities[name];
}

/** Definition of a field, or null when the entity has no such field. */
export function fieldDefinition(entity: EntityName, field: string): FieldDefinition | null {
  const { fields } = entityDefinition(entity);
  // A name that every object inherits, such as "toString", is no field.
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : null;
}

const namesById = new Map<number, EntityName>(entityNames.map((name) => [entities[name].id, name]));
const fieldNamesById = new Map<EntityName, Map<number, string>>(
  entityNames.map((name) => [
    name,
    new Map(
      Object.entries(entityDefinition(name).fields).map(([field, definition]) => [definition.id, field]),
    ),
  ]),
);

/** Entity of an id from the log, or null for one of a newer program. */
export function entityById(id: number): EntityName | null {
  return namesById.get(id) ?? null;
}

/** Field name of an id from the log, or null for one of a newer program (or the presence field). */
export function fieldNameById(entity: EntityName, id: number): string | null {
  return fieldNamesById.get(entity)?.get(id) ?? null;
}
