/**
 * One row of a preview, field by field: what stands here, what comes, and what will be shown afterwards.
 *
 * Before and after are read from the tables, so that a preview cannot promise anything else than what will stand there;
 * what comes is read from the log, since a value that comes and does not win is just what somebody must see.
 */
import {
  type EntityName,
  fieldDefinition,
  type FieldValue,
  presenceField,
} from "../../../shared/domain/entities";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow, type RowState, valueWritten } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { historyOfRow, type StoredOp } from "../log/op-rows";
import { fieldColumns } from "../projection/columns";
import { conflictDetail, presenceName } from "../read/conflicts";
import type { TouchedRow } from "./receipt-effects";
import { namedValues, shownNow } from "./shown-rows";

/** A value that comes, with the fields that came along with it. */
export interface ComingValue {
  readonly value: FieldValue;
  readonly beside: ReadonlyMap<number, FieldValue>;
}

export interface ReceivedField {
  /** Of the registry, or `presenceName`: null while the row is there, else the reason for which it was removed. */
  readonly field: string;
  /** Shown before; null for nothing. */
  readonly here: FieldValue;
  /** Values that come and that nobody wrote over, each once. */
  readonly coming: readonly ComingValue[];
  readonly after: FieldValue;
  /** Whether values stand against each other afterwards, and one of them just came. */
  readonly conflict: boolean;
  /** Whether a conflict that was open here is open no more. */
  readonly settled: boolean;
}

export type Shown = ReadonlyMap<string, FieldValue>;

export interface ReceivedRow {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly kind: "created" | "edited" | "removed" | "restored";
  readonly state: RowState<StoredOp>;
  /** All fields of the row as shown; null where it does not stand in its table. */
  readonly before: Shown | null;
  readonly after: Shown | null;
  readonly fields: readonly ReceivedField[];
}

/**
 * @param touched a row that a session touched, or in which conflicts came or went
 * @param firstOp local id of the first op that came
 */
export function receivedRow(db: ReadHandle, touched: TouchedRow, firstOp: number): ReceivedRow {
  const { entity, id: rowId } = touched;
  const row = uuidToBytes(rowId);
  const ops = historyOfRow(db, row);
  const state = foldRow(ops);
  const earlier = foldRow(ops.filter((op) => op.localId < firstOp));
  const stands = shownNow(db, entity, row);
  const before = touched.before === null ? null : namedValues(db, entity, touched.before);
  const after = stands === null ? null : namedValues(db, entity, stands);
  const fields: ReceivedField[] = [];
  const presence = presenceOf(db, touched, { ops, state, earlier }, firstOp);
  if (presence !== null) fields.push(presence);
  for (const { field, fieldId } of fieldColumns(entity)) {
    const here = before?.get(field) ?? null;
    const then = after?.get(field) ?? null;
    const heads = state.heads.get(fieldId) ?? [];
    const values = new Set(heads.map((head) => valueWritten(head, fieldId) ?? null));
    const coming = comingOf(heads, fieldId, firstOp);
    const conflict = values.size > 1 && coming.length > 0;
    const settled = touched.settled.includes(field);
    // The fields of a row that goes stand nowhere afterwards; that it goes is said once.
    const isGone = before !== null && after === null;
    if (!conflict && !settled && (isGone || here === then)) continue;
    fields.push({ field, here, coming, after: then, conflict, settled });
  }
  return { entity, rowId, kind: kindOf(before, after, earlier), state, before, after, fields };
}

function comingOf(heads: readonly StoredOp[], field: number, firstOp: number): ComingValue[] {
  const coming = new Map<FieldValue, ComingValue>();
  for (const op of heads) {
    const value = valueWritten(op, field) ?? null;
    if (op.localId >= firstOp && !coming.has(value)) coming.set(value, { value, beside: op.fields });
  }
  return [...coming.values()];
}

function kindOf(before: Shown | null, after: Shown | null, earlier: RowState): ReceivedRow["kind"] {
  if (before === null && after !== null) return earlier.presence === "removed" ? "restored" : "created";
  return before !== null && after === null ? "removed" : "edited";
}

interface Read {
  readonly ops: readonly StoredOp[];
  readonly state: RowState<StoredOp>;
  readonly earlier: RowState<StoredOp>;
}

/** Why a row is not there; null while it is, and while nobody made it. */
function removedFor(state: RowState<StoredOp>): FieldValue {
  if (state.presence !== "removed") return null;
  const [head] = state.heads.get(presenceField) ?? [];
  return head === undefined ? null : (valueWritten(head, presenceField) ?? null);
}

/** Whether the row is there, where that changes or is open to a decision. */
function presenceOf(
  db: ReadHandle,
  { entity, id, opened, settled }: TouchedRow,
  { state, earlier }: Read,
  firstOp: number,
): ReceivedField | null {
  const here = removedFor(earlier);
  const after = removedFor(state);
  const came = comingOf(state.heads.get(presenceField) ?? [], presenceField, firstOp);
  // One more removal, or one more word against it, comes into a decision that was open before.
  const isOpened = opened.includes(presenceName) || (came.length > 0 && isOpen(db, id));
  const isSettled = settled.includes(presenceName);
  if (here === after && !isOpened && !isSettled) return null;
  const voices = isOpened
    ? (conflictDetail(db, { rowId: id, entity, field: presenceName })?.voices ?? [])
    : [];
  const said = voices
    .filter(({ op }) => op >= firstOp)
    .map(({ value, fields }) => ({ value, beside: fields }));
  const coming = isOpened ? said : came;
  return { field: presenceName, here, coming, after, conflict: isOpened, settled: isSettled };
}

/** Whether it is open to a decision that a row is there. */
function isOpen(db: ReadHandle, id: string): boolean {
  const row = uuidToBytes(id);
  return db.value<number>(sql`SELECT 1 FROM conflict WHERE row = ${row} AND field = ${presenceField}`) === 1;
}

/** Id of a field by its name, for reading `beside`. */
export function fieldIdOf(entity: EntityName, field: string): number {
  return fieldDefinition(entity, field)?.id ?? presenceField;
}
