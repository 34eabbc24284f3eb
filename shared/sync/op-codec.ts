/**
 * Canonical bytes of an op: the bytes that are hashed, chained, stored and sent.
 *
 * One op has exactly one byte form (CBOR of RFC 8949 §4.2: definite lengths, shortest integers, sorted keys; whole
 * numbers only). Decoding refuses every other form, because two forms of one op would be two op ids.
 *
 *   op   = [1, writer, seq, prev / null, lamport, at, user, change, entity, row, create, body as byte string]
 *   body = {1: {field id: value}, ? 2: [[op hash, [field id…]]…], ? 3: [action, reason / null, ? undone writer, seq]}
 *
 * A value that has the form of a row id is written as 16 bytes; all other text as text.
 * Further keys of a body (from a newer program) are allowed and stay in the stored bytes.
 */
import { encode } from "cborg";
import type { FieldValue } from "../domain/entities";
import { foreignText, isPlainText } from "../text/foreign";
import { bytesToUuid, isUuid, toHex, uuidToBytes } from "./bytes";
import { decodeCanonical, decodeProven } from "./canonical";
import { type ChangeMeta, hashLength, type Op, type OpBody, writerLength } from "./op";

const opFormat = 1;
const fieldsKey = 1;
const supersedesKey = 2;
const metaKey = 3;

/** Far above what writing could reach; bounded, so that no op can push the counters of others to their end. */
export const highestLamport = 2 ** 40;
/** Longest key of an action, reason of a change and name of an author, in UTF-16 units. */
const longestAction = 40;
const longestReason = 500;
export const longestUser = 200;
/** Longest body in bytes. */
export const longestBody = 1 << 16;

/** A body as it was read. */
export interface ReadBody extends OpBody {
  /** Fields with a value of a kind that this program does not know; they stand in the op's bytes alone. */
  readonly strange: readonly number[];
}

/** Bytes that are no canonical op; `message` is for engineers. */
export class OpFormatError extends Error {}

function encodeValue(value: FieldValue): unknown {
  return typeof value === "string" && isUuid(value) ? uuidToBytes(value) : value;
}

/** `undefined` for a kind of value that only a newer program knows; it stays in the op's stored bytes. */
function decodeValue(value: unknown): FieldValue | undefined {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new OpFormatError("A number that is not whole");
    return value;
  }
  if (value instanceof Uint8Array && value.length === 16) return bytesToUuid(value);
  return undefined;
}

/** Fields that saw the same op share one entry, since a form usually saves several fields of one earlier op. */
function groupByHash(supersedes: OpBody["supersedes"]): [Uint8Array, number[]][] {
  const groups = new Map<string, [Uint8Array, number[]]>();
  for (const [field, hashes] of supersedes) {
    for (const hash of hashes) {
      const key = toHex(hash);
      const group = groups.get(key);
      if (group) group[1].push(field);
      else groups.set(key, [hash, [field]]);
    }
  }
  return [...groups.keys()].sort().map((key) => {
    const [hash, fields] = groups.get(key) as [Uint8Array, number[]];
    return [hash, fields.sort((a, b) => a - b)];
  });
}

function encodeMeta(meta: ChangeMeta): unknown[] {
  const parts: unknown[] = [meta.action, meta.reason];
  if (meta.undoes) parts.push(meta.undoes.writer, meta.undoes.seq);
  return parts;
}

/**
 * Canonical bytes of a body.
 * @throws Error for a number that is not whole: a bug of the caller, since values are checked before
 */
export function encodeBody(body: OpBody): Uint8Array {
  const fields = new Map<number, unknown>();
  for (const [field, value] of body.fields) {
    if (typeof value === "number" && !Number.isSafeInteger(value))
      throw new Error(`Not a whole number: ${value}`);
    fields.set(field, encodeValue(value));
  }
  const parts = new Map<number, unknown>([[fieldsKey, fields]]);
  if (body.supersedes.size > 0) parts.set(supersedesKey, groupByHash(body.supersedes));
  if (body.meta) parts.set(metaKey, encodeMeta(body.meta));
  return encode(parts);
}

function formatError(reason: string, cause?: unknown): OpFormatError {
  return new OpFormatError(reason, { cause });
}

function isFieldId(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** @param strange takes the fields with a value of another kind */
function decodeFields(part: unknown, strange: number[] = []): Map<number, FieldValue> {
  if (!(part instanceof Map)) throw new OpFormatError("A body without fields");
  const fields = new Map<number, FieldValue>();
  for (const [field, value] of part as Map<unknown, unknown>) {
    if (!isFieldId(field)) throw new OpFormatError("A field id that is no whole number");
    const known = decodeValue(value);
    if (known === undefined) strange.push(field);
    else fields.set(field, known);
  }
  return fields;
}

function decodeSupersedes(part: unknown): Map<number, Uint8Array[]> {
  const supersedes = new Map<number, Uint8Array[]>();
  if (part === undefined) return supersedes;
  if (!Array.isArray(part) || part.length === 0) throw new OpFormatError("Superseded ops are no list");
  let previous = "";
  for (const group of part as unknown[]) {
    const [hash, fields] = Array.isArray(group) ? (group as unknown[]) : [];
    if (!(hash instanceof Uint8Array) || hash.length !== hashLength)
      throw new OpFormatError("Not an op hash");
    const key = toHex(hash);
    if (key <= previous || !Array.isArray(fields) || fields.length === 0)
      throw new OpFormatError("Unordered hashes");
    previous = key;
    let last = -1;
    for (const field of fields as unknown[]) {
      if (!isFieldId(field) || field <= last) throw new OpFormatError("Unordered fields");
      last = field;
      const hashes = supersedes.get(field);
      if (hashes) hashes.push(hash);
      else supersedes.set(field, [hash]);
    }
  }
  return supersedes;
}

function decodeMeta(part: unknown): ChangeMeta | null {
  if (part === undefined) return null;
  const [action, reason, writer, seq, ...rest] = Array.isArray(part) ? (part as unknown[]) : [];
  if (typeof action !== "string" || rest.length > 0) throw new OpFormatError("A change without an action");
  if (reason !== null && typeof reason !== "string") throw new OpFormatError("A reason that is no text");
  const said = readableMeta({ action, reason });
  if (writer === undefined) return { ...said, undoes: null };
  if (!(writer instanceof Uint8Array) || writer.length !== writerLength || !isPositive(seq)) {
    throw new OpFormatError("Not a change reference");
  }
  return { ...said, undoes: { writer, seq } };
}

/** What is said of a change, as every office lists it: no author can make it run off the screen or look like another. */
export function readableMeta<M extends Pick<ChangeMeta, "action" | "reason">>(meta: M): M {
  const { action, reason } = meta;
  return {
    ...meta,
    action: foreignText(action, longestAction),
    reason: reason === null ? null : foreignText(reason, longestReason),
  };
}

/**
 * Reads a body.
 * @throws OpFormatError for bytes that are not canonical or hold something else
 */
export function decodeBody(bytes: Uint8Array): ReadBody {
  return bodyOf(decodeCanonical(bytes, formatError));
}

/**
 * Reads a body that was proven before it was stored: a row's history is read again and again, and the proof costs as
 * much as the reading.
 * @throws OpFormatError for bytes that hold something else
 */
export function storedBody(bytes: Uint8Array): ReadBody {
  return bodyOf(decodeProven(bytes, formatError));
}

function bodyOf(parts: unknown): ReadBody {
  if (!(parts instanceof Map)) throw new OpFormatError("A body is a map");
  const strange: number[] = [];
  return {
    fields: decodeFields(parts.get(fieldsKey), strange),
    strange,
    supersedes: decodeSupersedes(parts.get(supersedesKey)),
    meta: decodeMeta(parts.get(metaKey)),
  };
}

/** Canonical bytes of an op; their SHA-256 is the op's id. */
export function encodeOp(op: Op): Uint8Array {
  return encode([
    opFormat,
    op.writer,
    op.seq,
    op.prev,
    op.lamport,
    op.at,
    op.user,
    op.change,
    op.entity,
    op.row,
    op.create,
    op.body,
  ]);
}

function isPositive(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

/**
 * Reads an op and checks its form, its body included; not its hash, chain or signature.
 * @throws OpFormatError for anything but the canonical bytes of an op
 */
export function decodeOp(bytes: Uint8Array): Op {
  const parts = decodeCanonical(bytes, formatError);
  if (!Array.isArray(parts) || parts.length !== 12 || parts[0] !== opFormat)
    throw new OpFormatError("Not an op");
  const [, writer, seq, prev, lamport, at, user, change, entity, row, create, body] = parts as unknown[];
  if (!(writer instanceof Uint8Array) || !(row instanceof Uint8Array) || !(body instanceof Uint8Array)) {
    throw new OpFormatError("A part that is no bytes");
  }
  if (prev !== null && !(prev instanceof Uint8Array)) throw new OpFormatError("Not a hash");
  if (
    typeof seq !== "number" ||
    typeof lamport !== "number" ||
    typeof at !== "number" ||
    typeof change !== "number" ||
    typeof entity !== "number"
  ) {
    throw new OpFormatError("A part that is no number");
  }
  if (typeof user !== "string" || typeof create !== "boolean")
    throw new OpFormatError("A part of a wrong kind");
  const op = { writer, seq, prev, lamport, at, user, change, entity, row, create, body };
  checkOp(op);
  return op;
}

/**
 * Checks what the types of an op do not say, its body included; whoever reads ops from elsewhere calls it.
 * @throws OpFormatError
 */
export function checkOp({ writer, seq, prev, lamport, at, user, change, entity, row, body }: Op): void {
  if (writer.length !== writerLength || row.length !== 16 || body.length > longestBody)
    throw new OpFormatError("Bytes of a wrong length");
  if (!isPositive(seq) || !isPositive(change) || change > seq || !isPositive(entity))
    throw new OpFormatError("A number out of range");
  if (!isPositive(lamport) || lamport > highestLamport) throw new OpFormatError("A lamport out of range");
  if (!Number.isSafeInteger(at)) throw new OpFormatError("A clock that is no whole number");
  if (!isPlainText(user, longestUser)) throw new OpFormatError("A user that is no plain text");
  if (prev !== null && prev.length !== hashLength) throw new OpFormatError("Not a hash");
  if ((seq === 1) !== (prev === null))
    throw new OpFormatError("Only the first op of a writer has none before it");
  decodeBody(body);
}
