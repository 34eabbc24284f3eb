/** What a change did, and what happened to a row, field by field with the values before and after. */
import type { ChangeDetail } from "../../../shared/contract/schemas/changes";
import { standing } from "../../../shared/domain/authority";
import {
  entityDefinition,
  type EntityName,
  entityById,
  fieldDefinition,
  fieldNameById,
  type FieldValue,
  presenceField,
} from "../../../shared/domain/entities";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow, isShown, joinTarget, openConflicts, type RowState } from "../../../shared/sync/fold";
import { inFrontOf } from "../../../shared/sync/in-front";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { entityOfRow, opsAs } from "../log/one-entity";
import { everyOpOfRow, historyOfRow, type StoredOp } from "../log/op-rows";
import { RowOps } from "../log/row-ops";
import { rowsOfRecords } from "./change-people";

export interface FieldChange {
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

export interface ChangeDetailRow {
  readonly entity: EntityName;
  readonly rowId: string;
  /** Name of the row, or of the official that it belongs to. */
  readonly rowLabel: string;
  /** `proposes…`: nothing of it counts; the values are those that it would bring. */
  readonly kind: ChangeDetail["kind"];
  /** Of a row that went up in another one, or came out of it again: which (UUID). */
  readonly into?: string;
  readonly fields: readonly FieldChange[];
  /** The whole row on each side: what a field says may hang on another that stayed as it was. */
  readonly before: RowValues;
  readonly after: RowValues;
  /** Lamport stamp of the last op that counts in `after`: what other rows were called is read as it was then. */
  readonly stamp: number;
}

/** Values of a row by the names of their fields. */
export type RowValues = Readonly<Record<string, FieldValue>>;

export interface RowHistoryEntry {
  readonly changeId: number;
  readonly at: number;
  readonly user: string;
  readonly action: string;
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

function kindOf(before: RowState, after: RowState): Pick<ChangeDetailRow, "kind" | "into"> {
  const [was, is] = [joinTarget(before), joinTarget(after)];
  if (is !== null && is !== was) return { kind: "joined", into: is };
  if (was !== null && isShown(after)) return { kind: "parted", into: was };
  return { kind: plainKindOf(before, after) };
}

function plainKindOf(before: RowState, after: RowState): ChangeDetailRow["kind"] {
  if (before.presence === "absent") return "created";
  if (before.presence === "disputed" && after.presence === "present") return "kept";
  if (isShown(before) && !isShown(after)) return "removed";
  return !isShown(before) && isShown(after) ? "restored" : "edited";
}

/**
 * Known fields that differ between two states of a row; a removed row counts as it was. A field that was settled is among
 * them also where the value that was shown is kept.
 */
function differences(
  entity: EntityName,
  before: RowState,
  after: RowState,
  written: Iterable<number>,
): FieldChange[] {
  const found: FieldChange[] = [];
  const open = (state: RowState) => new Set([...openConflicts(state), ...state.unread.keys()]);
  const [wasOpen, isOpen] = [open(before), open(after)];
  const isSettled = (id: number) => wasOpen.has(id) && !isOpen.has(id);
  for (const id of written) {
    const field = id === presenceField ? null : fieldNameById(entity, id);
    if (field === null) continue;
    const old = before.values.get(id) ?? null;
    const now = after.values.get(id) ?? null;
    if (old !== now || isSettled(id)) found.push({ field, before: old, after: now });
  }
  return found;
}

function valuesOf(entity: EntityName, { values }: RowState): RowValues {
  const named = [...values].flatMap(([id, value]) => {
    const name = id === presenceField ? null : fieldNameById(entity, id);
    return name === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(named);
}

function writtenFields(ops: readonly StoredOp[]): Set<number> {
  return new Set(ops.flatMap((op) => [...op.fields.keys()]).sort((a, b) => a - b));
}

/** What the registry says names a row: a text, or the name of the row that it belongs to. */
export function titleOf(db: ReadHandle, entity: EntityName, state: RowState): string {
  const { title } = entityDefinition(entity);
  const definition = title === null ? null : fieldDefinition(entity, title);
  const value = definition === null ? null : state.values.get(definition.id);
  if (typeof value !== "string") return "";
  if (definition?.entity === undefined || !isUuid(value)) return value;
  return titleOfRow(db, definition.entity, value);
}

/** What a row is called as one entity, in view or not; "" where nothing of it names it. @param id UUID */
export function titleOfRow(db: ReadHandle, entity: EntityName, id: string): string {
  return titleOf(db, entity, foldRow(new RowOps(db).known(id, entity)));
}

const rowsSql = (changeId: number, seen: number, most: number) => sql`
  SELECT op.row
  FROM change JOIN op ON op.writer = change.writer AND op.seq BETWEEN change.first_seq AND change.last_seq
  WHERE change.id = ${changeId} AND op.seq < change.first_seq + ${seen}
  GROUP BY op.row
  ORDER BY min(op.seq)
  LIMIT ${most}`;

/** Ops looked at for the rows of one change: more than enough for the rows that are shown. */
const opsPerRow = 4;
/** Rows of one person that are named beside each other. */
const mostAlong = 200;
/** Ops looked at for the rows of one person in a change that touched many. */
const mostOps = 20_000;

interface Span {
  readonly writer: number;
  readonly firstSeq: number;
  readonly opCount: number;
}

/**
 * The rows that a change touched, in the order in which it did. What was there before it is what its author had in view,
 * by the ops alone, so that a change reads alike wherever and whenever it came.
 * @param limit most rows; `cut` says that there are more
 * @param among only these rows, UUIDs; null: all
 */
export function changeDetails(
  db: ReadHandle,
  changeId: number,
  limit: number,
  among: ReadonlySet<string> | null = null,
): { readonly details: ChangeDetailRow[]; readonly cut: boolean } {
  const span = db.get<Span>(
    sql`
      SELECT writer, first_seq AS firstSeq, last_seq - first_seq + 1 AS opCount FROM change
      WHERE id = ${changeId}`,
  );
  if (span === undefined) return { details: [], cut: false };
  const seen = opsPerRow * (limit + 1);
  const rows =
    among === null
      ? db.raw<[Buffer]>(rowsSql(changeId, seen, limit + 1))
      : db
          .raw<[Buffer, number, number]>(rowsSql(changeId, mostOps, mostOps))
          .filter(([row]) => among.has(bytesToUuid(row)));
  const details: ChangeDetailRow[] = [];
  for (const [row] of rows.slice(0, limit)) {
    const all = everyOpOfRow(db, row);
    const isOwn = (op: StoredOp) => op.writer === span.writer && op.changeSeq === span.firstSeq;
    const [first] = all.filter((op) => isOwn(op) && op.standing === standing.counts);
    if (first === undefined) {
      details.push(...proposedDetail(db, all, isOwn));
      continue;
    }
    const entity = entityById(first.entity);
    if (entity === null) continue;
    const every = opsAs(first.entity, all);
    const own = every.filter((op) => isOwn(op) && op.standing === standing.counts);
    const stamps = own.map(({ lamport }) => lamport);
    const earlier = inFrontOf(own, every).filter((op) => !isOwn(op) && op.standing === standing.counts);
    const before = foldRow(earlier);
    const after = foldRow([...earlier, ...own]);
    details.push({
      entity,
      rowId: bytesToUuid(row),
      rowLabel: titleOf(db, entity, after),
      ...kindOf(before, after),
      fields: differences(entity, before, after, writtenFields(own)),
      before: valuesOf(entity, before),
      after: valuesOf(entity, after),
      stamp: Math.max(...stamps),
    });
  }
  return { details, cut: rows.length > limit || (among === null && span.opCount > seen) };
}

/**
 * What ops of which none counts would do to a row: beside what counts of it, read with all that their author wrote of it.
 * @param all ops of the row
 * @param isOwn whether an op is one of them
 * @returns nothing where none of them waits or was refused, or a newer program's row
 */
function proposedDetail(
  db: ReadHandle,
  all: readonly StoredOp[],
  isOwn: (op: StoredOp) => boolean,
): readonly ChangeDetailRow[] {
  const [first] = all.filter((op) => isOwn(op) && op.standing !== standing.aside);
  const every = opsAs(first?.entity ?? 0, all);
  const own = every.filter((op) => isOwn(op) && op.standing !== standing.aside);
  const entity = entityById(first?.entity ?? 0);
  if (first === undefined || entity === null) return [];
  const stamps = own.map(({ lamport }) => lamport);
  const earlier = inFrontOf(own, every).filter((op) => op.standing === standing.counts);
  const before = foldRow(earlier);
  const isPart = (op: StoredOp) => isOwn(op) || (op.create && op.writer === first.writer);
  const after = foldRow([...earlier, ...every.filter((op) => !earlier.includes(op) && isPart(op))]);
  return [
    {
      entity,
      rowId: first.row,
      rowLabel: titleOf(db, entity, before.presence === "absent" ? after : before),
      kind: own.some(({ create }) => create)
        ? "proposesAdd"
        : own.some(({ fields }) => typeof fields.get(presenceField) === "string")
          ? "proposesRemove"
          : "proposesEdit",
      fields: differences(entity, before, after, writtenFields(own)),
      before: valuesOf(entity, before),
      after: valuesOf(entity, after),
      stamp: Math.max(...stamps),
    },
  ];
}

/**
 * What some ops did to one row: the row before the first of them, and as it is now.
 * @param firstOp local id of the first
 * @param lastOp local id of the last one that counts; what came later is not told
 * @returns null for a row of a newer program, or where nothing that is shown differs
 */
function rowDetailSince(
  db: ReadHandle,
  rowId: string,
  firstOp: number,
  lastOp: number = Number.MAX_SAFE_INTEGER,
): ChangeDetailRow | null {
  const ops = historyOfRow(db, uuidToBytes(rowId)).filter((op) => op.localId <= lastOp);
  const isNew = ({ localId }: StoredOp) => localId >= firstOp && localId <= lastOp;
  if (!ops.some(isNew)) return proposedDetail(db, everyOpOfRow(db, uuidToBytes(rowId)), isNew)[0] ?? null;
  const entity = entityById(ops[0]?.entity ?? 0);
  if (entity === null) return null;
  const before = foldRow(ops.filter((op) => op.localId < firstOp));
  const after = foldRow(ops);
  const written = new Set([...before.values.keys(), ...after.values.keys()]);
  return {
    entity,
    rowId,
    rowLabel: titleOf(db, entity, isShown(after) ? after : before),
    ...kindOf(before, after),
    fields: differences(entity, before, after, written),
    before: valuesOf(entity, before),
    after: valuesOf(entity, after),
    stamp: Math.max(0, ...ops.map(({ lamport }) => lamport)),
  };
}

/** The rows that a reception touched, as `changeDetails`. */
export function receptionDetails(
  db: ReadHandle,
  span: { readonly firstOp: number; readonly lastOp: number },
  limit: number,
): { readonly details: ChangeDetailRow[]; readonly cut: boolean } {
  const rows = db.raw<[Buffer]>(
    sql`
      SELECT row FROM op WHERE id BETWEEN ${span.firstOp} AND ${span.lastOp} GROUP BY row
      ORDER BY min(id) LIMIT ${limit + 1}`,
  );
  const details = rows
    .slice(0, limit)
    .flatMap(([row]) => rowDetailSince(db, bytesToUuid(row), span.firstOp, span.lastOp) ?? []);
  return { details, cut: rows.length > limit };
}

const changeOfOpSql = (writer: number, changeSeq: number) => sql`
  SELECT change.id, author.name AS user, change.action
  FROM change JOIN author ON author.id = change.author
  WHERE change.writer = ${writer} AND change.first_seq = ${changeSeq}`;

/** Everything that happened to one row's known fields, oldest first, in an order that all offices share. */
export function rowHistory(db: ReadHandle, rowId: string): RowHistoryEntry[] {
  const all = everyOpOfRow(db, uuidToBytes(rowId));
  const counts = (op: StoredOp) => op.standing === standing.counts;
  const every = opsAs(entityOfRow(all.filter(counts)) ?? 0, all);
  const ops = every.filter(counts).sort((a, b) => a.lamport - b.lamport || (a.id < b.id ? -1 : 1));
  const entries: RowHistoryEntry[] = [];
  for (const op of ops) {
    const entity = entityById(op.entity);
    const change = db.get<{ id: number; user: string; action: string }>(
      changeOfOpSql(op.writer, op.changeSeq),
    );
    if (entity === null || change === undefined) continue;
    const earlier = inFrontOf([op], every).filter(counts);
    const before = foldRow(earlier);
    const after = foldRow([...earlier, op]);
    for (const difference of differences(entity, before, after, op.fields.keys())) {
      entries.push({
        changeId: change.id,
        at: op.at,
        user: change.user,
        action: change.action,
        ...difference,
      });
    }
  }
  return entries;
}

/**
 * Rows that belonged to a record when it went up in another one, with the entity of each.
 * @param stamp of the op by which it did
 */
export function rowsAlong(
  db: ReadHandle,
  record: string,
  stamp: number,
): { readonly entity: EntityName; readonly values: RowValues }[] {
  const bytes = uuidToBytes(record);
  const rows = db.raw<[Buffer]>(
    sql`${rowsOfRecords([bytes])} SELECT DISTINCT row FROM theirs WHERE row <> ${bytes} LIMIT ${mostAlong}`,
  );
  return rows.flatMap(([row]) => {
    const then = historyOfRow(db, row).filter(({ lamport }) => lamport <= stamp);
    const entity = entityById(entityOfRow(then) ?? 0);
    const state = foldRow(then);
    return entity === null || !isShown(state) ? [] : [{ entity, values: valuesOf(entity, state) }];
  });
}

/** What a record said at a time. @param stamp of the last op that counts */
export function valuesAt(db: ReadHandle, entity: EntityName, id: string, stamp: number): RowValues {
  const then = historyOfRow(db, uuidToBytes(id)).filter(({ lamport }) => lamport <= stamp);
  return valuesOf(entity, foldRow(then));
}
