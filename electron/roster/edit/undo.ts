/**
 * Takes a change back by writing the values that were there before it.
 *
 * Nothing is deleted: an undo is a change like any other, travels to other offices and can itself be undone. It is
 * refused, with the change that stands in the way, where somebody has gone on from the values it would take back.
 *
 * Whether a row is there changes only where the change that is taken back said so: of a row that was removed since, the
 * values from before go into the log, and the removal stands.
 *
 * What of a change waits as a proposal is withdrawn along with it, and waits again when that is taken back.
 */
import { appError } from "../../../shared/contract/errors";
import {
  entities,
  entityById,
  fieldDefinition,
  fieldNameById,
  type FieldValue,
  presenceField,
} from "../../../shared/domain/entities";
import { standing } from "../../../shared/domain/authority";
import { decisionRowOf } from "../../../shared/sync/authority/decisions";
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import {
  foldRow,
  isShown,
  joinTarget,
  joinTargetIn,
  openFields,
  type RowState,
  valueWritten,
} from "../../../shared/sync/fold";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { asItStands } from "../log/one-entity";
import { everyOpOfRow, historyOfRow, type StoredOp } from "../log/op-rows";
import { referrersOf, rowsPointingAt } from "../projection/referrers";
import { officialOf } from "../../../shared/sync/row-owner";
import { sayOf } from "./decide";
import { type OpenRow, pkOf, type RowEditor } from "./row-editor";
import { isLive, undoChain } from "../log/undo-chain";
import { blockedBy, rowsOf, type Span, spanSql, type UndoPlan } from "./undo-plan";

/** A few milliseconds. */
const rowsAtOnce = 20;

export class Undoer {
  readonly #db: WriteHandle;
  readonly #rows: RowEditor;
  readonly #plan: UndoPlan;
  readonly #live = new Map<number, boolean>();
  /** Changes with removals that are open again once this is undone; see decision 37. */
  readonly #openRemovals = new Set<number>();
  readonly #changeIds = new Map<string, number>();
  /** People whom the change entered and whose records somebody went on from: they stay as they are. */
  #goneOnFrom: ReadonlySet<string> = new Set();
  #keptLater = 0;

  constructor(db: WriteHandle, rows: RowEditor, plan: UndoPlan) {
    this.#db = db;
    this.#rows = rows;
    this.#plan = plan;
  }

  #blocked(laterChangeId: number): Error {
    return blockedBy(this.#db, laterChangeId);
  }

  #changeOf(op: StoredOp): number {
    const key = `${op.writer}/${op.changeSeq}`;
    let id = this.#changeIds.get(key);
    if (id === undefined) {
      id = this.#db.value<number>(
        sql`SELECT id FROM change WHERE writer = ${op.writer} AND first_seq = ${op.changeSeq}`,
      );
      // Rows of the shipped lists were made by no change.
      id ??= 0;
      this.#changeIds.set(key, id);
    }
    return id;
  }

  #isLive(change: number): boolean {
    if (change === 0) return true;
    let live = this.#live.get(change);
    if (live === undefined) {
      live = isLive(this.#db, change);
      this.#live.set(change, live);
    }
    return live;
  }

  /**
   * Writes the whole undo.
   * @returns rows that keep something of the change since somebody went on from it
   * @throws AppError `undo-blocked`
   */
  run(): number {
    const slices = this.slices();
    for (;;) {
      const slice = slices.next();
      if (slice.done === true) return slice.value;
    }
  }

  /** As `run`, stopping after every few rows, so that other work may run. @param done told how many rows were looked at */
  *slices(done: (rows: number) => void = () => undefined): Generator<void, number> {
    if (this.#plan.keepsLater) this.#goneOnFrom = this.#editedSince();
    let count = 0;
    for (const { row, entity } of rowsOf(this.#db, this.#plan)) {
      this.#undoRow(entity, row);
      if (++count % rowsAtOnce !== 0) continue;
      done(count);
      yield;
    }
    for (const op of this.#proposed()) {
      if (this.#plan.redoes) this.#proposeAgain(op);
      else if (this.#rows.isOursToWithdraw(op)) sayOf(this.#rows, op, "withdraw", null);
    }
    return this.#keptLater;
  }

  /** People of whose records something was written after the change and stands. */
  #editedSince(): Set<string> {
    const root = this.#db.get<Span>(spanSql(this.#plan.root));
    if (root === undefined) return new Set();
    const last = this.#db.value<number>(sql`
      SELECT max(id) FROM op WHERE writer = ${root.writer} AND seq BETWEEN ${root.firstSeq} AND ${root.lastSeq}`);
    const rows = this.#db.raw<[Buffer, number]>(
      sql`SELECT DISTINCT row, entity FROM op WHERE id > ${last ?? 0}`,
    );
    const people = rows.flatMap(([row, entity]) => {
      const name = entityById(entity);
      const ops = historyOfRow(this.#db, row);
      const isEdited = ops.some((op) => {
        const change = this.#changeOf(op);
        return op.localId > (last ?? 0) && !this.#plan.chain.has(change) && this.#isLive(change);
      });
      const official = name === null || !isEdited ? null : officialOf(name, bytesToUuid(row), foldRow(ops));
      return official ?? [];
    });
    return new Set(people);
  }

  /** Whether a row that the change made belongs to somebody whom it entered and whose record was gone on from. */
  #staysWithPerson(entity: number, id: string, rootOps: readonly StoredOp[], state: RowState): boolean {
    const name = entityById(entity);
    if (this.#goneOnFrom.size === 0 || name === null || !rootOps.some((op) => op.create)) return false;
    const official = officialOf(name, id, state);
    if (official === null || !this.#goneOnFrom.has(official)) return false;
    return historyOfRow(this.#db, uuidToBytes(official)).some(
      (op) => op.create && this.#changeOf(op) === this.#plan.root,
    );
  }

  /** Ops of the change that began the chain which do not count. */
  #proposed(): StoredOp[] {
    const root = this.#db.get<Span>(spanSql(this.#plan.root));
    if (root === undefined) return [];
    const rows = this.#db.raw<[Buffer]>(sql`
      SELECT DISTINCT row FROM op
      WHERE writer = ${root.writer} AND seq BETWEEN ${root.firstSeq} AND ${root.lastSeq}
        AND standing IN (${standing.waits}, ${standing.refused})`);
    return rows
      .flatMap(([row]) => everyOpOfRow(this.#db, row))
      .filter((op) => op.standing !== standing.counts && this.#changeOf(op) === root.id);
  }

  /** What an undo withdrew waits again; what somebody else refused, or was withdrawn otherwise, stays so. */
  #proposeAgain(op: StoredOp): void {
    const row = this.#rows.open(entities.decision.id, decisionRowOf(op.id));
    const [said] = row.state.heads.get(entities.decision.fields.verdict.id) ?? [];
    if (said === undefined || !isShown(row.state) || !this.#plan.chain.has(this.#changeOf(said))) return;
    this.#rows.write(row, new Map([[presenceField, takenBack]]));
    this.#rows.noteWaiting(op);
  }

  #undoRow(entity: number, bytes: Uint8Array): void {
    const every = everyOpOfRow(this.#db, bytes);
    const ops = asItStands(every.filter((op) => op.standing === standing.counts));
    const row = this.#rows.reopen(entity, bytes, every, ops);
    const mine = ops.filter((op) => this.#changeOf(op) === this.#plan.id);
    // Between the first and the last op of a change that came with gaps there may be others, and some may not count.
    if (mine.length === 0) return;
    // A change of another office to a row that has not come: there is nothing to show what it was before.
    if (row.state.presence === "absent") throw appError("undo-nothing");
    const rootOps = ops.filter((op) => this.#changeOf(op) === this.#plan.root);
    // What an undo said of proposals is no part of what began the chain; see proposeAgain.
    if (entity === entities.decision.id && rootOps.length === 0) return;
    if (this.#plan.keepsLater && this.#staysWithPerson(entity, bytesToUuid(bytes), rootOps, row.state)) {
      this.#keptLater++;
      return;
    }
    const others = this.#standing(ops);
    const counting = this.#plan.redoes ? [...others, ...rootOps] : others;
    const wanted = foldRow(counting);
    if (wanted.presence === "disputed")
      for (const one of this.#removersOf(wanted)) this.#openRemovals.add(one);
    // What came here before it may still have been written after it, when files crossed.
    const rootLamport = Math.max(...rootOps.map(({ lamport }) => lamport));
    const isLater = (op: StoredOp) => op.localId > this.#plan.root || op.lamport > rootLamport;
    // A removal done again would take out what was entered since: then none of its rows goes, not only the others.
    const unseen = wanted.presence === "disputed" ? others.find(isLater) : undefined;
    if (this.#plan.redoes && unseen !== undefined && removes(rootOps))
      throw this.#blocked(this.#changeOf(unseen));
    const fields = new Map<number, FieldValue>();
    // What an undo said beside, that the row stays removed, is no part of what it took back.
    const said = fieldsWritten(rootOps);
    const written = [...fieldsWritten(mine)].filter((field) => said.has(field));
    for (const field of wanted.presence === "absent" ? [presenceField] : written) {
      const since = others.find((op) => isLater(op) && valueWritten(op, field) !== undefined);
      if (since !== undefined && this.#plan.keepsLater) {
        this.#keptLater++;
        continue;
      }
      if (since !== undefined) throw this.#blocked(this.#changeOf(since));
      const value = field === presenceField && this.#wasInView(wanted) ? null : wantedValue(wanted, field);
      // A value that a row cannot do without was not there before: the change is part of how the row came about.
      if (value === null && isRequired(entity, field)) throw this.#blocked(this.#plan.id);
      if (value !== shownValue(row.state, field)) fields.set(field, value);
    }
    const removal = fields.get(presenceField);
    if (removal === null) this.#checkNeeds(entity, row, fields);
    if (
      typeof removal === "string" &&
      this.#plan.keepsLater &&
      this.#isGoneOnFrom(entity, bytes, row, others.some(isLater))
    ) {
      this.#keptLater++;
      return;
    }
    if (typeof removal === "string") {
      const since = others.find(isLater);
      if (since !== undefined) throw this.#blocked(this.#changeOf(since));
      const target = joinTargetIn(removal);
      // What refers to a record that is joined is shown at the one that takes it in.
      if (target === null || !this.#takesIn(entity, target)) this.#checkFree(entity, bytes, row);
    } else if (!fields.has(presenceField) && fields.size > 0) {
      this.#checkOneRemoval(row.state);
    }
    if (fields.size > 0) this.#rows.write(row, fields);
  }

  #removersOf({ heads }: RowState<StoredOp>): number[] {
    return (heads.get(presenceField) ?? [])
      .filter((op) => typeof valueWritten(op, presenceField) === "string")
      .map((op) => this.#changeOf(op));
  }

  /** What went with a record whose removal was open was in view with it; of the rows of a change its owner is written last. */
  #wasInView(wanted: RowState<StoredOp>): boolean {
    return (
      wanted.presence === "removed" && this.#removersOf(wanted).some((one) => this.#openRemovals.has(one))
    );
  }

  /** A row that comes back must not need one that was removed since: its removal would be open again by our own doing. */
  #checkNeeds(entity: number, row: OpenRow, fields: ReadonlyMap<number, FieldValue>): void {
    const needed = this.#rows.neededOutOfView(entity, new Map([...row.state.values, ...fields]));
    if (needed === null) return;
    const seen = new Set<string>();
    for (let at: string | null = needed.id; at !== null && !seen.has(at); ) {
      seen.add(at);
      const { state } = this.#rows.open(entities[needed.entity].id, at);
      // What has not come yet was removed by nobody.
      if (state.presence !== "removed") return;
      at = joinTarget(state);
      const [head] = state.heads.get(presenceField) ?? [];
      if (at === null && head !== undefined) throw this.#blocked(this.#changeOf(head));
    }
  }

  /**
   * Whether a record that another one is to go up in is in view. One that was out of view already when the change was made
   * that is taken back may be so again: then the other one was too.
   * @throws AppError `undo-blocked` where it was in view then
   */
  #takesIn(entity: number, target: string): boolean {
    const { state, ops } = this.#rows.open(entity, target);
    if (isShown(state)) return true;
    const before = foldRow(ops.filter(({ localId }) => localId < this.#plan.id));
    if (before.presence === "removed") return false;
    const [head] = state.heads.get(presenceField) ?? [];
    throw head === undefined ? appError("undo-nothing") : this.#blocked(this.#changeOf(head));
  }

  /** Where offices joined a record into different ones, writing its values would decide for one of them. */
  #checkOneRemoval(state: RowState<StoredOp>): void {
    if (isShown(state) || !openFields(state).includes(presenceField)) return;
    const [head] = state.heads.get(presenceField) ?? [];
    if (head !== undefined) throw this.#blocked(this.#changeOf(head));
  }

  /**
   * The ops that count beside the change and its undos. A change and what undid it are left out as a pair; but not the
   * making of a row on which something else was done: an edit that the undo had not seen, or the row was brought back.
   */
  #standing(ops: readonly StoredOp[]): StoredOp[] {
    const others = ops.filter((op) => !this.#plan.chain.has(this.#changeOf(op)));
    const made = others.find((op) => op.create);
    const making = made === undefined ? 0 : this.#changeOf(made);
    if (made === undefined || this.#isLive(making))
      return others.filter((op) => this.#isLive(this.#changeOf(op)));
    const chain = new Set(undoChain(this.#db, making));
    const isInUse = ops.some((op) => {
      const change = this.#changeOf(op);
      return !chain.has(change) && (this.#plan.chain.has(change) || this.#isLive(change));
    });
    return others.filter((op) => {
      const change = this.#changeOf(op);
      return this.#isLive(change) || (isInUse && chain.has(change));
    });
  }

  /** Whether a row was edited since, or another one names it. */
  #isGoneOnFrom(entity: number, bytes: Uint8Array, row: OpenRow, isEdited: boolean): boolean {
    return isEdited || this.#userOf(entity, bytes, row) !== null;
  }

  /** A row that would vanish must not be in use. */
  #checkFree(entity: number, bytes: Uint8Array, row: OpenRow): void {
    const user = this.#userOf(entity, bytes, row);
    if (user === null) return;
    const userOps = historyOfRow(this.#db, uuidToBytes(user));
    const creation = userOps[userOps.length - 1];
    if (creation !== undefined) throw this.#blocked(this.#changeOf(creation));
  }

  /** The UUID of a row that names another one; null where none does. */
  #userOf(entity: number, bytes: Uint8Array, row: OpenRow): string | null {
    const name = entityById(entity);
    if (name === null) return null;
    for (const referrer of referrersOf(name)) {
      if (referrer.aside) continue;
      const [user] = rowsPointingAt(this.#db, referrer, pkOf(row), 1);
      if (user !== undefined && user !== bytesToUuid(bytes)) return user;
    }
    return null;
  }
}

function isRequired(entity: number, field: number): boolean {
  const name = entityById(entity);
  const known = name === null ? null : fieldNameById(name, field);
  return name !== null && known !== null && fieldDefinition(name, known)?.required === true;
}

function fieldsWritten(ops: readonly StoredOp[]): Set<number> {
  return new Set(
    ops.flatMap((op) => (op.create ? [presenceField, ...op.fields.keys()] : [...op.fields.keys()])),
  );
}

function removes(ops: readonly StoredOp[]): boolean {
  return ops.some((op) => typeof valueWritten(op, presenceField) === "string");
}

const takenBack = "undo";

/** The value that a field is to have; a row that nothing else created is to be gone. */
function wantedValue(wanted: RowState, field: number): FieldValue {
  if (field !== presenceField) return wanted.values.get(field) ?? null;
  if (isShown(wanted)) return null;
  const [head] = wanted.heads.get(presenceField) ?? [];
  return head === undefined ? takenBack : (valueWritten(head, presenceField) ?? takenBack);
}

function shownValue(state: RowState, field: number): FieldValue {
  if (field !== presenceField) return state.values.get(field) ?? null;
  const [head] = state.heads.get(presenceField) ?? [];
  return head === undefined ? null : (valueWritten(head, presenceField) ?? null);
}
