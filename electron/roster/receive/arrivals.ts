/**
 * Takes ops that other offices wrote into the log: each once, in any order, whatever else of their writers is here.
 *
 * Invariants: the log is the union of what came and what was there; nothing that is there is changed, except that an
 * op no longer needs to bear the hash of the one before once that one has come; a second op under one writer and
 * sequence is kept beside the first and makes the writer forked. It lives for one transaction.
 */
import { standing } from "../../../shared/domain/authority";
import { bytesToUuid, sameBytes } from "../../../shared/sync/bytes";
import { storedBody } from "../../../shared/sync/op-codec";
import type { HashedOp } from "../../../shared/sync/packet/types";
import { isShippedWriter } from "../../../shared/sync/shipped-op";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { ArrivedChanges } from "./arrived-changes";
import { authorId } from "../log/authors";
import { namedByHex, type StoredOp, writerName } from "../log/op-rows";
import { shownFields } from "../log/shown-fields";
import { settleForked } from "../log/writer-pieces";

interface Line {
  readonly identity: Uint8Array;
  /** Rows of the writer table; the first takes what simply follows. */
  readonly rows: number[];
  lastSeq: number;
  lastHash: Uint8Array | null;
  lastLamport: number;
  forked: boolean;
  dirty: boolean;
}

interface WriterColumns {
  readonly id: number;
  readonly seq: number;
  readonly hash: Buffer | null;
  readonly lamport: number;
  readonly forked: number;
}

export class Arrivals {
  readonly #db: WriteHandle;
  readonly #receptionId: number;
  readonly #lines = new Map<string, Line>();
  readonly #authors = new Map<string, number>();
  readonly #changes: ArrivedChanges;
  /** Local id of the first op that came; null while none did. */
  firstOp: number | null = null;
  lastOp: number | null = null;

  /** @param receptionId what the changes are listed under */
  constructor(db: WriteHandle, receptionId: number) {
    this.#db = db;
    this.#receptionId = receptionId;
    this.#changes = new ArrivedChanges(db, receptionId);
  }

  /** Writers of which something came, as 48 bytes each. */
  get writers(): readonly Uint8Array[] {
    return [...this.#lines.values()].filter((line) => line.dirty).map((line) => line.identity);
  }

  /**
   * Leaves out the first ops of an unbroken run where all of them are here: the hash of one proves those before it, so
   * that a file which repeats everything costs one look and not one an op.
   */
  unknownOf(run: readonly HashedOp[]): readonly HashedOp[] {
    const [first] = run;
    if (first === undefined) return run;
    const line = this.#line(first.op.writer);
    const [row] = line.rows;
    if (line.forked || row === undefined) return run;
    const count = Math.min(run.length, line.lastSeq - first.op.seq + 1);
    const last = run[count - 1];
    if (last === undefined || count < 1) return run;
    const [there] = this.#hashesAt(line, last.op.seq);
    if (there === undefined || !sameBytes(there.hash, last.hash)) return run;
    const held = this.#db.value<number>(
      sql`SELECT count(*) FROM op WHERE writer = ${row} AND seq BETWEEN ${first.op.seq} AND ${last.op.seq}`,
    );
    return held === count ? run.slice(count) : run;
  }

  /** @returns the op as the fold sees it, or null when it was here already */
  add(hashed: HashedOp): StoredOp | null {
    const { op, hash } = hashed;
    const line = this.#line(op.writer);
    const place = this.#placeOf(line, hashed);
    if (place === null) return null;
    const created = op.create ? 1 : 0;
    const localId = this.#db.run(
      sql`
        INSERT INTO op
          (writer, seq, hash, lamport, at, author, change_seq, entity, row, created, body, prev)
        VALUES
          (${place.writer}, ${op.seq}, ${hash}, ${op.lamport}, ${op.at}, ${this.#author(op.user)}, ${op.change},
           ${op.entity}, ${op.row}, ${created}, ${op.body}, ${place.prev})`,
    );
    this.firstOp ??= localId;
    this.lastOp = localId;
    line.dirty = true;
    const stored = storedBody(op.body);
    if (!isShippedWriter(op.writer))
      this.#changes.add(place.writer, op, stored.meta, localId, this.#author(op.user));
    return {
      id: Buffer.from(hash.buffer, hash.byteOffset, hash.length).toString("hex"),
      branch: { writer: writerName(op.writer), fork: null },
      seq: op.seq,
      lamport: op.lamport,
      create: op.create,
      ...shownFields(op.entity, stored),
      supersedes: namedByHex(stored.supersedes),
      localId,
      writer: place.writer,
      entity: op.entity,
      at: op.at,
      changeSeq: op.change,
      row: bytesToUuid(op.row),
      standing: standing.counts,
    };
  }

  /**
   * Writes down where the writers stand now.
   * @returns writers whose ops stand to each other in another way than before: all their rows must be looked at again
   */
  finish(): Uint8Array[] {
    const reshaped: Uint8Array[] = [];
    for (const line of this.#lines.values()) {
      if (!line.dirty) continue;
      if (line.forked) {
        this.#changes.forget(line.rows);
        settleForked(this.#db, line.identity, this.#receptionId);
        reshaped.push(line.identity);
      } else {
        this.#db.run(
          sql`
            UPDATE writer SET last_seq = ${line.lastSeq}, last_hash = ${line.lastHash},
              last_lamport = ${line.lastLamport}
            WHERE id = ${line.rows[0] ?? 0}`,
        );
      }
    }
    this.#changes.finish();
    return reshaped;
  }

  #author(name: string): number {
    let id = this.#authors.get(name);
    if (id === undefined) {
      id = authorId(this.#db, name);
      this.#authors.set(name, id);
    }
    return id;
  }

  #line(identity: Uint8Array): Line {
    const name = writerName(identity);
    let line = this.#lines.get(name);
    if (line !== undefined) return line;
    const rows = this.#db.all<WriterColumns>(
      sql`SELECT id, last_seq AS seq, last_hash AS hash, last_lamport AS lamport, forked
       FROM writer WHERE identity = ${identity} ORDER BY branch`,
    );
    const [first] = rows;
    line = {
      identity,
      rows: rows.map((row) => row.id),
      lastSeq: Math.max(0, ...rows.map((row) => row.seq)),
      lastHash: first?.hash ?? null,
      lastLamport: Math.max(0, ...rows.map((row) => row.lamport)),
      forked: first?.forked === 1,
      dirty: false,
    };
    this.#lines.set(name, line);
    return line;
  }

  /** Row of the writer table that takes an op, and the hash of the one before where it must be kept; null: is here. */
  #placeOf(line: Line, hashed: HashedOp): { writer: number; prev: Uint8Array | null } | null {
    const { op, hash } = hashed;
    const { seq, prev } = op;
    if (!line.forked && seq > line.lastSeq) {
      const follows = seq === line.lastSeq + 1 && (line.rows.length > 0 || seq === 1);
      const fits = !follows || sameHash(prev, line.lastHash);
      if (!fits) return this.#apart(line, hashed);
      this.#follow(line, seq, hash, op.lamport);
      return { writer: line.rows[0] ?? 0, prev: follows ? null : prev };
    }
    const there = this.#hashesAt(line, seq);
    if (there.some((one) => sameBytes(one.hash, hash))) return null;
    if (line.forked || there.length > 0) return this.#apart(line, hashed);
    const [before] = this.#hashesAt(line, seq - 1);
    const [after] = this.#hashesAt(line, seq + 1);
    if (before !== undefined && !sameHash(prev, before.hash)) return this.#apart(line, hashed);
    if (after !== undefined && !sameHash(after.prev, hash)) return this.#apart(line, hashed);
    if (after !== undefined) this.#db.run(sql`UPDATE op SET prev = NULL WHERE id = ${after.id}`);
    line.lastLamport = Math.max(line.lastLamport, op.lamport);
    return { writer: line.rows[0] ?? 0, prev: before === undefined ? prev : null };
  }

  #follow(line: Line, seq: number, hash: Uint8Array, lamport: number): void {
    if (line.rows.length === 0) line.rows.push(this.#newRow(line, 0));
    line.lastSeq = seq;
    line.lastHash = hash;
    line.lastLamport = Math.max(line.lastLamport, lamport);
  }

  /** A second op at one place: kept in a row of its own until the writer is cut into pieces. */
  #apart(line: Line, { op }: HashedOp): { writer: number; prev: Uint8Array | null } {
    line.forked = true;
    const taken = new Set(this.#hashesAt(line, op.seq).map((one) => one.writer));
    let row = line.rows.find((one) => !taken.has(one));
    if (row === undefined) {
      row = this.#newRow(line, line.rows.length);
      line.rows.push(row);
    }
    return { writer: row, prev: op.prev };
  }

  #newRow(line: Line, branch: number): number {
    return this.#db.run(
      sql`
        INSERT INTO writer (identity, branch, last_seq, last_lamport)
        VALUES (${line.identity}, ${branch}, 0, 0)`,
    );
  }

  #hashesAt(line: Line, seq: number): { id: number; writer: number; hash: Buffer; prev: Buffer | null }[] {
    return line.rows.flatMap((writer) =>
      this.#db.all<{ id: number; writer: number; hash: Buffer; prev: Buffer | null }>(
        sql`SELECT id, writer, hash, prev FROM op WHERE writer = ${writer} AND seq = ${seq}`,
      ),
    );
  }
}

function sameHash(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : sameBytes(a, b);
}
