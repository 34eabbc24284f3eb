/**
 * Texts that can be read in several ways, or in none, and that say of somebody on record just what is recorded: an export
 * that comes back, a list that was typed from the roster. Nothing is asked of them and nothing kept, since whatever they
 * mean is there.
 */
import { columnOfKey, type PersonColumn } from "../columns/column";
import type { FieldValue, PersonEntity } from "../domain/entities";
import { cleanText } from "../text/clean";
import type { StoredPerson } from "./compare";
import { cellsOf } from "./kept-cells";
import type { LineCell } from "./line";
import type { PersonDraft } from "./people";
import type { QuestionList } from "./questions";
import { nothing } from "./reading";
import type { StoredRowFields } from "./record-rows";

export interface RecordWords {
  /** A stored value as an export writes it. @param row the other fields of its row */
  readonly wordOf: (
    entity: PersonEntity,
    field: string,
    value: FieldValue,
    row: Readonly<Record<string, FieldValue>>,
  ) => string | null;
}

/** Settles such cells of a line, before it is compared with the record. */
export function settleSaid(
  draft: PersonDraft,
  stored: StoredPerson,
  words: RecordWords,
  questions: Pick<QuestionList, "withdraw">,
): void {
  for (const cell of cellsOf(draft)) {
    if (!isOpen(cell)) continue;
    const column = columnOfKey(cell.key);
    if (column === null || !rowsOf(stored, column).some((row) => says(cell.text, row, column, words)))
      continue;
    cell.reading = nothing;
    cell.outcome = "unchanged";
    if (cell.question !== null) questions.withdraw(cell.question);
  }
}

/** What another cell says otherwise is no matter of how it is read. */
function isOpen({ reading, role }: LineCell): boolean {
  return role.kind === "column" && reading.kind === "unread" && reading.reason !== "contradicts";
}

/** Whether a text says what a row holds, in the words of an export. */
export function says(
  text: string,
  { fields }: StoredRowFields,
  { entity, field }: PersonColumn,
  { wordOf }: RecordWords,
): boolean {
  const value = fields[field] ?? null;
  return value !== null && cleanText(wordOf(entity, field, value, fields) ?? "") === text;
}

/** Rows of the record that a column may be about. */
export function rowsOf(
  stored: StoredPerson,
  { entity, pick, row }: PersonColumn,
): readonly StoredRowFields[] {
  if (entity === "official") return [stored];
  const rows = stored.rows[entity];
  switch (pick.kind) {
    case "own":
      return [];
    case "main":
      return rows.filter(({ id }) => id === stored.mainId);
    case "best":
      return rows.filter(({ fields }) => fields[pick.by] === pick.value);
    case "each":
      return row === null ? rows : rows.slice(row - 1, row);
  }
}
