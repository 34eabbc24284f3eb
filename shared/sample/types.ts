/** What the sample hands out: rows in the registry's field names, ready to become edits of the change log. */
import type { PresetEntity, PresetRow } from "../catalog/preset-rows";
import type { EntityName, Fields, FieldValue, OwnedEntity } from "../domain/entities";

export const sampleSets = ["thanh-ba", "province", "nation", "nation-full"] as const;

/**
 * Thanh Ba on 01/10/2021; a province of 148 communes; the whole country, with what figures are counted from; the same people
 * with full records.
 */
export type SampleSet = (typeof sampleSets)[number];

/** One row of an entity; references are the ids of other rows of the sample. */
export interface SampleRow<E extends EntityName> {
  readonly id: string;
  readonly fields: Fields<E>;
}

/** A row of a person that no figure hangs on. */
export interface FurtherRow {
  readonly entity: Exclude<OwnedEntity, "assignment" | "qualification">;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** A made-up official with the rows that hang on them, in the order in which they are to be written. */
export interface SamplePerson extends SampleRow<"official"> {
  readonly assignments: readonly SampleRow<"assignment">[];
  readonly qualifications: readonly SampleRow<"qualification">[];
  readonly further: readonly FurtherRow[];
}

/** The people of one commune; a caller makes one change of them. */
export interface SampleCommune {
  readonly unitId: string;
  /** Name as printed in lists, without the kind of unit. */
  readonly unitName: string;
  /** Everyone on record there: also some who left before the as-of day or came after it. */
  readonly people: readonly SamplePerson[];
}

/** A row of training: a class, a teacher of it, a learner. */
export interface ClassRow {
  readonly entity: "trainingClass" | "classTeacher" | "enrolment";
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

export interface Sample {
  /** The day the sample is made for, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The unit whose office keeps the roster. */
  readonly officeUnitId: string;
  /** Others for which that office speaks, where no unit stands above all of them. */
  readonly officeSpeaksFor: readonly string[];
  readonly officeName: string;
  readonly units: readonly SampleRow<"unit">[];
  /** What every roster starts with, and what the sample shows beside it; see shared/catalog/preset-rows.ts. */
  readonly presets: readonly PresetRow[];
  /** Commune after commune, so that a quarter of a million people never stand in memory together. */
  readonly communes: () => Generator<SampleCommune>;
  /** Classes of training of all these people, where the sample has some; a caller makes one change of them. */
  readonly classes?: (people: readonly SamplePerson[]) => readonly ClassRow[];
}

/** The rows of one entity among those that a sample starts with. */
export function presetsOf<E extends PresetEntity>({ presets }: Sample, entity: E): SampleRow<E>[] {
  return presets
    .filter((row) => row.entity === entity)
    .map(({ id, fields }) => ({ id, fields: fields as Fields<E> }));
}
