/** What a roster shows, read from its tables and lists, by row ids: two rosters give the same row different pks. */
import { type FieldValue } from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import type { ReadHandle } from "../../roster/file/handle";
import { type Sql, sql } from "../../roster/file/sql";
import { historyOfRow } from "../../roster/log/op-rows";
import { fieldColumns, projectionOrder, tableOf } from "../../roster/projection/columns";
import { type Portrait, sorted } from "./model";

function shownValue(type: string, value: FieldValue): FieldValue {
  return type === "boolean" && value !== null ? value === 1 : value;
}

/** Rows in tables: "entity row" to its values. */
export function tableRows(db: ReadHandle): Record<string, Record<string, FieldValue>> {
  const ids = new Map<string, string>();
  for (const entity of projectionOrder) {
    for (const { pk, id } of db.all<{ pk: number; id: Buffer }>(sql`
      SELECT pk, id FROM ${sql.name(tableOf(entity))}`)) {
      ids.set(`${entity} ${pk}`, bytesToUuid(id));
    }
  }
  const rows: Record<string, Record<string, FieldValue>> = {};
  for (const entity of projectionOrder) {
    const columns = fieldColumns(entity);
    for (const row of db.all<Record<string, FieldValue> & { id: Buffer }>(
      sql`SELECT * FROM ${sql.name(tableOf(entity))}`,
    )) {
      rows[`${entity} ${bytesToUuid(row.id)}`] = Object.fromEntries(
        columns.map(({ field, name, definition }) => {
          const value = row[name] ?? null;
          const isReference = definition.type === "reference" && value !== null;
          return [
            field,
            isReference
              ? (ids.get(`${definition.entity} ${String(value)}`) ?? "dangling")
              : shownValue(definition.type, value),
          ];
        }),
      );
    }
  }
  return rows;
}

export function portraitOf(db: ReadHandle): Portrait {
  const heads: Record<string, string[]> = {};
  for (const [row] of db.raw<[Buffer]>(sql`SELECT DISTINCT row FROM op`)) {
    for (const [field, list] of foldRow(historyOfRow(db, row)).heads) {
      heads[`${bytesToUuid(row)}/${field}`] = list.map((op) => op.id);
    }
  }
  const list = (query: Sql) =>
    db
      .raw<(string | number | Buffer)[]>(query)
      .map((row) => row.map((cell) => (cell instanceof Uint8Array ? bytesToUuid(cell) : cell)));
  return sorted({
    heads,
    rows: tableRows(db),
    conflicts: list(sql`SELECT row, field FROM conflict`).map(([row, field]) => `${row}/${field}`),
    unresolved: list(sql`SELECT row, field, target, state FROM unresolved`).map(
      ([row, field, target, state]) => `${row}/${field} → ${target} ${state}`,
    ),
    hidden: list(sql`SELECT row FROM hidden`).map(([row]) => String(row)),
    waiting: list(sql`SELECT row, ops FROM waiting`).map(([row, ops]) => `${row} ${ops}`),
  });
}
