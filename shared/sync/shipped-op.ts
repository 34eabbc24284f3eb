/**
 * The op that brings a row of the shipped lists (units, posts, standards) into being: the same bytes in every roster.
 *
 * Two offices make their rosters apart and mean the same Quảng Yên. Were the row created by each office's own writer,
 * a district would hold three thousand creations of one post, and every packet would carry the lists again. So the
 * author is nobody: a writer without a key whose second half is a hash of the row, and one op.
 */
import type { FieldValue } from "../domain/entities";
import { type Op, type Sha256, writerLength } from "./op";
import { encodeBody } from "./op-codec";

const keyLength = 32;

/**
 * @param entity entity id of the registry
 * @param row 16 bytes of the row's id, which follows from what the row is about
 * @param fields values by field id, those without a value left out
 */
export function shippedOp(
  entity: number,
  row: Uint8Array,
  fields: ReadonlyMap<number, FieldValue>,
  sha256: Sha256,
): Op {
  const body = encodeBody({ fields, supersedes: new Map(), meta: null });
  const content = new Uint8Array(2 + row.length + body.length);
  content.set([entity >> 8, entity & 0xff]);
  content.set(row, 2);
  content.set(body, 2 + row.length);
  const writer = new Uint8Array(writerLength);
  writer.set(sha256(content).subarray(0, writerLength - keyLength), keyLength);
  return {
    writer,
    seq: 1,
    prev: null,
    lamport: 1,
    at: 0,
    user: "",
    change: 1,
    entity,
    row,
    create: true,
    body,
  };
}

/** Whether a writer is nobody's: the author of a shipped row. */
export function isShippedWriter(writer: Uint8Array): boolean {
  for (let i = 0; i < keyLength; i++) if (writer[i] !== 0) return false;
  return true;
}
