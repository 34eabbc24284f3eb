/**
 * Keeps the standing of each op, and the units that ops with authority named for people: the rule of
 * shared/sync/authority over the log as it lies in the file.
 *
 * It lives as long as nobody else writes; after a transaction that was rolled back it is thrown away.
 */
import { isBoundTo } from "../../../shared/sync/authority/bound-id";
import { type Standing, standing } from "../../../shared/domain/authority";
import { entities, entityById, entityDefinition } from "../../../shared/domain/entities";
import { Judge } from "../../../shared/sync/authority/judge";
import type { JudgeStore } from "../../../shared/sync/authority/judge-store";
import type { LastCounted } from "../../../shared/sync/authority/revoked";
import { keyOfOp, type Reader } from "../../../shared/sync/authority/types";
import type { Branch } from "../../../shared/sync/branch";
import { fromHex, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { isStandingProven } from "../file/op-standing";
import { sha256 } from "../file/sha256";
import { sql } from "../file/sql";
import { clearLists, homesOf, keepHome, keepOpen } from "./authority-lists";
import {
  branchOf,
  everyOpOfRow,
  opsByRow,
  opsOfRowAnew,
  opsOfRulingRows,
  opsOfRulingRowsAnew,
  openOps,
  opsStanding,
  type StoredOp,
} from "./op-rows";
import { OpsAnew } from "./ops-anew";
import { readerOf } from "./own-keys";
import { type RulingRows, rulingRows } from "./ruling-rows";
import { writeStanding } from "./written-standings";

/** Hex digits of a key, which a writer's name begins with. */
const keyLength = 64;

/** The judgement of a roster that is only looked at; nothing is kept. */
export function judgeOf(db: ReadHandle): Judge<StoredOp> {
  return new LogStore(db, null).judge(readerOf(db));
}

/** What is asked and kept of the log; `target` null: nothing may be kept. */
class LogStore implements JudgeStore<StoredOp> {
  readonly #db: ReadHandle;
  readonly #target: WriteHandle | null;
  /** Rows that are at hand. */
  #rows: ReadonlyMap<string, readonly StoredOp[]> = new Map();
  /** What whoever has an op at hand may not know yet. */
  readonly #set: Map<number, Standing>;
  /** At hand while a judge begins: until then nothing comes. */
  #beginning: RulingRows | null = null;

  constructor(db: ReadHandle, target: WriteHandle | null, known: ReadonlyMap<number, Standing> = new Map()) {
    this.#db = db;
    this.#target = target;
    this.#set = new Map(known);
  }

  /** A judge of what lies here. */
  judge(reader: Reader): Judge<StoredOp> {
    this.#beginning = rulingRows(opsOfRulingRows(this.#db));
    try {
      return new Judge(this, reader);
    } finally {
      this.#beginning = null;
    }
  }

  /** Everything that was given a standing here, by local id. */
  get given(): ReadonlyMap<number, Standing> {
    return this.#set;
  }

  /** Rows whose ops need not be read. */
  have(rows: ReadonlyMap<string, readonly StoredOp[]>): void {
    this.#rows = rows;
  }

  opsOf(row: string): readonly StoredOp[] {
    return this.#rows.get(row) ?? this.#beginning?.rows.get(row) ?? everyOpOfRow(this.#db, uuidToBytes(row));
  }

  isBoundTo(row: string, key: string): boolean {
    return isBoundTo(row, key, sha256);
  }

  ruling(): Iterable<StoredOp> {
    return (this.#beginning ?? rulingRows(opsOfRulingRows(this.#db))).ruling;
  }

  placeOf(last: LastCounted): Branch | null {
    return branchOf(this.#db, last);
  }

  open(): Iterable<StoredOp> {
    return openOps(this.#db);
  }

  keepOpen(op: StoredOp, isOpen: boolean): void {
    if (this.#target !== null) keepOpen(this.#target, op.localId, isOpen);
  }

  waiting(): Iterable<StoredOp> {
    return [...opsStanding(this.#db, standing.waits), ...opsStanding(this.#db, standing.refused)];
  }

  standingOf(op: StoredOp): Standing {
    return this.#set.get(op.localId) ?? op.standing;
  }

  setStanding(op: StoredOp, to: Standing): void {
    this.#set.set(op.localId, to);
    if (this.#target !== null) writeStanding(this.#target, op.localId, fromHex(op.id), to);
  }

  homesOf(official: string): Iterable<string> {
    return homesOf(this.#db, official);
  }

  addHome(official: string, unit: string): boolean {
    return this.#target === null ? false : keepHome(this.#target, official, unit);
  }
}

export class Standings {
  readonly #db: WriteHandle;
  readonly #writing: Uint8Array | null;
  #store: LogStore;
  #judge: Judge<StoredOp>;

  /** @param writing the writer under whose name is written, 48 bytes */
  constructor(db: WriteHandle, writing: Uint8Array | null = null) {
    this.#db = db;
    this.#writing = writing;
    this.#store = new LogStore(db, db);
    this.#judge = this.#store.judge(readerOf(db, writing));
  }

  standingOf(op: StoredOp): Standing {
    return this.#store.standingOf(op);
  }

  /**
   * Gives ops that came their standing, and others that rested on them.
   * @param rows every op of rows that are at hand, those that came included
   * @returns ops that stand otherwise than when they were written down
   */
  take(ops: readonly StoredOp[], rows: ReadonlyMap<string, readonly StoredOp[]>): StoredOp[] {
    this.#store.have(rows);
    try {
      this.#judge.take(ops);
    } finally {
      this.#store.have(new Map());
    }
    return this.#judge.mustBeginAnew ? this.anew() : this.#judge.takeChanged();
  }

  /** Whether an op waits as a proposal about which whoever writes under a name may decide. @param writer hex */
  mayDecide(writer: string, op: StoredOp): boolean {
    return (
      this.#store.standingOf(op) === standing.waits && this.#judge.mayDecide(writer.slice(0, keyLength), op)
    );
  }

  /** Whether an op waits as a proposal that whoever writes under a name may take back. @param writer hex */
  mayWithdraw(writer: string, op: StoredOp): boolean {
    return (
      this.#store.standingOf(op) === standing.waits && this.#judge.mayWithdraw(writer.slice(0, keyLength), op)
    );
  }

  isOfOneOffice(one: StoredOp, other: StoredOp): boolean {
    return this.#judge.offices.isSameOffice(keyOfOp(one), keyOfOp(other));
  }

  /** Whether this roster's own office wrote an op. */
  isOurs(op: StoredOp): boolean {
    return this.#judge.offices.reader.keys.includes(keyOfOp(op));
  }

  /** Asks what waits again, where something came that was not taken in here. @returns as `take` */
  askAgain(): StoredOp[] {
    this.#judge.askAgain();
    return this.#judge.mustBeginAnew ? this.anew() : this.#judge.takeChanged();
  }

  /** Works everything out from nothing. @returns ops that stand otherwise than before, or did since this was asked last */
  anew(): StoredOp[] {
    const turned = new Map(this.#judge.takeChanged().map((op) => [op.localId, op]));
    const reader = readerOf(this.#db, this.#writing);
    clearLists(this.#db);
    const found = atOnce(allStandings(this.#db, this.#db, reader));
    const changed = applyStandings(this.#db, found);
    for (const op of changed) turned.set(op.localId, op);
    // Ops that came are at hand as they were read, and say of themselves that they count.
    const looked = [...this.#store.given.keys(), ...changed.map(({ localId }) => localId)];
    const known = new Map(looked.map((id) => [id, found.get(id) ?? standing.counts]));
    this.#store = new LogStore(this.#db, this.#db, new Map([...known, ...found]));
    this.#judge = this.#store.judge(reader);
    return [...turned.values()];
  }
}

function atOnce<T>(work: Generator<unknown, T, void>): T {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** Writes down what was found anew. @returns ops that stand otherwise than before */
export function applyStandings(db: WriteHandle, found: ReadonlyMap<number, Standing>): StoredOp[] {
  const changed: StoredOp[] = [];
  for (const { id, row, hash } of standOtherwise(db, found)) {
    const to = found.get(id) ?? standing.counts;
    writeStanding(db, id, hash, to);
    const op = opsOfRowAnew(db, row).find(({ localId }) => localId === id);
    if (op !== undefined) changed.push(op);
  }
  return changed;
}

interface Stands {
  readonly id: number;
  readonly row: Uint8Array;
  readonly hash: Uint8Array;
  readonly standing: Standing;
  readonly proof: number;
}

/** Ops of which something else is written than was found, or nothing that can be believed. */
export function standOtherwise(db: ReadHandle, found: ReadonlyMap<number, Standing>): Stands[] {
  const columns = sql`SELECT id, row, hash, standing, standing_proof AS proof FROM op`;
  const written = db.all<Stands>(sql`${columns} WHERE standing <> 0`);
  const known = new Set(written.map(({ id }) => id));
  const others = [...found.keys()].filter((id) => !known.has(id));
  const all = [...written, ...others.flatMap((id) => db.all<Stands>(sql`${columns} WHERE id = ${id}`))];
  return all.filter(
    (one) =>
      one.standing !== (found.get(one.id) ?? standing.counts) ||
      !isStandingProven(one.hash, one.standing, one.proof),
  );
}

/** Nothing was judged before: what is not yet reached has no authority. */
class AnewStore implements JudgeStore<StoredOp> {
  readonly #db: ReadHandle;
  readonly #target: WriteHandle;
  readonly #ops: OpsAnew;
  readonly #ruling: readonly StoredOp[];
  readonly found = new Map<number, Standing>();
  readonly opened = new Set<number>();
  #row: readonly StoredOp[] = [];

  constructor(db: ReadHandle, target: WriteHandle, ops: OpsAnew, before: number) {
    this.#db = db;
    this.#target = target;
    this.#ops = ops;
    const { ruling, rows } = rulingRows(opsOfRulingRowsAnew(db, before));
    this.#ruling = ruling;
    for (const row of rows.values()) ops.have(row);
  }

  reach(row: readonly StoredOp[]): void {
    this.#row = row;
    this.#ops.have(row);
  }

  opsOf(row: string): readonly StoredOp[] {
    return this.#row[0]?.row === row ? this.#row : this.#ops.of(uuidToBytes(row));
  }

  isBoundTo(row: string, key: string): boolean {
    return isBoundTo(row, key, sha256);
  }

  ruling(): Iterable<StoredOp> {
    return this.#ruling;
  }

  placeOf(last: LastCounted): Branch | null {
    return branchOf(this.#db, last);
  }

  open(): Iterable<StoredOp> {
    return [];
  }

  /** Rows come in their order: most that rest on a later one are open for a moment only. */
  keepOpen(op: StoredOp, isOpen: boolean): void {
    if (isOpen) this.opened.add(op.localId);
    else this.opened.delete(op.localId);
  }

  waiting(): Iterable<StoredOp> {
    return [];
  }

  standingOf(op: StoredOp): Standing {
    const found = this.found.get(op.localId);
    if (found !== undefined) return found;
    const isReached = isTied(op.entity) || (this.#row[0] !== undefined && op.row <= this.#row[0].row);
    return isReached ? standing.counts : standing.waits;
  }

  setStanding(op: StoredOp, to: Standing): void {
    this.found.set(op.localId, to);
  }

  homesOf(official: string): Iterable<string> {
    return homesOf(this.#target, official);
  }

  addHome(official: string, unit: string): boolean {
    return keepHome(this.#target, official, unit);
  }
}

/** Ops looked at between two pauses. */
const opsAtOnce = 2000;

function authorityOf(entity: number) {
  const name = entityById(entity);
  return name === null ? null : entityDefinition(name).authority;
}

function isTied(entity: number): boolean {
  const authority = authorityOf(entity);
  return authority === "parent" || authority === "credential";
}

/**
 * The standing of each op that does not simply count, by local id, worked out from nothing; and in the target, whose table
 * must be empty, the units that were named for people.
 * @param lastOp local id of the last op that is looked at
 * @param ops takes what was read, for whoever goes on with it
 * @returns after pauses with how many ops were looked at
 */
export function* allStandings(
  db: ReadHandle,
  target: WriteHandle,
  reader: Reader,
  lastOp: number = Number.MAX_SAFE_INTEGER - 1,
  ops: OpsAnew = new OpsAnew(db, lastOp + 1),
): Generator<number, Map<number, Standing>, void> {
  const store = new AnewStore(db, target, ops, lastOp + 1);
  const judge = new Judge(store, reader, true);
  const decisions: StoredOp[] = [];
  let last: readonly StoredOp[] = [];
  let looked = 0;
  for (const row of opsByRow(db, lastOp + 1)) {
    store.reach(row);
    last = row;
    const others = row.filter((op) => !isTied(op.entity));
    decisions.push(...others.filter((op) => op.entity === entities.decision.id));
    const judged = others.filter((op) => op.entity !== entities.decision.id);
    if (judged.length > 0) judge.take(judged);
    judge.takeChanged();
    const before = looked;
    looked += row.length;
    if (Math.floor(before / opsAtOnce) !== Math.floor(looked / opsAtOnce)) yield looked;
  }
  store.reach(last);
  judge.take(decisions);
  for (const id of store.opened) keepOpen(target, id, true);
  for (const [id, to] of store.found) if (to === standing.counts) store.found.delete(id);
  return store.found;
}
