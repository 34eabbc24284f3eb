/**
 * Open conflicts: fields for which offices hold different values, and records that one removed while another went on.
 *
 * Lists come from what the projection notes; who said what, and when, is read from the log for the rows of a page.
 */
import {
  type EntityName,
  entities,
  entityDefinition,
  entityById,
  fieldNameById,
  isOwned,
  type FieldValue,
  presenceField,
} from "../../../shared/domain/entities";
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { againstRemoval, foldRow, type RowState, valueWritten } from "../../../shared/sync/fold";
import { officialOf } from "../../../shared/sync/row-owner";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { isNeeded } from "../projection/needed";
import { historyOfRow, type StoredOp } from "../log/op-rows";

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
  /** One a value, the shown one first. Of a removal: the removal and those who went on. */
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

/** What only says something about a row is no reason to keep it. */
function isAside(entity: number): boolean {
  const name = entityById(entity);
  return name !== null && entityDefinition(name).aside === true;
}

/** Rows that were removed while others still refer to them and cannot be shown without them. */
function removedInUse(db: ReadHandle): KeyRow[] {
  const rows = db.raw<[target: Buffer, entity: number, field: number]>(
    sql`SELECT target, entity, field FROM unresolved WHERE state = 'removed' ORDER BY target`,
  );
  const seen = new Set<string>();
  return rows.flatMap(([target, entity, field]): KeyRow[] => {
    const key = target.toString("hex");
    if (seen.has(key) || !isNeeded(entity, field) || isAside(entity)) return [];
    seen.add(key);
    const targetEntity = db.value<number>(sql`SELECT entity FROM op WHERE row = ${target} LIMIT 1`);
    return targetEntity === undefined ? [] : [[target, targetEntity, presenceField]];
  });
}

/** Every open conflict; there are as many as people who have not decided yet. */
export function conflictKeys(db: ReadHandle): ConflictKey[] {
  const noted = db.raw<[Buffer, number, number]>(
    sql`SELECT row, entity, field FROM conflict ORDER BY row, field`,
  );
  const keys = [...noted, ...removedInUse(db)].flatMap((row) => keyOf(row) ?? []);
  return [...new Map(keys.map((key) => [conflictId(key), key])).values()];
}

export function conflictCountOf(db: ReadHandle): number {
  return conflictKeys(db).length;
}

function voiceOf(db: ReadHandle, op: StoredOp, value: FieldValue): ConflictVoice {
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

function removalsOf(state: RowState<StoredOp>): StoredOp[] {
  return (state.heads.get(presenceField) ?? []).filter(
    (op) => typeof valueWritten(op, presenceField) === "string",
  );
}

/** The removal, and the last of each office that went on without knowing of it. */
function presenceVoices(
  db: ReadHandle,
  rowId: string,
  state: RowState<StoredOp>,
  ops: readonly StoredOp[],
): ConflictVoice[] {
  const removals = removalsOf(state);
  const others = new Map<string, StoredOp>();
  const note = (op: StoredOp) => {
    const known = others.get(op.branch.writer);
    if (known === undefined || known.localId < op.localId) others.set(op.branch.writer, op);
  };
  for (const op of againstRemoval(state, ops)) note(op);
  for (const [row] of db.raw<[Buffer]>(
    sql`SELECT row FROM unresolved WHERE target = ${uuidToBytes(rowId)} AND state = 'removed'`,
  )) {
    for (const op of historyOfRow(db, row)) note(op);
  }
  return [
    ...[...others.values()].map((op) => voiceOf(db, op, null)),
    ...removals.map((op) => voiceOf(db, op, valueWritten(op, presenceField) ?? null)),
  ];
}

/** What is said for and against; null when the conflict is not open (any more). */
export function conflictDetail(db: ReadHandle, { rowId, entity, field }: ConflictKey): ConflictDetail | null {
  const ops = historyOfRow(db, uuidToBytes(rowId));
  const state = foldRow(ops);
  const created = ops.find((op) => op.create);
  const isShipped = created === undefined || /^0{64}/.test(created.branch.writer);
  const creator = isShipped ? null : created.branch.writer;
  if (field === presenceName) {
    return { rowId, entity, field, state, voices: presenceVoices(db, rowId, state, ops), creator };
  }
  const definition = (entities[entity].fields as Record<string, { readonly id: number } | undefined>)[field];
  if (definition === undefined) return null;
  return { rowId, entity, field, state, voices: fieldVoices(db, state, definition.id), creator };
}

/** Rows that cannot be shown because a removed row is missing to them. */
export function rowsInNeedOf(db: ReadHandle, rowId: string): { entity: EntityName; rowId: string }[] {
  return db
    .raw<[Buffer, number]>(
      sql`SELECT row, entity FROM unresolved WHERE target = ${uuidToBytes(rowId)} AND state = 'removed'`,
    )
    .flatMap(([row, entityId]) => {
      const entity = entityById(entityId);
      return entity === null ? [] : [{ entity, rowId: bytesToUuid(row) }];
    });
}

/** Rows of a person that went with the record in one change, and are to come back with it. */
export function rowsRemovedWith(db: ReadHandle, officialId: string): { entity: EntityName; rowId: string }[] {
  const removals = removalsOf(foldRow(historyOfRow(db, uuidToBytes(officialId))));
  return removals.flatMap(({ writer, changeSeq }) =>
    db
      .raw<[Buffer, number]>(
        sql`
          SELECT DISTINCT row, entity FROM op
          WHERE writer = ${writer} AND seq >= ${changeSeq} AND change_seq = ${changeSeq}`,
      )
      .flatMap(([row, entityId]) => {
        const entity = entityById(entityId);
        if (entity === null || !isOwned(entity)) return [];
        const state = foldRow(historyOfRow(db, row));
        const rowId = bytesToUuid(row);
        const isGone = removalsOf(state).some((op) => op.writer === writer && op.changeSeq === changeSeq);
        return isGone && officialOf(entity, rowId, state) === officialId ? [{ entity, rowId }] : [];
      }),
  );
}
