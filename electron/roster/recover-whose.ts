/**
 * Says whose a recovered roster is where that was lost. A guess would make all that others wrote ours, and ours a stranger's;
 * so it is taken from the keys of the machine, or from whoever is asked, who may name an office of which nothing is left.
 */
import { appError } from "../../shared/contract/errors";
import { fromHex, sameBytes } from "../../shared/sync/bytes";
import type { WriteHandle } from "./file/handle";
import { sql } from "./file/sql";
import { type LogOffice, type LogUnit, officesOfLog, unitsOfLog } from "./log/log-offices";
import { keepOwnKeys, rosterKeys } from "./log/own-keys";

/** What tells whose a roster is that does not say so itself any more. */
export interface Whose {
  /** Hex of the keys of the office whose machine this is. */
  readonly keys: readonly string[];
  /** Code of the unit of the office that somebody named; null: as the keys say. */
  readonly unitCode: string | null;
}

const oneLine = (text: string) => text.replaceAll(/\s/g, " ");

/** An answer that can be given: an office that was read, or a unit whose office may be the one that is lost. */
function choicesOf(offices: readonly LogOffice[], units: readonly LogUnit[]): string {
  const codes = new Set(offices.map(({ unitCode }) => unitCode));
  const others = units.filter(({ code }) => !codes.has(code));
  return [
    ...offices.map(({ unitCode, name }) => `${unitCode}\t${oneLine(name)}\toffice`),
    ...others.map(({ code, name }) => `${code}\t${oneLine(name)}\tunit`),
  ].join("\n");
}

/**
 * Notes whose the roster is, once its ops are in the file: the office that it names; or else, of the offices in its log, the
 * only one whose row was made with a key of this machine; or the one of the unit that was named.
 * @param isRead whether anything was read of what the roster notes of itself; then one without an office never had one
 * @returns the unit that was named where the log tells of no office of it: its row must be made anew; null otherwise
 * @throws AppError `recover-whose` where nothing tells it; `recover-other-office` where the roster says itself that it is
 *   another one's; `recover-no-unit` for a code that no unit of the log has
 */
export function claim(
  db: WriteHandle,
  path: string,
  { keys, unitCode }: Whose,
  isRead: boolean,
): LogUnit | null {
  const offices = officesOfLog(db);
  const said = db.value<Uint8Array>(sql`SELECT value FROM local_state WHERE key = 'office'`);
  const stated = offices.find(({ row }) => said !== undefined && sameBytes(row, said));
  if (stated !== undefined) {
    // The row of its unit may be lost: then nothing speaks against the code.
    if (unitCode === null || stated.unitCode === unitCode || stated.unitCode === "") return null;
    throw appError("recover-other-office", {
      path,
      code: unitCode,
      office: `${stated.name} (${stated.unitCode})`,
    });
  }
  const units = unitsOfLog(db);
  if (unitCode === null && said === undefined && offices.length === 0 && isRead) return null;
  // What the roster names is none of those that were read, so none of them keeps it.
  const possible = said === undefined ? offices : [];
  const own = new Set([...keys, ...rosterKeys(db)]);
  const isOwn = ({ key }: LogOffice) => own.has(key);
  // Of several offices of a unit that was named, one that was made here goes first.
  const [office, another] =
    unitCode === null
      ? possible.filter(isOwn)
      : possible
          .filter((one) => one.unitCode === unitCode)
          .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  if (office !== undefined && (unitCode !== null || another === undefined)) {
    db.run(sql`INSERT OR REPLACE INTO local_state (key, value) VALUES ('office', ${office.row})`);
    keepOwnKeys(db, [fromHex(office.key), ...keys.map(fromHex)]);
    return null;
  }
  if (unitCode === null) {
    const named = offices.map(({ name, unitCode: code }) => `${name} (${code})`).join(", ");
    throw appError("recover-whose", { path, offices: named, choices: choicesOf(possible, units) });
  }
  const unit = units.find(({ code }) => code === unitCode);
  if (unit === undefined) throw appError("recover-no-unit", { path, code: unitCode });
  db.run(sql`DELETE FROM local_state WHERE key = 'office'`);
  keepOwnKeys(db, keys.map(fromHex));
  return unit;
}
