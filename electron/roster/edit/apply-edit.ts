/**
 * Turns what a person did into writes of rows: only real differences, owned rows taken along.
 */
import { appError } from "../../../shared/contract/errors";
import { type EntityName, entities, type FieldValue, presenceField } from "../../../shared/domain/entities";
import { isShown, joinedInto } from "../../../shared/sync/fold";
import { cleanText } from "../../../shared/text/clean";
import type { WriteHandle } from "../file/handle";
import { checkedFields } from "./check-fields";
import type { Edit } from "./edits";
import { referrersOf, rowsPointingAt } from "../projection/referrers";
import { type OpenRow, pkOf, type RowEditor } from "./row-editor";

const ownedAtOnce = 10_000;

function openShown(rows: RowEditor, entity: EntityName, id: string): OpenRow {
  const row = rows.open(entities[entity].id, id);
  const isOfEntity = row.ops[0]?.entity === entities[entity].id;
  if (!isOfEntity || !isShown(row.state)) throw appError("row-unknown", { entity, id });
  return row;
}

/** The fields whose values differ from those shown. */
function differing(row: OpenRow, fields: ReadonlyMap<number, FieldValue>): Map<number, FieldValue> {
  return new Map([...fields].filter(([field, value]) => (row.state.values.get(field) ?? null) !== value));
}

function remove(db: WriteHandle, rows: RowEditor, entity: EntityName, id: string, reason: string): void {
  const row = openShown(rows, entity, id);
  const pk = pkOf(row);
  for (const referrer of referrersOf(entity)) {
    if (referrer.owned) {
      for (const owned of rowsPointingAt(db, referrer, pk, ownedAtOnce)) {
        remove(db, rows, referrer.entity, owned, reason);
      }
      continue;
    }
    if (referrer.aside) continue;
    const [user] = rowsPointingAt(db, referrer, pk, 1);
    if (user !== undefined)
      throw appError("row-in-use", { entity: referrer.entity, field: referrer.field, id });
  }
  rows.write(row, new Map([[presenceField, reason]]));
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
      rows.write(row, new Map([[presenceField, edit.removed === null ? null : cleanText(edit.removed)]]));
      return;
    }
    case "join": {
      openShown(rows, edit.entity, edit.into);
      rows.write(openShown(rows, edit.entity, edit.id), new Map([[presenceField, joinedInto(edit.into)]]));
      return;
    }
    case "restore": {
      const row = rows.open(entities[edit.entity].id, edit.id);
      if (row.state.presence === "absent")
        throw appError("row-unknown", { entity: edit.entity, id: edit.id });
      if (!isShown(row.state)) rows.write(row, new Map([[presenceField, null]]));
      return;
    }
  }
}
