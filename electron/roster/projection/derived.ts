/**
 * Columns that are computed from a row's own fields.
 *
 * Statistics read a million rows as whole numbers and the grid is sorted by an index; both would be too slow if dates
 * were parsed and names compared on each reading. Values that a newer program wrote and this one cannot read count as
 * unknown, never as an error: the row must stay in view.
 */
import type { EntityName, FieldValue } from "../../../shared/domain/entities";
import { levelRank, type QualificationKind, qualificationKinds } from "../../../shared/domain/levels";
import { isClockBelievable } from "../../../shared/domain/checks/reading";
import { hanoiDay } from "../../../shared/domain/hanoi-time";
import { isoToPacked, packPartialDate, parsePartialDate } from "../../../shared/domain/partial-date";
import { type AssignmentKind, sexes } from "../../../shared/domain/values";
import { markOf } from "../../../shared/standards/serving";
import { nameSortKey } from "../../../shared/text/sort-key";

/** A row's fields by name, as the registry names them. */
export type NamedValues = (field: string) => FieldValue;

/** Instant (ms) at which the value that a field shows was written, by its author's clock; null where there is none. */
export type WrittenAt = (field: string) => number | null;

function packed(value: FieldValue): number {
  return typeof value === "string" && parsePartialDate(value) !== null ? packPartialDate(value) : 0;
}

/** Place in a list from 1 on; 0 for none. */
function placeIn(list: readonly string[], value: FieldValue): number {
  return typeof value === "string" ? list.indexOf(value) + 1 : 0;
}

/**
 * Place of a qualification's kind among `qualificationKinds`, from 0 on; -1 for a kind of a newer program. */
function kindCode(kind: FieldValue): number {
  return placeIn(qualificationKinds, kind) - 1;
}

function rankOf(kind: FieldValue, level: FieldValue): number {
  const known = kindCode(kind) >= 0 && typeof level === "string";
  return known ? levelRank(kind as QualificationKind, level) : 0;
}

const concurrent: AssignmentKind = "concurrent";

/** Column with the day on which the roster was told of a qualification. */
export const recordedColumn = "recorded_packed";

/**
 * The day in Hà Nội by which all of some values were written; 0 where one has no day, or the clock of its PC had surely
 * fallen back.
 */
function recordedDay(instants: readonly (number | null)[]): number {
  let last = 0;
  for (const instant of instants) {
    const day = instant === null ? 0 : isoToPacked(hanoiDay(instant));
    if (!isClockBelievable(day)) return 0;
    last = Math.max(last, day);
  }
  return last;
}

export interface Derivation {
  readonly name: string;
  readonly storage: "text" | "integer";
  /** Raised when the same fields give another value: rosters are then projected anew (held by derived.test.ts). */
  readonly version: number;
  readonly compute: (value: NamedValues, writtenAt: WrittenAt) => string | number;
}

function packedOf(name: string, field: string): Derivation {
  return { name, storage: "integer", version: 1, compute: (value) => packed(value(field)) };
}

const derivations: Readonly<Partial<Record<EntityName, readonly Derivation[]>>> = {
  official: [
    packedOf("birth_packed", "birth"),
    packedOf("party_packed", "partyJoined"),
    {
      name: "sex_code",
      storage: "integer",
      version: 1,
      compute: (value) => placeIn(sexes, value("sex")),
    },
    {
      name: "sort_key",
      storage: "text",
      version: 1,
      compute: (value) => nameSortKey(String(value("fullName") ?? "")),
    },
  ],
  assignment: [
    packedOf("from_packed", "from"),
    packedOf("to_packed", "to"),
    {
      name: "mark_bits",
      storage: "integer",
      version: 1,
      compute: (value) => markOf(value("main") === true, value("kind") === concurrent),
    },
  ],
  qualification: [
    { name: "kind_code", storage: "integer", version: 1, compute: (value) => kindCode(value("kind")) },
    {
      name: "level_rank",
      storage: "integer",
      version: 1,
      compute: (value) => rankOf(value("kind"), value("level")),
    },
    packedOf("granted_packed", "granted"),
    {
      name: recordedColumn,
      storage: "integer",
      version: 1,
      compute: (_, writtenAt) => recordedDay([writtenAt("kind"), writtenAt("level")]),
    },
  ],
};

/** The derived columns of an entity, none for most. */
export function derivedColumns(entity: EntityName): readonly Derivation[] {
  return derivations[entity] ?? [];
}

export interface ExtraIndex {
  readonly column: string;
  /** Leaves out rows without a value. */
  readonly filledOnly?: true;
}

/**
 * Indexes beside those on references: what is searched while somebody types. The order of names has none, since it is sorted
 * from rows, which prove themselves.
 */
const extraIndexes: Readonly<Partial<Record<EntityName, readonly ExtraIndex[]>>> = {
  unit: [{ column: "code" }],
  post: [{ column: "key" }],
  official: [{ column: "identity_number", filledOnly: true }],
};

export function indexesBesideReferences(entity: EntityName): readonly ExtraIndex[] {
  return extraIndexes[entity] ?? [];
}
