/**
 * What is new for offices since the last file that was written for them: the one count that is told before a file is
 * written and after it.
 *
 * A file may hold the whole roster every time; how much is in it says nothing to somebody who changed two fields.
 */
import { entityById, isOfPerson } from "../../../shared/domain/entities";
import { bytesToUuid, toHex } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import { inSpans, type Span } from "../../../shared/sync/holds";
import { storedBody } from "../../../shared/sync/op-codec";
import type { HeldWriter } from "../../../shared/sync/packet/types";
import { officialOf } from "../../../shared/sync/row-owner";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { writerRows } from "../log/held-writers";
import { historyOfRow } from "../log/op-rows";
import { provenOf } from "../log/outgoing";
import { statementOf } from "../log/packet-memory";
import { lastOpSentTo, rowsTold } from "../log/sent";

export interface Fresh {
  /** Fields of rows that were written, each once however often it was; a row that came or went counts as one. */
  readonly values: number;
  /** People whose record they belong to. */
  readonly people: number;
}

type OpColumns = readonly [
  id: number,
  writer: number,
  seq: number,
  row: Buffer,
  entity: number,
  body: Buffer,
];

const pageOps = 2000;

/**
 * @param offices Ed25519 keys of the addressees
 * @param scope local ids of the ops that they may know; null: all
 * @returns null where one of them was never written to: then all of it is new
 */
export function freshFor(
  db: ReadHandle,
  offices: readonly Uint8Array[],
  scope: ReadonlySet<number> | null,
): Fresh | null {
  const values = new Set<string>();
  const rows = new Map<string, { readonly row: Buffer; readonly entity: number }>();
  for (const office of offices) {
    const since = lastOpSentTo(db, office);
    if (since === null) return null;
    const held = new Held(db, office);
    for (const [, writer, seq, row, entity, body] of opsSince(db, office, since, scope)) {
      if (held.has(writer, seq)) continue;
      const key = toHex(row);
      const fields = [...storedBody(body).fields.keys()];
      // A note that something was done to the roster writes no field.
      if (fields.length === 0) continue;
      for (const field of fields) values.add(`${key} ${field}`);
      rows.set(key, { row, entity });
    }
  }
  const people = new Set<string>();
  for (const { row, entity } of rows.values()) {
    const name = entityById(entity);
    const person = name === null ? null : officialOf(name, bytesToUuid(row), foldRow(historyOfRow(db, row)));
    if (person !== null) people.add(person);
  }
  return { values: values.size, people: people.size };
}

/** Ops that came since, and with a narrow scope those of people of whom the office was sent nothing before. */
function* opsSince(
  db: ReadHandle,
  office: Uint8Array,
  since: number,
  scope: ReadonlySet<number> | null,
): Generator<OpColumns> {
  for (let after = since; ; ) {
    const page = db.raw<OpColumns>(sql`
      SELECT id, writer, seq, row, entity, body FROM op WHERE id > ${after} ORDER BY id LIMIT ${pageOps}`);
    for (const op of page) {
      [after] = op;
      if (scope === null || scope.has(op[0])) yield op;
    }
    if (page.length < pageOps) break;
  }
  if (scope === null) return;
  const told = new Set(rowsTold(db, office).map(toHex));
  const older = [...scope].filter((id) => id <= since);
  for (let at = 0; at < older.length; at += pageOps) {
    const page = db.raw<OpColumns>(sql`
      SELECT op.id, op.writer, op.seq, op.row, op.entity, op.body
      FROM json_each(${JSON.stringify(older.slice(at, at + pageOps))}) AS wanted JOIN op ON op.id = wanted.value`);
    for (const op of page) {
      const entity = entityById(op[4]);
      if (entity !== null && isOfPerson(entity) && !told.has(toHex(op[3]))) yield op;
    }
  }
}

/** Ops that an office has for sure: what it wrote itself, what its last statement proves, what every program has. */
class Held {
  readonly #db: ReadHandle;
  readonly #key: string;
  readonly #identities: ReadonlyMap<number, Buffer>;
  readonly #holds: ReadonlyMap<string, HeldWriter>;
  readonly #spans = new Map<number, readonly Span[]>();

  constructor(db: ReadHandle, office: Uint8Array) {
    this.#db = db;
    this.#key = toHex(office);
    this.#identities = new Map(writerRows(db).map(({ id, identity }) => [id, identity]));
    this.#holds = new Map((statementOf(db, office)?.holds ?? []).map((held) => [toHex(held.writer), held]));
  }

  has(writer: number, seq: number): boolean {
    const identity = this.#identities.get(writer);
    // Rows of the shipped lists are written by nobody.
    if (identity === undefined || toHex(identity).startsWith(this.#key)) return true;
    let spans = this.#spans.get(writer);
    if (spans === undefined) {
      spans = provenOf(this.#db, writer, this.#holds.get(toHex(identity)));
      this.#spans.set(writer, spans);
    }
    return inSpans(spans, seq);
  }
}
