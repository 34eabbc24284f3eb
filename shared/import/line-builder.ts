/**
 * A line of a table while it is read: which cell says which value of which row of the roster. One value has one say; a cell
 * that says another one is not taken, and one that says it too is.
 */
import { columnOfKey, groupOf, type PersonColumn } from "../columns/column";
import { entityDefinition, fieldDefinition, type OwnedEntity } from "../domain/entities";
import { type ColumnRole, keysOf } from "./column-role";
import { looseHeading } from "./heading-text";
import type { LineCell, RowDraft, SaidValue, Value } from "./line";
import { nothing, type Reading, type SaidOfRow, unread, value } from "./reading";
import type { SeenCell } from "./sheet-grid";

export class LineBuilder {
  readonly cells: LineCell[] = [];
  readonly drafts = new Map<string, RowDraft & { readonly values: Map<string, SaidValue> }>();
  personId: string | null = null;
  readonly #row: number;
  readonly #columns = new Set<number>();
  readonly #beside: {
    readonly cell: LineCell;
    readonly column: PersonColumn;
    readonly field: string;
    readonly value: Value;
  }[] = [];
  readonly #further: {
    readonly cell: LineCell;
    readonly column: PersonColumn;
    readonly said: SaidOfRow;
  }[] = [];

  constructor(row: number) {
    this.#row = row;
  }

  /** Takes a cell down; one that is seen here and stands in another row is told of there. */
  cell(seen: SeenCell, role: ColumnRole, parts: readonly string[]): LineCell {
    const heading = parts[parts.length - 1] ?? "";
    const [key = ""] = keysOf(role);
    const isOwn = seen.row === this.#row && !this.#columns.has(seen.column);
    const cell: LineCell = {
      column: seen.column,
      row: seen.row,
      text: seen.text,
      heading,
      role,
      key,
      reading: nothing,
      keptToo: false,
      outcome: "listed",
      question: null,
      reason: null,
      issue: null,
    };
    if (isOwn) {
      this.cells.push(cell);
      this.#columns.add(seen.column);
    }
    return cell;
  }

  said(column: PersonColumn, field: string): SaidValue | undefined {
    return this.drafts.get(groupOf(column))?.values.get(field);
  }

  isUnread({ key }: PersonColumn): boolean {
    return this.cells.some((cell) => cell.key === key && cell.reading.kind === "unread");
  }

  take(cell: LineCell, read: PersonColumn, reading: Reading): void {
    cell.reading = reading;
    if (reading.kind !== "value") return;
    const column = (reading.of === undefined ? null : columnOfKey(reading.of)) ?? read;
    if (!this.#put(column, column.field, reading.value, cell)) {
      cell.reading = unread("contradicts");
      return;
    }
    for (const said of reading.further ?? []) this.#further.push({ cell, column, said });
    if (reading.beside === undefined) return;
    for (const [field, beside] of Object.entries(reading.beside))
      this.#beside.push({ cell, column, field, value: beside });
  }

  takeAnswer(cell: LineCell, { key }: { readonly key: string }, reading: Reading): void {
    const column = columnOfKey(key);
    if (column !== null) this.take(cell, column, reading);
  }

  /** An answer that a cell gives by being there. */
  also(cell: LineCell, { key, value: answer }: { readonly key: string; readonly value: string }): void {
    const column = columnOfKey(key);
    if (column !== null && !this.#put(column, column.field, answer, cell)) cell.keptToo = true;
  }

  /** A value that follows from what stands around the line. */
  add(column: PersonColumn, read: Value): void {
    this.#put(column, column.field, read, null);
  }

  /** What could be several, beside what says which one: a name beside the code, a code short of its zero beside the name. */
  settleAmong(): void {
    for (const cell of this.cells) {
      const { reading, key } = cell;
      const column =
        reading.kind === "unread" && reading.asked?.choices !== undefined ? columnOfKey(key) : null;
      if (column === null || reading.kind !== "unread") continue;
      const known = this.said(column, column.field);
      if (known === undefined || reading.asked?.choices?.includes(String(known.value)) !== true) continue;
      this.#put(column, column.field, known.value, cell);
      cell.reading = value(known.value);
    }
  }

  /** What texts say beside their own value goes where no column says it itself. */
  settleBeside(): void {
    for (const { cell, column, field, value: beside } of this.#beside) {
      const known = this.said(column, field)?.value;
      if (known === undefined) this.#put(column, field, beside, cell);
      else if (!isSaidBy(String(beside), String(known))) cell.keptToo = true;
    }
  }

  /** Values of rows of their own, which take place and days from the row beside which they stand. */
  settleFurther(): void {
    for (const [place, { cell, column, said }] of this.#further.entries()) {
      const { entity, field, pick, row } = column;
      const main = this.drafts.get(groupOf(column));
      if (main === undefined || entity === "official") continue;
      const values = new Map([...main.values].filter(([name]) => isShared(entity, name)));
      values.set(field, { value: said.value, cells: [cell] });
      if (fieldDefinition(entity, "kind")?.choices?.includes("concurrent") === true)
        values.set("kind", { value: "concurrent", cells: [] });
      for (const [name, beside] of Object.entries(said.beside ?? {}))
        values.set(name, { value: beside, cells: [] });
      this.drafts.set(`${groupOf(column)}+${place}`, { entity, pick, row, beside: field, values });
    }
  }

  /** @returns false where another value stands there */
  #put(column: PersonColumn, field: string, read: Value, cell: LineCell | null): boolean {
    const name = groupOf(column);
    const { entity, pick, row } = column;
    let draft = this.drafts.get(name);
    if (draft === undefined) {
      draft = { entity, pick, row, values: new Map<string, SaidValue>() };
      this.drafts.set(name, draft);
    }
    const known = draft.values.get(field);
    if (known !== undefined && known.value !== read) return false;
    const cells = known?.cells ?? nothingSaid;
    draft.values.set(field, { value: read, cells: cell === null ? cells : [...cells, cell] });
    return true;
  }
}

/** Whether what a row says there holds for a row beside it: the unit, and from when to when. */
function isShared(entity: OwnedEntity, field: string): boolean {
  const definition = fieldDefinition(entity, field);
  return definition?.entity === "unit" || field === entityDefinition(entity).since || field === "to";
}

const nothingSaid: readonly LineCell[] = [];

function isSaidBy(text: string, other: string): boolean {
  const [a, b] = [looseHeading(text), looseHeading(other)];
  return a.includes(b) || b.includes(a);
}
