/**
 * People as rows of what goes out: read some at a time and given back at once, so that a list of a nation takes no more
 * memory than a page of it, the window goes on meanwhile and the work can be stopped.
 */
import {
  isComputed,
  type TableColumn,
  tableColumnLabel,
  tableColumnOf,
  unitKey,
} from "../../../shared/columns/table-column";
import { isOfCounted } from "../../../shared/columns/computed";
import { appError } from "../../../shared/contract/errors";
import type { ListCell } from "../../../shared/contract/schemas/officials";
import { isoToPacked } from "../../../shared/domain/partial-date";
import type { FieldDefinition, FieldValue } from "../../../shared/domain/entities";
import type { PostCategory } from "../../../shared/domain/values";
import { outsideText, type Translate } from "../../../shared/i18n";
import type { CellType, ReportCell, RowGroup } from "../../../shared/report/document";
import type { ColumnNode, ListValue } from "../../../shared/report/form";
import type { RowCells, SourceRows } from "../../../shared/report/source";
import type { RosterIndex } from "../../roster/read/index/roster-index";
import { CellReader } from "../people-cells";
import { spokenCell } from "../spoken-cell";
import type { ListGroup } from "../list-groups";
import { outsideOf } from "../outside-of";
import type { AskedPeople } from "./list-asked";

/** People read before the next pause. */
const slicePeople = 500;
/** More than these are not held at once: nobody prints so many, and programs calculate with them. */
export const mostHeld = 20_000;

/** Lets others work, tells how far it is, and ends when it is told to. */
export interface Watch {
  readonly pause: () => Promise<void>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** @throws AppError cancelled */
export async function* slicesOf<T>(
  people: Int32Array,
  watch: Watch,
  read: (slice: Int32Array) => readonly T[],
): AsyncGenerator<readonly T[]> {
  yield* inSlices(people.length, watch, (from, to) => Promise.resolve(read(people.subarray(from, to))));
}

/**
 * As `slicesOf`, of lines that are read by their places, the last one not included.
 * @throws AppError cancelled
 */
export async function* inSlices<T>(
  count: number,
  { pause, signal, onProgress }: Watch,
  read: (from: number, to: number) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < count; start += slicePeople) {
    if (signal?.aborted === true) throw appError("cancelled");
    const end = Math.min(start + slicePeople, count);
    yield await read(start, end);
    onProgress?.(end, count);
    await pause();
  }
}

/** What a list that goes out asks for beside its people. */
export interface PeopleAsked {
  /** Keys of columns; those of a newer program are left out. */
  readonly columns: readonly string[];
  /** ISO day. */
  readonly on: string;
  readonly kinds: readonly PostCategory[];
  /** Vietnamese: documents are, whatever the screen speaks. */
  readonly t: Translate;
}

/** The rows of a list with its columns. */
export async function peopleRows(list: AskedPeople, asked: PeopleAsked, watch: Watch): Promise<SourceRows> {
  const { roster, index, people, parted } = list;
  const { counted } = index.catalog.ruleBook(isoToPacked(asked.on));
  const isLong = people.length > mostHeld;
  // A list that only programs read has no lines between its rows; see csv.ts.
  const leading = isLong && parted !== null && !asked.columns.includes(parted.key) ? [parted.key] : [];
  const shown = [...leading, ...asked.columns]
    .filter((key) => isOfCounted(key, counted))
    .flatMap((key) => tableColumnOf(key) ?? []);
  const keys = shown.map(({ key }) => key);
  const places = new Map(keys.map((key, place) => [key, place]));
  const reader = new CellReader({ roster, index, ...asked, unmarked: true }, keys);
  const read = (slice: Int32Array) =>
    reader.read(slice).map(
      (cells, at): RowCells =>
        (key) => {
          const place = places.get(key) ?? -1;
          const [column, cell] = [shown[place], cells[place]];
          if (column === undefined || cell === undefined) return { kind: "empty" };
          return key === unitKey && cell.text === ""
            ? unplaced(index, slice[at] ?? -1, asked)
            : listCell(column, cell);
        },
    );
  const rows = {
    types: Object.fromEntries(shown.map((column) => [column.key, columnType(column)])),
    columns: shown.map((column) => columnNode(asked.t, column)),
  };
  if (isLong) {
    const slices = () => slicesOf(people, watch, read);
    return { ...rows, rows: [], long: { count: people.length, slices } };
  }
  const held: RowCells[] = [];
  for await (const slice of slicesOf(people, watch, read)) held.push(...slice);
  if (parted === null) return { ...rows, rows: held };
  const by = tableColumnOf(parted.key);
  const column = { key: parted.key, title: by === null ? "" : tableColumnLabel(asked.t, by) };
  return { ...rows, rows: held, groups: { column, parts: partsOf(parted.groups) } };
}

function partsOf(groups: readonly ListGroup[]): RowGroup[] {
  let before = 0;
  return groups.map(({ text, count }) => {
    const part = { before, text, count };
    before += count;
    return part;
  });
}

/** In place of the unit of whoever holds no post on the day: what the list on screen says of them. */
function unplaced(index: RosterIndex, person: number, { on, t }: PeopleAsked): ReportCell {
  const outside = outsideOf(index, person, isoToPacked(on));
  return outside === null ? { kind: "empty" } : { kind: "empty", words: outsideText(t, outside) };
}

function columnNode(t: Translate, column: TableColumn): ColumnNode<ListValue> {
  const { key } = column;
  const title = tableColumnLabel(t, column);
  if (isComputed(column) && column.kind === "number")
    return { key, title, value: { kind: "ordinal" }, widthMm: 10 };
  return { key, title, value: { kind: "field", field: key }, widthMm: widthOf(column) };
}

/** Narrowest width on paper, millimetres. */
function widthOf(column: TableColumn): number {
  if (columnType(column) !== "text") return columnType(column) === "date" ? 20 : 14;
  if (isComputed(column)) return column.kind === "missing" ? 40 : 22;
  if (column.key === "official.fullName") return 36;
  return column.definition.type === "reference" || column.definition.type === "text" ? 28 : 20;
}

/** What a column's cells hold. */
function columnType(column: TableColumn): CellType {
  if (!isComputed(column)) return fieldType(column.definition);
  return column.kind === "number" || column.kind === "age" || column.kind === "postCount" ? "number" : "text";
}

/** What a cell of a field holds. */
export function fieldType({ type }: Pick<FieldDefinition, "type">): CellType {
  if (type === "integer" || type === "money") return "number";
  return type === "partialDate" || type === "day" || type === "month" ? "date" : "text";
}

/** A stored value as a cell; what is no figure and no date as it is read. */
export function valueCell(type: CellType, value: FieldValue | undefined, text: string): ReportCell {
  if (type === "number" && typeof value === "number") return { kind: "number", value };
  if (type === "date" && typeof value === "string") return { kind: "date", date: value };
  return text === "" ? { kind: "empty" } : { kind: "text", text };
}

/** A cell of the list on screen as one of a document: a figure stays one, a date keeps its precision. */
function listCell(column: TableColumn, cell: ListCell): ReportCell {
  const type = columnType(column);
  const { value } = cell;
  const text = spokenCell(cell);
  // What is worked out has no stored value; an age of a range is no number.
  if (isComputed(column) && type === "number" && /^\d+$/.test(text))
    return { kind: "number", value: Number(text) };
  return valueCell(type, value, text);
}
