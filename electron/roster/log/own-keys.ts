/**
 * Whose roster it is: every key that it was ever written with, and the units that its office's row ever named.
 *
 * Keys are kept in the roster, since a key that was lost wrote what is ours all the same.
 */
import { entities } from "../../../shared/domain/entities";
import type { Reader } from "../../../shared/sync/authority/types";
import { keyOfOp } from "../../../shared/sync/authority/types";
import { bytesToUuid, toHex } from "../../../shared/sync/bytes";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { opsOfRowAnew } from "./op-rows";

const keyLength = 32;

/** Hex of the keys that are kept as the roster's own. */
export function rosterKeys(db: ReadHandle): string[] {
  const keys = db.value<Buffer>(sql`SELECT value FROM local_state WHERE key = 'keys'`) ?? Buffer.alloc(0);
  return Array.from({ length: keys.length / keyLength }, (_, place) =>
    toHex(keys.subarray(place * keyLength, (place + 1) * keyLength)),
  );
}

export function isOwnKey(db: ReadHandle, key: Uint8Array): boolean {
  return rosterKeys(db).includes(toHex(key));
}

/** Keeps keys as the roster's own. @param keys 32 bytes each */
export function keepOwnKeys(db: WriteHandle, keys: readonly Uint8Array[]): void {
  const known = rosterKeys(db);
  const fresh = [...new Set(keys.map(toHex))].filter((key) => !known.includes(key));
  if (fresh.length === 0) return;
  const all = Buffer.from([...known, ...fresh].join(""), "hex");
  db.run(sql`INSERT OR REPLACE INTO local_state (key, value) VALUES ('keys', ${all})`);
}

/**
 * The office in whose roster authority is asked for.
 * @param writing the writer under whose name something is about to be written, 48 bytes
 */
export function readerOf(db: ReadHandle, writing: Uint8Array | null = null): Reader {
  const own = writing === null ? [] : [toHex(writing.subarray(0, keyLength))];
  const keys = [...new Set([...rosterKeys(db), ...own])];
  const office = db.value<Buffer>(sql`SELECT value FROM local_state WHERE key = 'office'`);
  if (office === undefined) return { keys, units: [], office: null };
  const unit = entities.office.fields.unit.id;
  const units = opsOfRowAnew(db, office)
    .filter((op) => op.entity === entities.office.id && keys.includes(keyOfOp(op)))
    .map((op) => op.fields.get(unit))
    .filter((value) => typeof value === "string");
  return { keys, units: [...new Set(units)], office: bytesToUuid(office) };
}
