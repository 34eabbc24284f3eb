/**
 * What can stand in a table of one line a person: every field of a person's record, derived from the registry of
 * entities. The import, the export, the grid with its sorts and filters and the lists that are printed read this one
 * list; a field that had to be named in each of them would be missing in one.
 *
 * Invariants:
 * - a key names one column for good: views, layouts of workbooks and settings hold it
 * - every field of every entity of a person stands in exactly one column, apart from the field that says whose the row
 *   is and the one by which rows are told apart (its answers are in the keys)
 */
import {
  type EntityName,
  entityDefinition,
  type FieldDefinition,
  ownedEntities,
  ownerField,
  type PersonEntity,
} from "../domain/entities";

/**
 * Which rows of a person a column reads:
 * - `own`: the person's own row
 * - `main`: the assignment by which they are counted on the day
 * - `best`: of the rows whose field `by` answers `value`, the highest on its ladder that is held on the day
 * - `each`: every row of the entity, one after another
 */
export type Pick =
  | { readonly kind: "own" }
  | { readonly kind: "main" }
  | { readonly kind: "best"; readonly by: string; readonly value: string }
  | { readonly kind: "each" };

export interface PersonColumn {
  /**
   * `official.fullName`, `assignment.post`, `qualification.professional.level`, `relative.fullName`; the second relative
   * alone is `relative.fullName#2`.
   */
  readonly key: string;
  readonly entity: PersonEntity;
  readonly field: string;
  readonly definition: FieldDefinition;
  readonly pick: Pick;
  /** Of `each`: the one row that is read, from 1; null for all of them in one cell. */
  readonly row: number | null;
}

/** Most rows of one entity that a line of a table holds one by one. */
const mostNumbered = 50;

function columnsOf(entity: PersonEntity): PersonColumn[] {
  const { fields, inTable } = entityDefinition(entity);
  const owner = entity === "official" ? null : ownerField(entity).name;
  const by = typeof inTable === "object" ? inTable.by : null;
  return picksOf(entity).flatMap((pick) =>
    Object.entries(fields)
      .filter(([field]) => field !== owner && field !== by)
      .map(([field, definition]) => {
        const key = [entity, ...(pick.kind === "best" ? [pick.value] : []), field].join(".");
        return { key, entity, field, definition, pick, row: null };
      }),
  );
}

function picksOf(entity: PersonEntity): Pick[] {
  if (entity === "official") return [{ kind: "own" }];
  const { inTable, fields } = entityDefinition(entity);
  if (inTable === undefined) return [{ kind: "each" }];
  if (inTable === "main") return [{ kind: "main" }];
  const { by } = inTable;
  return (fields[by]?.choices ?? []).map((value) => ({ kind: "best", by, value }));
}

/** Every column, the person's own fields first, then entity by entity in the order of the registry. */
export const personColumns: readonly PersonColumn[] = [
  ...columnsOf("official"),
  ...ownedEntities.flatMap(columnsOf),
];

const byKey = new Map(personColumns.map((column) => [column.key, column]));

/** The column of a key, also of one with a number; null for a key of a newer program. */
export function columnOfKey(key: string): PersonColumn | null {
  const plain = byKey.get(key);
  if (plain !== undefined) return plain;
  const [, name = "", digits = ""] = /^(.+)#([1-9]\d{0,2})$/.exec(key) ?? [];
  const column = byKey.get(name);
  const row = Number(digits);
  if (column === undefined || column.pick.kind !== "each" || row > mostNumbered) return null;
  return numbered(column, row);
}

/** A column of `each` that reads one row. @param row from 1 */
export function numbered(column: PersonColumn, row: number): PersonColumn {
  return { ...column, key: `${column.key}#${row}`, row };
}

/** The key of another field of the row that a column reads. */
export function siblingKey({ key, field }: PersonColumn, other: string): string {
  return `${key.slice(0, -field.length)}${other}`;
}

/** Whether columns read one and the same row of a person, and so are cells of one row of the log. */
export function groupOf({ entity, pick, row }: PersonColumn): string {
  return `${entity}/${pick.kind === "best" ? pick.value : ""}/${row ?? ""}`;
}

/**
 * Whether what a person types into a cell can become its value: a document needs its file, and what a text was read as is
 * told by the import that kept it.
 */
export function isWritten({ definition: { type, jsonOf } }: PersonColumn): boolean {
  return type !== "document" && jsonOf === undefined;
}

/**
 * Sensitive personal data (Luật 91/2025/QH15, Điều 2): in no list, table or file unless somebody asks for the column by
 * its name.
 */
export function isSensitive({ entity, definition }: PersonColumn): boolean {
  return definition.sensitive === true || entityDefinition(entity).sensitive === true;
}

/** Whether a column names rows of an entity, such as units. */
export function refersTo({ definition }: PersonColumn): EntityName | null {
  return definition.type === "reference" || definition.type === "referenceSet"
    ? (definition.entity ?? null)
    : null;
}
