/**
 * What an office is told of a row that it once knew and whose person is no longer its business: what takes the row out of
 * its figures, back into them or to another place in them, and no more than that.
 *
 * - Of rows of a person that figures are counted from: everything. Each holds little else.
 * - Of other rows: whether they are there and to whom they belong; of the person's own also the name and what figures are
 *   counted from. An operation that writes anything beside these is not told, nor is what was written over it: told in
 *   parts, a field would be in conflict there and nowhere else.
 * - Of a field on which it holds several values: what settled that, as long as nothing else was written along with it.
 *   Whoever has a say in a conflict would keep it for good, and show a value that was overruled.
 * - Of a row that somebody removed and others went on with: everything, until that is decided. What stands against the
 *   removal keeps the row in view.
 */
import {
  entityDefinition,
  type EntityName,
  isOwned,
  ownerField,
  presenceField,
} from "../../../shared/domain/entities";
import { foldRow, openFields as conflictsOf, valueWritten } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { historyOfRow, type StoredOp } from "../log/op-rows";

/** Whether figures are counted from an entity's rows and these belong to a person. */
export function isCountedRow(entity: EntityName): boolean {
  return isOwned(entity) && entityDefinition(entity).figures !== undefined;
}

/**
 * Local ids of the ops of a row that decide where it counts.
 * @param isTold whether an op is told anyhow
 */
export function decidingOps(
  db: ReadHandle,
  row: Uint8Array,
  entity: EntityName,
  isTold: (op: number) => boolean,
): number[] {
  const ops = historyOfRow(db, row);
  const { presence } = foldRow(ops);
  if (isCountedRow(entity) || presence === "disputed") return ops.map(({ localId }) => localId);
  const open = openFields(ops, decidingFields(entity), isTold);
  const decides = (op: StoredOp) =>
    valueWritten(op, presenceField) !== undefined || [...op.fields.keys()].every((field) => open.has(field));
  const deciding = ops.filter(decides).map(({ localId }) => localId);
  const told = new Set([...deciding, ...ops.map(({ localId }) => localId).filter(isTold)]);
  return [...deciding, ...settlingOps(ops, told)];
}

/** The first ops by which conflicts end that are open in what is told of a row. */
function settlingOps(ops: readonly StoredOp[], told: Set<number>): number[] {
  const found: number[] = [];
  const others = ops.filter(({ localId }) => !told.has(localId)).sort((a, b) => a.lamport - b.lamport);
  for (const op of others) {
    const known = ops.filter(({ localId }) => told.has(localId));
    const open = new Set(conflictsOf(foldRow(known)));
    const after = foldRow([...known, op]);
    const settles = (field: number) => open.has(field) && after.heads.get(field)?.length === 1;
    if (op.fields.size === 0 || ![...op.fields.keys()].every(settles)) continue;
    told.add(op.localId);
    found.push(op.localId);
  }
  return found;
}

/** Fields that place a row: its owner, its name, what figures are counted from. */
function decidingFields(entity: EntityName): Set<number> {
  const { title, figures, fields } = entityDefinition(entity);
  const named = [title, ...(figures?.fields ?? [])].flatMap((name) => fields[name ?? ""]?.id ?? []);
  return new Set([presenceField, ...named, ...(isOwned(entity) ? [ownerField(entity).id] : [])]);
}

/** Those of some fields that nothing untold was ever written to. */
function openFields(
  ops: readonly StoredOp[],
  fields: ReadonlySet<number>,
  isTold: (op: number) => boolean,
): ReadonlySet<number> {
  const open = new Set(fields);
  const untold = ops.filter(({ create, localId }) => !create && !isTold(localId));
  for (;;) {
    const shut = untold
      .filter((op) => valueWritten(op, presenceField) === undefined)
      .map((op) => [...op.fields.keys()])
      .filter((written) => written.some((field) => !open.has(field)))
      .flatMap((written) => written.filter((field) => open.has(field)));
    if (shut.length === 0) return open;
    for (const field of shut) open.delete(field);
  }
}
