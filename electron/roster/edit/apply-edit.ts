/**
 * Turns what a person did into writes of rows: only real differences, owned rows taken along.
 */
import { appError } from "../../../shared/contract/errors";
import { type EntityName, entities, type FieldValue, presenceField } from "../../../shared/domain/entities";
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { isShown, joinedInto, joinTarget, joinTargetIn, valueWritten } from "../../../shared/sync/fold";
import { wentWith } from "../../../shared/sync/removal";
import { cleanText } from "../../../shared/text/clean";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { checkedFields } from "./check-fields";
import type { Edit } from "./edits";
import { lastValues } from "../read/own-waiting";
import { referrersOf, rowsNaming, rowsPointingAt } from "../projection/referrers";
import { UnresolvedList } from "../projection/unresolved-list";
import { type OpenRow, pkOf, type RowEditor } from "./row-editor";

const takenAtOnce = 10_000;

function openShown(rows: RowEditor, entity: EntityName, id: string): OpenRow {
  const row = rows.open(entities[entity].id, id);
  const isOfEntity = row.ops[0]?.entity === entities[entity].id;
  if (!isOfEntity || !rows.isInView(row)) throw appError("row-unknown", { entity, id });
  return row;
}

/** The fields whose values differ from those that whoever edits has in front of them: what waits of our own, else what counts. */
function differing(row: OpenRow, fields: ReadonlyMap<number, FieldValue>): Map<number, FieldValue> {
  const before = new Map([...row.state.values, ...lastValues(row.waiting)]);
  return new Map([...fields].filter(([field, value]) => (before.get(field) ?? null) !== value));
}

/** @throws AppError row-in-use for a row that others name and that does not take them along */
export function refuseInUse(
  db: ReadHandle,
  entity: EntityName,
  { id, pk }: { readonly id: string; readonly pk: number },
): void {
  for (const referrer of referrersOf(entity)) {
    if (referrer.owned || referrer.aside) continue;
    const [user] = rowsNaming(db, referrer, uuidToBytes(id), pk, 1);
    if (user !== undefined)
      throw appError("row-in-use", { entity: referrer.entity, field: referrer.field, id });
  }
}

function remove(db: WriteHandle, rows: RowEditor, entity: EntityName, id: string, reason: string): void {
  const row = openShown(rows, entity, id);
  refuseInUse(db, entity, { id, pk: pkOf(row) });
  takeOut(db, rows, entity, row, reason);
}

/**
 * Removes a row with what belongs to it and what went up in it, in one change, since it is one decision; where that decision
 * was open, also with rows that others entered without knowing, and that cannot be shown without it. What went up in a row
 * would be in view again without it, as where somebody removes it who does not know of the joining.
 */
function takeOut(db: WriteHandle, rows: RowEditor, entity: EntityName, row: OpenRow, reason: string): void {
  // All of them before the first is written: what is in view for the sake of another goes out of view with it.
  const along = rows.isInView(row)
    ? referrersOf(entity)
        .filter(({ aside, owned, needed }) => !aside && (owned || needed))
        .flatMap((referrer) =>
          rowsNaming(db, referrer, row.bytes, pkOf(row), takenAtOnce).map((id) => ({
            entity: referrer.entity,
            row: rows.open(entities[referrer.entity].id, id),
          })),
        )
    : [];
  const wentUp = wentUpIn(db, rows, row);
  for (const one of along) takeOut(db, rows, one.entity, one.row, reason);
  for (const one of wentUp) rows.write(one, new Map([[presenceField, reason]]));
  rows.write(row, new Map([[presenceField, reason]]));
}

/** All that went up in a row, by way of any others, the last link first; of a circle all but the row. */
function wentUpIn(db: WriteHandle, rows: RowEditor, row: OpenRow): OpenRow[] {
  const joins = new UnresolvedList(db);
  const found = new Map<string, OpenRow>();
  for (const { entity, row: bytes } of joins
    .joinedTogether({ entity: row.entity, row: row.bytes })
    .values()) {
    const one = rows.open(entity, bytesToUuid(bytes));
    if (one.id !== row.id && joinTarget(one.state) !== null) found.set(one.id, one);
  }
  return [...found.values()].reverse();
}

/**
 * Settles a decision about a row otherwise than by removing it: it is kept, or goes up in another one. What was removed
 * along with it comes back, be it in view as long as that is open or, where all agree that the row goes, not.
 */
function decideKept(
  db: WriteHandle,
  rows: RowEditor,
  entity: EntityName,
  row: OpenRow,
  presence: string | null,
): void {
  const inView = rows.isInView(row);
  const listed = inView ? [] : new UnresolvedList(db).of(row.bytes);
  const along = referrersOf(entity)
    .filter(({ owned }) => owned)
    .flatMap((referrer) => {
      const { id } = entities[referrer.entity];
      const found = inView
        ? rowsPointingAt(db, referrer, pkOf(row), takenAtOnce)
        : listed.flatMap((one) => (one.entity === id ? [bytesToUuid(one.row)] : []));
      return found.map((one) => rows.open(id, one));
    })
    .filter(({ state }) => wentWith(state, row.state));
  // Before the row itself, as they went: an undo looks for what it decides last.
  for (const one of along)
    rows.write(one, new Map([[presenceField, presence === null ? null : joinSaidOf(one)]]));
  rows.write(row, new Map([[presenceField, presence]]));
}

/** That a row went up in another one, where anybody says so of it: a joining of its record is one of its rows, too. */
function joinSaidOf({ state }: OpenRow): FieldValue {
  const said = (state.heads.get(presenceField) ?? []).map((op) => valueWritten(op, presenceField));
  return said.find((reason) => joinTargetIn(reason) !== null) ?? null;
}

/**
 * Writes one edit.
 * @throws AppError `row-unknown`, `reference-missing` (a reference that leads nowhere), `row-in-use` (a removal that
 *   would leave one); Error for values of a wrong form and for an id that was used before
 */
export function applyEdit(db: WriteHandle, rows: RowEditor, edit: Edit): void {
  switch (edit.kind) {
    case "create":
      rows.create(edit.entity, edit.id, checkedFields(edit.entity, edit.fields, true));
      return;
    case "update": {
      const row = openShown(rows, edit.entity, edit.id);
      const fields = differing(row, checkedFields(edit.entity, edit.fields, false));
      if (fields.size > 0) rows.write(row, fields);
      return;
    }
    case "remove":
      remove(db, rows, edit.entity, edit.id, cleanText(edit.reason));
      return;
    case "settle": {
      const row = openShown(rows, edit.entity, edit.id);
      rows.write(row, checkedFields(edit.entity, edit.fields, false));
      return;
    }
    case "decide": {
      const row = rows.open(entities[edit.entity].id, edit.id);
      if (row.state.presence === "absent")
        throw appError("row-unknown", { entity: edit.entity, id: edit.id });
      const removed = edit.removed === null ? null : cleanText(edit.removed);
      // What belongs to a row that goes up in another one is shown there, and goes nowhere.
      if (removed === null || joinTargetIn(removed) !== null) decideKept(db, rows, edit.entity, row, removed);
      else takeOut(db, rows, edit.entity, row, removed);
      return;
    }
    case "join": {
      openShown(rows, edit.entity, edit.into);
      decideKept(db, rows, edit.entity, openShown(rows, edit.entity, edit.id), joinedInto(edit.into));
      return;
    }
    case "restore": {
      const row = rows.open(entities[edit.entity].id, edit.id);
      if (row.state.presence === "absent")
        throw appError("row-unknown", { entity: edit.entity, id: edit.id });
      if (isShown(row.state)) return;
      const needed = rows.isInView(row) ? null : rows.neededOutOfView(row.entity, row.state.values);
      if (needed !== null)
        throw appError("reference-missing", { entity: edit.entity, field: needed.field, id: needed.id });
      decideKept(db, rows, edit.entity, row, null);
      return;
    }
  }
}
