/**
 * Writes one row: an op to the log and, in the same breath, the row to its table.
 *
 * Edits and undo both end here, so that log and tables move together and `touched` misses nothing.
 */
import { appError } from "../../../shared/contract/errors";
import { standing } from "../../../shared/domain/authority";
import {
  type EntityName,
  entities,
  entityById,
  fieldDefinition,
  type FieldValue,
  presenceField,
} from "../../../shared/domain/entities";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow, isShown, type RowState, supersedesFor, valueWritten } from "../../../shared/sync/fold";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { isNeeded } from "../projection/needed";
import { RowRefresher } from "../projection/row-refresher";
import type { ChangeWriter } from "../log/change-writer";
import type { Touched } from "../projection/touched";
import { opsAs } from "../log/one-entity";
import { everyOpOfRow, type StoredOp } from "../log/op-rows";
import type { Standings } from "../log/standings";
import { inAuthorsOrder } from "../read/together";

const nothingAtHand: ReadonlyMap<string, readonly StoredOp[]> = new Map();
/** Ops that wait which are kept at hand: a bulk load may write thousands of one kind. */
const mostWaiting = 200;
const nothingSeen: ReadonlyMap<number, readonly string[]> = new Map();

/** A row with its history, as read inside the change's transaction. */
export interface OpenRow {
  readonly entity: number;
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Those that count. */
  readonly ops: readonly StoredOp[];
  /** Those of our own office that wait as proposals, in the order in which they were written. */
  readonly waiting: readonly StoredOp[];
  readonly state: RowState<StoredOp>;
}

export class RowEditor {
  readonly #db: WriteHandle;
  readonly #change: ChangeWriter;
  readonly #refresher: RowRefresher;
  readonly #freshIds: Set<string>;
  readonly #standings: Standings;
  #keptOut = 0;
  /** Ops of rows that nothing is written to meanwhile, see `together`. */
  #atHand = nothingAtHand;
  /** Rows to bring up to date at the end of `together`, with their entities; null outside of it. */
  #later: Map<string, number> | null = null;
  #proposals = 0;
  readonly #waiting: StoredOp[] = [];

  /**
   * @param freshIds ids that were just made and never used; taken out as they are
   * @param standings gives each op that is written its standing
   */
  constructor(db: WriteHandle, change: ChangeWriter, freshIds: Set<string>, standings: Standings) {
    this.#db = db;
    this.#standings = standings;
    this.#freshIds = freshIds;
    this.#change = change;
    this.#refresher = new RowRefresher(db, db);
  }

  get touched(): Touched {
    const { entities: touched, officials } = this.#refresher.touched;
    return { entities: touched, officials: [...officials] };
  }

  /** Ops that were written and do not count: somebody with authority has to accept them. */
  get proposals(): number {
    return this.#proposals;
  }

  /** The first of these, from which it can be said whose they are to accept. */
  get waiting(): readonly StoredOp[] {
    return this.#waiting;
  }

  /** Rows of which values were written although they are out of view, and stay so. */
  get keptOut(): number {
    return this.#keptOut;
  }

  /** Reads a row by id; its state is `absent` when nothing created it. */
  open(entity: number, id: string): OpenRow {
    const bytes = uuidToBytes(id);
    const every = opsAs(entity, everyOpOfRow(this.#db, bytes));
    const ops = every.filter((op) => op.standing === standing.counts);
    return { entity, id, bytes, ops, waiting: this.#ownWaiting(every), state: foldRow(ops) };
  }

  /** Whether a row is there, or stays in view because its removal is open to a decision. */
  isInView({ entity, id, state }: OpenRow): boolean {
    const name = entityById(entity);
    return isShown(state) || (name !== null && this.#refresher.cache.pk(name, id) !== null);
  }

  /** A row whose ops were read already. @param every all of them @param ops those that count, as which it stands */
  reopen(entity: number, bytes: Uint8Array, every: readonly StoredOp[], ops: readonly StoredOp[]): OpenRow {
    const waiting = this.#ownWaiting(opsAs(entity, every));
    return { entity, id: bytesToUuid(bytes), bytes, ops, waiting, state: foldRow(ops) };
  }

  #ownWaiting(ops: readonly StoredOp[]): StoredOp[] {
    const isWaiting = (op: StoredOp) => op.standing === standing.waits && this.#standings.isOurs(op);
    return ops.filter(isWaiting).sort(inAuthorsOrder);
  }

  /**
   * Begins a row of which nothing counts here, though others may have begun it too.
   * @throws AppError `reference-missing`
   */
  createBeside(entity: EntityName, id: string, fields: ReadonlyMap<number, FieldValue>): void {
    const op = this.#begin(entity, id, fields);
    const { counts, turnsItsRow } = this.#take(op, this.#atHand);
    if (counts && !turnsItsRow) this.#refresher.refresh(op.entity, uuidToBytes(id));
  }

  /**
   * Brings a new row into being.
   * @throws Error when the id was used before, AppError `reference-missing`
   */
  create(entity: EntityName, id: string, fields: ReadonlyMap<number, FieldValue>): void {
    const row = uuidToBytes(id);
    if (!this.#freshIds.delete(id)) {
      const used = this.#db.value<number>(sql`SELECT id FROM op WHERE row = ${row} LIMIT 1`);
      if (used !== undefined) throw new Error(`Row ${id} was created before`);
    }
    const op = this.#begin(entity, id, fields);
    if (this.#take(op, new Map([[op.row, [op]]])).counts)
      this.#refresher.insertNew(entity, op.localId, row, fields, op.at);
  }

  /** Writes the beginning of a row down, and not yet into its table. */
  #begin(entity: EntityName, id: string, fields: ReadonlyMap<number, FieldValue>): StoredOp {
    this.#checkReferences(entity, fields);
    return this.#change.append({
      entity: entities[entity].id,
      row: uuidToBytes(id),
      create: true,
      fields,
      supersedes: nothingSeen,
    });
  }

  /**
   * Writes fields of a row that exists; field 0 removes or restores it. Of a row that is out of view, other fields are
   * written together with its removal as it stands: an edit by somebody who knew of the removal says nothing against it,
   * and without that would bring the row back as a conflict of its author with themselves.
   * @throws AppError `reference-missing`
   */
  write(row: OpenRow, wanted: ReadonlyMap<number, FieldValue>): void {
    const isOut = !wanted.has(presenceField) && !this.isInView(row);
    const removal = isOut ? standingRemoval(row.state) : null;
    const fields = removal === null ? wanted : new Map([...wanted, [presenceField, removal]]);
    if (removal !== null) this.#keptOut++;
    const removes = typeof fields.get(presenceField) === "string";
    // Whoever writes here had what waits in front of them as well.
    const seen = [...row.ops, ...row.waiting];
    const supersedes = supersedesFor(seen, row.state, this.#change.branch, fields.keys(), removes);
    const entity = entityById(row.entity);
    if (entity !== null) this.#checkReferences(entity, fields);
    const op = this.#change.append({ entity: row.entity, row: row.bytes, create: false, fields, supersedes });
    const { counts, turnsItsRow } = this.#take(op, this.#atHand);
    // By what it says of whose the row is, others of the row may count from now on.
    if (counts && !turnsItsRow) this.#refresher.refresh(row.entity, row.bytes, [...row.ops, op]);
  }

  /** Gives an op its standing, and brings rows up to date that come into view by it. */
  #take(
    op: StoredOp,
    atHand: ReadonlyMap<string, readonly StoredOp[]>,
  ): { readonly counts: boolean; readonly turnsItsRow: boolean } {
    const turned = this.#standings.take([op], atHand).filter(({ id }) => id !== op.id);
    const counts = this.#standings.standingOf(op) === standing.counts;
    if (!counts) this.noteWaiting(op);
    this.refreshAll(turned);
    return { counts, turnsItsRow: turned.some(({ row }) => row === op.row) };
  }

  /** An op that was written, or put back, does not count. */
  noteWaiting(op: StoredOp): void {
    this.#proposals++;
    if (this.#waiting.length < mostWaiting) this.#waiting.push(op);
  }

  /** Whether an op waits as a proposal about which this roster's office may decide. */
  isOpenToUs(op: StoredOp): boolean {
    return this.#standings.mayDecide(this.#change.branch.writer, op);
  }

  /** Whether nobody but the office that wrote an op began a row. */
  isBegunOnlyBy({ ops }: OpenRow, op: StoredOp): boolean {
    return ops.every((one) => !one.create || this.#standings.isOfOneOffice(one, op));
  }

  /** Whether an op waits as a proposal that this roster's office may take back. */
  isOursToWithdraw(op: StoredOp): boolean {
    return this.#standings.mayWithdraw(this.#change.branch.writer, op);
  }

  /** Brings the rows of ops up to date that stand otherwise than before. */
  refreshAll(turned: readonly StoredOp[]): void {
    const rows = this.#later ?? new Map<string, number>();
    for (const { row, entity } of turned) rows.set(row, entity);
    if (this.#later === null) this.#refreshEach(rows);
  }

  #refreshEach(rows: ReadonlyMap<string, number>): void {
    for (const [row, entity] of rows) this.#refresher.refresh(entity, uuidToBytes(row));
  }

  /**
   * Writes ops from which others of a few rows may turn: these rows are read once, and brought up to date once.
   * @param atHand all ops of rows that `work` itself writes nothing to, by the rows' UUIDs
   */
  together(atHand: ReadonlyMap<string, readonly StoredOp[]>, work: () => void): void {
    const turned = new Map<string, number>();
    this.#atHand = atHand;
    this.#later = turned;
    try {
      work();
    } finally {
      this.#atHand = nothingAtHand;
      this.#later = null;
    }
    this.#refreshEach(turned);
  }

  /** The first row that a row with these values cannot be shown without and that is out of view; null where there is none. */
  neededOutOfView(
    entity: number,
    values: ReadonlyMap<number, FieldValue>,
  ): { readonly field: string; readonly entity: EntityName; readonly id: string } | null {
    const name = entityById(entity);
    if (name === null) return null;
    for (const [fieldId, { field, target }] of referenceFields.get(name) ?? []) {
      const id = isNeeded(entity, fieldId) ? values.get(fieldId) : null;
      if (typeof id === "string" && isUuid(id) && this.#refresher.pk(target, id) === null)
        return { field, entity: target, id };
    }
    return null;
  }

  /** A reference that is not required would be shown as nothing; what somebody just entered must lead somewhere. */
  #checkReferences(entity: EntityName, fields: ReadonlyMap<number, FieldValue>): void {
    for (const [fieldId, value] of fields) {
      const reference = value === null ? null : referenceField(entity, fieldId);
      if (reference === null) continue;
      for (const id of String(value).split(" ")) {
        if (this.#refresher.pk(reference.target, id) === null) {
          throw appError("reference-missing", { entity, field: reference.field, id });
        }
      }
    }
  }
}

/** The reason for which a row is out of view; null for one that is there, or whose removal is open to a decision. */
function standingRemoval({ presence, heads }: RowState<StoredOp>): string | null {
  const [head] = presence === "removed" ? (heads.get(presenceField) ?? []) : [];
  const reason = head === undefined ? null : valueWritten(head, presenceField);
  return typeof reason === "string" ? reason : null;
}

/** pk of a row: the local id of the first op that created it. */
export function pkOf(row: OpenRow): number {
  const first = row.ops.find((op) => op.create);
  if (first === undefined) throw new Error(`Row ${row.id} was never created`);
  return first.localId;
}

interface ReferenceField {
  readonly field: string;
  readonly target: EntityName;
}

const referenceFields: ReadonlyMap<EntityName, ReadonlyMap<number, ReferenceField>> = new Map(
  (Object.keys(entities) as EntityName[]).map((entity) => [entity, referencesOf(entity)]),
);

function referencesOf(entity: EntityName): Map<number, ReferenceField> {
  const references = new Map<number, ReferenceField>();
  for (const field of Object.keys(entities[entity].fields)) {
    const definition = fieldDefinition(entity, field);
    if (definition?.entity !== undefined) references.set(definition.id, { field, target: definition.entity });
  }
  return references;
}

function referenceField(entity: EntityName, fieldId: number): ReferenceField | null {
  return referenceFields.get(entity)?.get(fieldId) ?? null;
}
