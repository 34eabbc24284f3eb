/** The offices that a log tells of, with who made each: from there it can be said again whose roster it is. */
import { entities } from "../../../shared/domain/entities";
import { isNobody, keyOfOp } from "../../../shared/sync/authority/types";
import { isUuid, uuidToBytes } from "../../../shared/sync/bytes";
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

function codeOfUnit(db: ReadHandle, unit: unknown): string {
  if (typeof unit !== "string" || !isUuid(unit)) return "";
  const op = opsOfRowAnew(db, uuidToBytes(unit)).find((one) => one.create);
  return String(op?.fields.get(entities.unit.fields.code.id) ?? "");
}
