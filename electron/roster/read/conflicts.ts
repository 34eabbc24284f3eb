/**
 * Open conflicts: fields for which offices hold different values, and records that one removed while another went on.
 *
 * Lists come from what the projection notes; who said what, and when, is read from the log for the rows of a page.
 */
import {
  type EntityName,
  entities,
  entityById,
  fieldNameById,
  type FieldValue,
  presenceField,
} from "../../../shared/domain/entities";
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import {
  againstRemoval,
  foldRow,
  type RowState,
  targetOfJoin,
  valueWritten,
  winnerFirst,
} from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { tableOf } from "../projection/columns";
import { referrersOf, rowsNaming, togetherWith } from "../projection/referrers";
import { historyOfRow, type StoredOp } from "../log/op-rows";
import { withSeveralMainPosts } from "./main-posts";

/** Rows asked about one that they need; whoever went on last is among them all but surely. */
const mostGoingOn = 1000;

/** Field name that stands for the record itself being there. */
export const presenceName = "presence";

export interface ConflictKey {
  readonly rowId: string;
  readonly entity: EntityName;
  /** Field name of the registry, or `presenceName`. */
  readonly field: string;
}

/** Who entered one of the values. */
export interface ConflictVoice {
  /** Local id of the op that says it. */
  readonly op: number;
  /** Hex hash of that op: the one name that it has in every office. */
  readonly hash: string;
  readonly value: FieldValue;
  /** Hex of the writer. */
  readonly writer: string;
  readonly user: string;
  /** ms by the writer's clock. */
  readonly at: number;
  /** ms by our clock when it came here; null for what was written here. */
  readonly receivedAt: number | null;
  /** Clock of the writer's op before; null for the first. */
  readonly before: number | null;
  readonly reason: string | null;
  /** Fields of the row that the same op wrote. */
  readonly fields: ReadonlyMap<number, FieldValue>;
}

export interface ConflictDetail extends ConflictKey {
  readonly state: RowState<StoredOp>;
  /** One a value, the shown one first. Of a removal: that somebody went on, and the reasons of the removals. */
  readonly voices: readonly ConflictVoice[];
  /** Hex of the writer who created the row; null for a shipped row. */
  readonly creator: string | null;
}

export function conflictId({ rowId, field }: Pick<ConflictKey, "rowId" | "field">): string {
  return `${rowId}.${field}`;
}

type KeyRow = readonly [row: Buffer, entity: number, field: number];

function keyOf([row, entity, field]: KeyRow): ConflictKey | null {
  const name = entityById(entity);
  if (name === null) return null;
  const fieldName = field === presenceField ? presenceName : fieldNameById(name, field);
  return fieldName === null ? null : { rowId: bytesToUuid(row), entity: name, field: fieldName };
}

/** Every open conflict; there are as many as people who have not decided yet. */
export function conflictKeys(db: ReadHandle): ConflictKey[] {
  const noted = db.raw<KeyRow>(sql`SELECT row, entity, field FROM conflict ORDER BY row, field`);
  return noted.flatMap((row) => keyOf(row) ?? []);
}

/** How many things are to be settled: open conflicts, and people with several main posts. */
export function conflictCountOf(db: ReadHandle): number {
  return conflictKeys(db).length + withSeveralMainPosts(db).length;
}

/** What is known of the one who entered a value. */
export function voiceOf(db: ReadHandle, op: StoredOp, value: FieldValue): ConflictVoice {
  const about = db.get<{ user: string; reason: string | null; receivedAt: number | null }>(
    sql`SELECT author.name AS user, change.reason, reception.at AS receivedAt
     FROM op JOIN author ON author.id = op.author
     LEFT JOIN change ON change.writer = op.writer AND change.first_seq = op.change_seq
     LEFT JOIN reception ON reception.id = change.reception
     WHERE op.id = ${op.localId}`,
  );
  const before = db.value<number>(
    sql`SELECT at FROM op WHERE writer = ${op.writer} AND seq < ${op.seq} ORDER BY seq DESC LIMIT 1`,
  );
  return {
    op: op.localId,
    hash: op.id,
    value,
    writer: op.branch.writer,
    user: about?.user ?? "",
    at: op.at,
    receivedAt: about?.receivedAt ?? null,
    before: before ?? null,
    reason: about?.reason ?? null,
    fields: op.fields,
  };
}

function fieldVoices(db: ReadHandle, state: RowState<StoredOp>, field: number): ConflictVoice[] {
  const voices = new Map<FieldValue, ConflictVoice>();
  for (const op of state.heads.get(field) ?? []) {
    const value = valueWritten(op, field) ?? null;
    if (!voices.has(value)) voices.set(value, voiceOf(db, op, value));
  }
  return [...voices.values()];
}

/**
 * Whoever went on without knowing of the removal, and the removal; each thing that is said once, by whom the winner's
 * order puts first, so that every office numbers them alike.
 */
function presenceVoices(
  db: ReadHandle,
  { rowId, entity }: Pick<ConflictKey, "rowId" | "entity">,
  state: RowState<StoredOp>,
  ops: readonly StoredOp[],
): ConflictVoice[] {
  const kept = [...againstRemoval(state, ops), ...goingOn(db, entity, rowId)].sort(winnerFirst)[0];
  const voices = fieldVoices(db, state, presenceField).filter(({ value }) => value !== null);
  return kept === undefined ? voices : [voiceOf(db, kept, null), ...voices];
}

/** What was said last of each row that needs a removed one or went up in it, by those who did not know of its removal. */
function goingOn(db: ReadHandle, entity: EntityName, rowId: string): StoredOp[] {
  const row = uuidToBytes(rowId);
  const pk = db.value<number>(sql`SELECT pk FROM ${sql.name(tableOf(entity))} WHERE id = ${row}`);
  if (pk === undefined) return [];
  const needing = referrersOf(entity)
    .filter(({ needed, aside }) => needed && !aside)
    .flatMap((referrer) => {
      const named = rowsNaming(db, referrer, row, pk, mostGoingOn);
      return named.flatMap((id) => {
        const ops = historyOfRow(db, uuidToBytes(id));
        const state = foldRow(ops);
        if (state.presence === "disputed") return againstRemoval(state, ops);
        if (state.presence === "present") return [...state.heads.values()].flat();
        return goingOn(db, referrer.entity, id);
      });
    });
  return [...needing, ...goneUpIn(db, row)];
}

/** By what other rows went up in one, straight or by way of others. */
function goneUpIn(db: ReadHandle, row: Uint8Array): StoredOp[] {
  const joined = db.raw<[Buffer]>(sql`
    WITH RECURSIVE ${togetherWith(row)}
    SELECT id FROM together WHERE id <> ${row} LIMIT ${mostGoingOn}`);
  return joined.flatMap(([id]) =>
    (foldRow(historyOfRow(db, id)).heads.get(presenceField) ?? []).filter((op) => targetOfJoin(op) !== null),
  );
}

/** What is said for and against; null when the conflict is not open (any more). */
export function conflictDetail(db: ReadHandle, { rowId, entity, field }: ConflictKey): ConflictDetail | null {
  const ops = historyOfRow(db, uuidToBytes(rowId));
  const state = foldRow(ops);
  const created = ops.find((op) => op.create);
  const isShipped = created === undefined || /^0{64}/.test(created.branch.writer);
  const creator = isShipped ? null : created.branch.writer;
  if (field === presenceName) {
    return {
      rowId,
      entity,
      field,
      state,
      voices: presenceVoices(db, { rowId, entity }, state, ops),
      creator,
    };
  }
  const definition = (entities[entity].fields as Record<string, { readonly id: number } | undefined>)[field];
  if (definition === undefined) return null;
  return { rowId, entity, field, state, voices: fieldVoices(db, state, definition.id), creator };
}
