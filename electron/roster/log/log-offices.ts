/** The offices that a log tells of, with who made each: from there it can be said again whose roster it is. */
import { entities } from "../../../shared/domain/entities";
import { hanoiDay } from "../../../shared/domain/hanoi-time";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { isNobody, keyOfOp } from "../../../shared/sync/authority/types";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { opsOfRowAnew } from "./op-rows";

export interface LogOffice {
  /** Of the office's row. */
  readonly row: Uint8Array;
  /** Hex of the key by which it was made. */
  readonly key: string;
  readonly name: string;
  /** "" where the log does not tell of its unit. */
  readonly unitCode: string;
}

/** Each office once, as whoever made it named it. @throws AppError `roster-damaged` */
export function officesOfLog(db: ReadHandle): LogOffice[] {
  const { unit, name } = entities.office.fields;
  const rows = db.raw<[Buffer]>(
    sql`SELECT DISTINCT row FROM op WHERE entity = ${entities.office.id} AND created = 1 ORDER BY row`,
  );
  return rows.flatMap(([row]) => {
    const op = opsOfRowAnew(db, row).find((one) => one.create);
    if (op === undefined || isNobody(keyOfOp(op))) return [];
    const unitCode = codeOfUnit(db, op.fields.get(unit.id));
    return [{ row, key: keyOfOp(op), name: String(op.fields.get(name.id) ?? ""), unitCode }];
  });
}

export interface LogUnit {
  readonly id: string;
  readonly code: string;
  readonly type: string;
  readonly name: string;
}

/** Days as whole numbers; an open end is 0 at the beginning and beyond all days at the end. */
interface Standing {
  readonly from: number;
  readonly to: number;
}

const everLater = 99_999_999;

/**
 * A unit for each code of the log, as it was made. Communes take over the codes of older ones: it is the one that exists
 * on the day of the newest op, or else the last that did.
 * @throws AppError `roster-damaged`
 */
export function unitsOfLog(db: ReadHandle): LogUnit[] {
  const { code, type, name, validFrom, validTo } = entities.unit.fields;
  const today = isoToPacked(hanoiDay(db.value<number>(sql`SELECT max(at) FROM op`) ?? 0));
  const rank = ({ from, to }: Standing) => (from <= today && today <= to ? everLater : from);
  const rows = db.raw<[Buffer]>(
    sql`SELECT DISTINCT row FROM op WHERE entity = ${entities.unit.id} AND created = 1 ORDER BY row`,
  );
  const units = rows.flatMap(([row]) => {
    const made = opsOfRowAnew(db, row).find((one) => one.create);
    const dayOf = (field: number, open: number) => {
      const day = made?.fields.get(field);
      return typeof day === "string" ? isoToPacked(day) : open;
    };
    const days = { from: dayOf(validFrom.id, 0), to: dayOf(validTo.id, everLater) };
    const [unitCode = "", unitType = "", unitName = ""] = [code, type, name].map(({ id }) =>
      String(made?.fields.get(id) ?? ""),
    );
    return unitCode === ""
      ? []
      : [{ unit: { id: bytesToUuid(row), code: unitCode, type: unitType, name: unitName }, days }];
  });
  const sorted = units.sort((a, b) => rank(a.days) - rank(b.days));
  const byCode = new Map(sorted.map(({ unit }) => [unit.code, unit]));
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function codeOfUnit(db: ReadHandle, unit: unknown): string {
  if (typeof unit !== "string" || !isUuid(unit)) return "";
  const op = opsOfRowAnew(db, uuidToBytes(unit)).find((one) => one.create);
  return String(op?.fields.get(entities.unit.fields.code.id) ?? "");
}
