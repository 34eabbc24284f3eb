/**
 * Columns that are computed from a row's own fields.
 *
 * Statistics read a million rows as whole numbers and the grid is sorted by an index; both would be too slow if dates
 * were parsed and names compared on each reading. Values that a newer program wrote and this one cannot read count as
 * unknown, never as an error: the row must stay in view.
 */
import type { EntityName, FieldValue } from "../../../shared/domain/entities";
import { levelRank, type QualificationKind, qualificationKinds } from "../../../shared/domain/levels";
import { packPartialDate, parsePartialDate } from "../../../shared/domain/partial-date";
import { sexes } from "../../../shared/domain/values";
import { nameSortKey } from "../../../shared/text/sort-key";

/** A row's fields by name, as the registry names them. */
export type NamedValues = (field: string) => FieldValue;

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

type Derivation = readonly [column: string, compute: (value: NamedValues) => string | number];

const derivations: Readonly<Partial<Record<EntityName, readonly Derivation[]>>> = {
  official: [
    ["birth_packed", (value) => packed(value("birth"))],
    ["sex_code", (value) => placeIn(sexes, value("sex"))],
    ["sort_key", (value) => nameSortKey(String(value("fullName") ?? ""))],
  ],
  assignment: [
    ["from_packed", (value) => packed(value("from"))],
    ["to_packed", (value) => packed(value("to"))],
  ],
  qualification: [
    ["kind_code", (value) => kindCode(value("kind"))],
    ["level_rank", (value) => rankOf(value("kind"), value("level"))],
    ["granted_packed", (value) => packed(value("granted"))],
  ],
};

/** The derived columns of an entity, none for most. */
export function derivedColumns(entity: EntityName): readonly Derivation[] {
  return derivations[entity] ?? [];
}
