/** Units: communes, districts, provinces with the days they are valid. */
import type { UnitLevel, UnitType } from "../../../shared/domain/values";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { type Sql, type SqlValue, sql } from "../file/sql";
import { proven, wholeColumns } from "../projection/proven";
import { shapeOf } from "../projection/schema";

export interface UnitRow {
  readonly pk: number;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly level: UnitLevel;
  readonly parentPk: number | null;
  /** `YYYY-MM-DD`; null: since always, until further notice. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly formedFrom: string | null;
  /** UUIDs of the units that it was formed from, joined by a blank; empty for none. */
  readonly predecessors: string;
  /** Sorted area flags joined by a blank; empty for none. */
  readonly areaFlags: string;
}

type Columns = Readonly<Record<string, SqlValue>>;

const select = sql`SELECT ${sql.join(wholeColumns(shapeOf("unit")).map(sql.name))} FROM unit`;

function text(value: SqlValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function units(db: ReadHandle, condition: Sql): UnitRow[] {
  const rows = db.all<Columns>(sql`${select} ${condition}`);
  proven(db, rows.map(Object.values<SqlValue>));
  return rows.map((row) => ({
    pk: row["pk"] as number,
    id: bytesToUuid(row["id"] as Uint8Array),
    code: text(row["code"]) ?? "",
    name: text(row["name"]) ?? "",
    type: row["type"] as UnitType,
    level: row["level"] as UnitLevel,
    parentPk: row["parent"] as number | null,
    validFrom: text(row["valid_from"]),
    validTo: text(row["valid_to"]),
    formedFrom: text(row["formed_from"]),
    predecessors: text(row["predecessors"]) ?? "",
    areaFlags: text(row["area_flags"]) ?? "",
  }));
}

/** Every unit by row id: at most some ten thousand. */
export function allUnits(db: ReadHandle): UnitRow[] {
  return units(db, sql`ORDER BY id`);
}

export function unitById(db: ReadHandle, id: string): UnitRow | null {
  return isUuid(id) ? (units(db, sql`WHERE id = ${uuidToBytes(id)}`)[0] ?? null) : null;
}

/** Units that ever had a code, since codes are used again; the oldest validity first. */
export function unitsByCode(db: ReadHandle, code: string): UnitRow[] {
  return units(db, sql`WHERE code = ${code} ORDER BY valid_from, id`);
}

export function unitCount(db: ReadHandle): number {
  return db.value<number>(sql`SELECT count(*) FROM unit`) ?? 0;
}

/** Row numbers of all units. */
export function unitPks(db: ReadHandle): number[] {
  return db.raw<[number]>(sql`SELECT pk FROM unit ORDER BY pk`).map(([pk]) => pk);
}
