/**
 * Appends the ops of one change to the log: sequence, chain hash, lamport, the change's own row.
 *
 * The only code that inserts into `op`, `change` and `writer`. It lives for one transaction; if that is rolled back,
 * it is thrown away.
 */
import { standing } from "../../../shared/domain/authority";
import type { FieldValue } from "../../../shared/domain/entities";
import type { Branch } from "../../../shared/sync/branch";
import type { ChainEnd } from "../../../shared/sync/chain";
import { type ChangeMeta, type Op } from "../../../shared/sync/op";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { encodeBody, encodeOp, highestLamport } from "../../../shared/sync/op-codec";
import type { Sign } from "../../../shared/sync/packet/signing";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { sha256 } from "../file/sha256";
import { keepOwnKeys } from "./own-keys";
import { authorId } from "./authors";
import { OwnTree } from "./head-rows";
import { type StoredOp, writerName } from "./op-rows";

/** Where the roster's own writer stands before the change. */
export interface WriterHead {
  readonly identity: Uint8Array;
  /** Row of the writer table; null before its first op. */
  readonly writer: number | null;
  readonly end: ChainEnd | null;
  /** Highest lamport of any writer in the roster. */
  readonly lamport: number;
}

/** Where it stands after a change. */
export interface WrittenHead extends WriterHead {
  readonly end: ChainEnd;
}

export interface NewOp {
  readonly entity: number;
  readonly row: Uint8Array;
  readonly create: boolean;
  readonly fields: ReadonlyMap<number, FieldValue>;
  /** Op hashes as hex by field id; see `supersedesFor`. */
  readonly supersedes: ReadonlyMap<number, readonly string[]>;
}

export interface ChangeHeader {
  readonly at: number;
  readonly user: string;
  readonly meta: ChangeMeta;
  /** Local id of the change that this one undoes. */
  readonly undoes: number | null;
  readonly onProgress?: ((opCount: number) => void) | undefined;
}

const progressEvery = 10_000;
const nothingSuperseded: ReadonlyMap<number, readonly Uint8Array[]> = new Map();

function asBytes(supersedes: NewOp["supersedes"]): ReadonlyMap<number, readonly Uint8Array[]> {
  if (supersedes.size === 0) return nothingSuperseded;
  return new Map([...supersedes].map(([field, ids]) => [field, ids.map((id) => Buffer.from(id, "hex"))]));
}

export class ChangeWriter {
  readonly #db: WriteHandle;
  readonly #head: WriterHead;
  readonly #header: ChangeHeader;
  readonly #firstSeq: number;
  readonly branch: Branch;
  #writer: number | null;
  #author: number | null = null;
  #end: ChainEnd | null;
  #lamport: number;
  #tree: OwnTree | null = null;
  #changeId: number | null = null;
  #opCount = 0;

  constructor(db: WriteHandle, head: WriterHead, header: ChangeHeader) {
    this.#db = db;
    this.#head = head;
    this.#header = header;
    this.#writer = head.writer;
    this.#end = head.end;
    this.#lamport = head.lamport;
    this.#firstSeq = (head.end?.seq ?? 0) + 1;
    this.branch = { writer: writerName(head.identity), fork: null };
  }

  /** Local id of the change: that of its first op; null while nothing was written. */
  get changeId(): number | null {
    return this.#changeId;
  }

  get opCount(): number {
    return this.#opCount;
  }

  /** Rows of the writer and the author are made only when something is written. */
  #ids(): { writer: number; author: number } {
    const { user } = this.#header;
    this.#writer ??= this.#addWriter();
    this.#author ??= authorId(this.#db, user);
    return { writer: this.#writer, author: this.#author };
  }

  #addWriter(): number {
    const { identity, lamport } = this.#head;
    this.#db.run(sql`INSERT OR REPLACE INTO local_state (key, value) VALUES ('writer', ${identity})`);
    keepOwnKeys(this.#db, [identity.subarray(0, 32)]);
    return this.#db.run(
      sql`INSERT INTO writer (identity, last_seq, last_lamport) VALUES (${identity}, 0, ${lamport})`,
    );
  }

  /** Appends one op. @returns the op as the fold sees it */
  append(one: NewOp): StoredOp {
    const { writer, author } = this.#ids();
    const { at, user, meta } = this.#header;
    const seq = (this.#end?.seq ?? 0) + 1;
    // At its end it stands still: it only chooses what is shown of a conflict, and an op above it would be refused.
    const lamport = Math.min(this.#lamport + 1, highestLamport);
    const body = encodeBody({
      fields: one.fields,
      supersedes: asBytes(one.supersedes),
      meta: this.#opCount === 0 ? meta : null,
    });
    const op: Op = {
      writer: this.#head.identity,
      seq,
      prev: this.#end?.hash ?? null,
      lamport,
      at,
      user,
      change: this.#firstSeq,
      entity: one.entity,
      row: one.row,
      create: one.create,
      body,
    };
    const hash = sha256(encodeOp(op));
    const created = one.create ? 1 : 0;
    const localId = this.#db.run(
      sql`
        INSERT INTO op (writer, seq, hash, lamport, at, author, change_seq, entity, row, created, body)
        VALUES (${writer}, ${seq}, ${hash}, ${lamport}, ${at}, ${author}, ${this.#firstSeq}, ${one.entity},
          ${one.row},
                ${created}, ${body})`,
    );
    this.#tree ??= new OwnTree(this.#db, this.#head.identity, writer, seq - 1);
    this.#tree.add(hash);
    this.#end = { seq, hash };
    this.#lamport = lamport;
    this.#changeId ??= localId;
    this.#opCount++;
    if (this.#opCount % progressEvery === 0) this.#header.onProgress?.(this.#opCount);
    return {
      ...one,
      id: Buffer.from(hash.buffer, hash.byteOffset, hash.length).toString("hex"),
      branch: this.branch,
      seq,
      lamport,
      localId,
      writer,
      at,
      changeSeq: this.#firstSeq,
      row: bytesToUuid(one.row),
      standing: standing.counts,
    };
  }

  /**
   * Ends the change: lists it, and signs for all that the writer wrote up to it.
   * @returns where the writer stands now; null when nothing was written
   */
  finish(sign: Sign): WrittenHead | null {
    if (this.#changeId === null || this.#writer === null || this.#author === null || this.#end === null)
      return null;
    const { at, meta, undoes } = this.#header;
    const { seq, hash } = this.#end;
    this.#db.run(
      sql`
        INSERT INTO change (id, writer, first_seq, last_seq, at, author, action, reason, undoes)
        VALUES (${this.#changeId}, ${this.#writer}, ${this.#firstSeq}, ${seq}, ${at}, ${this.#author},
          ${meta.action},
                ${meta.reason}, ${undoes})`,
    );
    if (undoes !== null)
      this.#db.run(sql`UPDATE change SET undone_by = ${this.#changeId} WHERE id = ${undoes}`);
    this.#db.run(
      sql`
        UPDATE writer SET last_seq = ${seq}, last_hash = ${hash}, last_lamport = ${this.#lamport}
        WHERE id = ${this.#writer}`,
    );
    this.#tree?.sign(this.#db, sign);
    return { ...this.#head, writer: this.#writer, end: this.#end, lamport: this.#lamport };
  }
}
