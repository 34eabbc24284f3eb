/**
 * Cells of a list as fields of rows of the log: the row that a cell shows, the one that is made for it, or another one where
 * rows are told apart by the cell and somebody said that its value is no correction. One cell, bulk edit, filling down and
 * pasting all go through here, so that none of them writes over a post or a paper unasked.
 */
import { anotherRow, asksWhichRow, type WhichRow } from "../../shared/columns/another-row";
import { groupOf, isWritten, type PersonColumn } from "../../shared/columns/column";
import { isComputed, tableColumnOf } from "../../shared/columns/table-column";
import { AppError } from "../../shared/contract/errors";
import type { cellRefusals } from "../../shared/contract/schemas/cells";
import type { ListCell, OfficialSave } from "../../shared/contract/schemas/officials";
import { error } from "../../shared/domain/checks/found";
import { entityDefinition, type FieldValue, type PersonEntity } from "../../shared/domain/entities";
import { issueAt } from "../../shared/domain/validate/issue";
import { officialRecord } from "../roster/read/officials";
import { enteredFields } from "./entered-fields";
import type { Environment } from "./environment";
import type { OpenRoster } from "./open-roster";

export type Refusal = (typeof cellRefusals)[number];
type Fields = Readonly<Record<string, FieldValue>>;

/** Fields of one row of the log. */
export interface RowFields {
  readonly entity: PersonEntity;
  readonly rowId: string;
  readonly isNew: boolean;
  readonly fields: Fields;
}

/** A cell as a field of one row. */
export interface CellRow extends RowFields {
  readonly column: PersonColumn;
  /** What the cell says. */
  readonly before: FieldValue;
}

/** The row and field that a cell shows, with its new value; or why it cannot be changed. @param made ids of rows that are made */
export function rowOf(
  environment: Environment,
  key: string,
  cell: ListCell,
  value: FieldValue,
  made: Map<string, string> = new Map(),
): CellRow | Refusal {
  const column = tableColumnOf(key);
  if (column === null || isComputed(column) || !isWritten(column)) return "computed";
  const { entity, field, pick } = column;
  if (cell.row === undefined && pick.kind !== "main") return "several";
  const isNew = cell.row === undefined || cell.row === null;
  const group = groupOf(column);
  const rowId = cell.row ?? made.get(group) ?? environment.newId();
  if (isNew) made.set(group, rowId);
  const by = pick.kind === "best" && isNew ? { [pick.by]: pick.value } : {};
  const fields = enteredFields(entity, { ...by, [field]: value });
  return { entity, column, rowId, isNew, fields, before: cell.value ?? null };
}

/** Whether somebody has to say which row the value of a cell is of. */
export function asksWhich({ column, isNew, fields, before }: CellRow): boolean {
  return !isNew && asksWhichRow(column, before, fields[column.field] ?? null);
}

/** Whose cells are written, and what was said of them. */
export interface Written {
  readonly roster: OpenRoster;
  readonly environment: Environment;
  readonly officialId: string;
  /** Null: nobody said. */
  readonly which: WhichRow | null;
  /** By the ids of rows: what was said of them that is on record so; another row has to say it as well. */
  readonly stated: ReadonlyMap<string, Fields>;
}

/**
 * Cells in the rows that they are written to: those of a row that is another one go there together.
 * @returns the cells in their order, and what else is written
 * @throws AppError validation for a value of which nobody said which row it is of, or that can only be a correction
 */
export function asWritten<C extends CellRow>(
  cells: readonly C[],
  by: Written,
): { readonly cells: readonly C[]; readonly further: readonly RowFields[] } {
  const further: RowFields[] = [];
  const moved = new Map<string, string>();
  for (const cell of cells) {
    const { column, entity, rowId } = cell;
    if (entity === "official" || moved.has(rowId) || !asksWhich(cell)) continue;
    if (by.which === null) throw refused(cell, "whichRowUnsaid");
    if (by.which.as === "correct") continue;
    const known = officialRecord(by.roster.db, by.officialId)?.rows[entity].find(({ id }) => id === rowId);
    const { since = "" } = entityDefinition(entity);
    const ofRow = cells.filter((one) => one.rowId === rowId).map(({ fields }) => fields);
    const stated = { ...by.stated.get(rowId) };
    // The day of the row on record is not that of one that follows it.
    delete stated[since];
    const given: Fields = Object.assign(stated, ...ofRow) as Fields;
    const another = anotherRow(column, known?.fields ?? {}, given, by.which.from);
    if (another.kind === "refused") throw refused(cell, another.reason);
    const id = by.environment.newId();
    moved.set(rowId, id);
    further.push({ entity, rowId: id, isNew: true, fields: another.fields });
    if (another.ends !== null) further.push({ entity, rowId, isNew: false, fields: another.ends });
  }
  const inPlace = cells.map((cell) => {
    const rowId = moved.get(cell.rowId);
    return rowId === undefined ? cell : { ...cell, rowId, isNew: true };
  });
  return { cells: inPlace, further };
}

function refused({ entity, rowId, column }: CellRow, reason: Parameters<typeof error>[1]): AppError {
  const issue = issueAt({ entity, rowId }, error(column.field, reason));
  return new AppError({ code: "validation", params: { count: 1 }, issues: [issue] });
}

/** The save that gives a person's cells their values. */
export function saveOfRows(officialId: string, cells: readonly RowFields[]): OfficialSave {
  const rows = new Map<string, { entity: PersonEntity; id: string; isNew: boolean; fields: Fields }>();
  for (const { entity, rowId, isNew, fields } of cells) {
    const known = rows.get(rowId);
    rows.set(rowId, { entity, id: rowId, isNew, fields: { ...known?.fields, ...fields } });
  }
  const save: OfficialSave = {
    action: "edit",
    reason: null,
    officialId,
    official: null,
    rows: [],
    removed: [],
  };
  for (const { entity, ...row } of rows.values()) {
    if (entity === "official") save.official = row;
    else save.rows.push({ entity, ...row });
  }
  return save;
}
