/** Units: communes, districts, provinces with the days they are valid. */
import type { UnitLevel, UnitType } from "../../../shared/domain/values";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";

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

type UnitColumns = Omit<UnitRow, "id"> & { readonly id: Buffer };

const select = sql`
  SELECT pk, id, coalesce(code, '') AS code, coalesce(name, '') AS name, type, level, parent AS parentPk,
         valid_from AS validFrom, valid_to AS validTo, formed_from AS formedFrom,
         coalesce(predecessors, '') AS predecessors, coalesce(area_flags, '') AS areaFlags
  FROM unit`;

function units(db: ReadHandle, condition: Sql): UnitRow[] {
  return db.all<UnitColumns>(sql`${select} ${condition}`).map((row) => ({ ...row, id: bytesToUuid(row.id) }));
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
