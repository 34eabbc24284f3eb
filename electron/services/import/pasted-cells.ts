/**
 * A block of cells from the clipboard on its way into cells of the list: where it lands, as in a spreadsheet, and what its
 * texts say there, by the readers of the import. Without it a pasted date or level would be read in two ways.
 */
import {
  columnOfKey,
  groupOf,
  type PersonColumn,
  personColumns,
  refersTo,
  siblingKey,
} from "../../../shared/columns/column";
import { isComputed, tableColumnOf } from "../../../shared/columns/table-column";
import { writtenSideBySide } from "../../../shared/columns/typed-in";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import { appError } from "../../../shared/contract/errors";
import type { ListCell } from "../../../shared/contract/schemas/officials";
import { entityDefinition, type FieldValue } from "../../../shared/domain/entities";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { columnLetters } from "../../../shared/import/column-role";
import { decodeWorkbook } from "../../../shared/import/decode-cells";
import { findHeader } from "../../../shared/import/find-header";
import { HeadingBook } from "../../../shared/import/heading-book";
import { type DateSettings, noEvidence, orderOf, takeEvidence } from "../../../shared/import/read-dates";
import { CellReader, daysOf, type ReadContext } from "../../../shared/import/read-values";
import { type Reading, unread, value } from "../../../shared/import/reading";
import { type SeenCell, SheetGrid } from "../../../shared/import/sheet-grid";
import { cleanText } from "../../../shared/text/clean";
import { textContent } from "../../files/import/sheet-cells";
import { rowsOf } from "../../files/import/text/separated";
import { type CellsOfList, previewCells, saveCells } from "../cell-editing";
import type { Given, GivenPlace } from "../cell-plan";
import { type Environment, todayOf } from "../environment";
import type { Officials } from "../officials";
import type { OpenRoster } from "../open-roster";
import { unspoken } from "../spoken-cell";
import { titledRows } from "../titled-rows";
import { ownUnitOf } from "./own-unit";
import { CatalogReferences } from "./references";
import { knownWordings } from "./wordings";

type Pasted = ParsedArgs<"pastePreview">;
type Cells = Pasted["target"];
type Block = readonly (readonly string[])[];

/** @returns null where the block is one for the import: it has headings, or is larger than the list. @throws AppError edit-too-large, row-unknown */
export async function previewPaste(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  pasted: Pasted,
): Promise<CallResult<"pastePreview">> {
  const cells = cellsPasted(roster, environment, pasted);
  return { preview: cells === null ? null : await previewCells(roster, environment, officials, cells) };
}

/** @throws AppError edit-too-large, row-unknown, roster-readonly, bad-request for a block that does not fit */
export function savePaste(
  roster: OpenRoster,
  environment: Environment,
  officials: Officials,
  pasted: Pasted,
): Promise<CallResult<"pasteSave">> {
  const cells = cellsPasted(roster, environment, pasted);
  if (cells === null) throw appError("bad-request", { detail: "block" });
  return saveCells(roster, environment, officials, cells);
}

function cellsPasted(roster: OpenRoster, environment: Environment, pasted: Pasted): CellsOfList | null {
  const block = [...rowsOf(pasted.text, "\t")];
  const width = Math.max(...block.map((row) => row.length));
  const over = placed({ height: block.length, width }, pasted.target, pasted.room);
  if (over === null) return null;
  const place = { ...over, columns: writtenSideBySide(over.columns) };
  const isWorkedOut = over.columns.slice(0, width).map((key, at) => key !== place.columns[at]);
  // What was copied from such a cell says more than is written.
  const written = (text: string, at: number) =>
    isWorkedOut[at] === true ? unspoken(environment.t, text.trim()) : text;
  const texts = new BlockTexts(block.map((row) => row.map(written)));
  if (block.length * width > 1 && texts.hasHeadings()) return null;
  const reader = new PastedReader(roster, environment, pasted, texts, {
    ...place,
    height: block.length,
    width,
  });
  return {
    filter: pasted.filter,
    order: pasted.order,
    which: pasted.which ?? null,
    made: pasted.made ?? {},
    ...place,
    alsoRead: place.columns.flatMap(readBeside),
    give: (at) => reader.give(at),
  };
}

/**
 * Where a block lands: it fills what is chosen as often as it fits in whole, else it lies from the first chosen cell right
 * and down. Null where it reaches beyond the list.
 */
export function placed(
  { height, width }: { readonly height: number; readonly width: number },
  target: Cells,
  room: Cells,
): Cells | null {
  const chosen = target.ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const ranges = chosen % height === 0 ? target.ranges : firstLines(room.ranges, height);
  const columns = target.columns.length % width === 0 ? target.columns : room.columns.slice(0, width);
  return ranges === null || columns.length < width ? null : { ranges, columns };
}

function firstLines(ranges: Cells["ranges"], count: number): Cells["ranges"] | null {
  const taken: Cells["ranges"] = [];
  let left = count;
  for (const [first, last] of ranges) {
    if (left === 0) break;
    const lines = Math.min(left, last - first + 1);
    taken.push([first, first + lines - 1]);
    left -= lines;
  }
  return left === 0 ? taken : null;
}

/** The block as a sheet whose texts are in Unicode. */
class BlockTexts {
  readonly #grid: SheetGrid;
  readonly #doubtful: ReadonlySet<string>;

  constructor(block: Block) {
    const rows = block.flatMap((cells, place) => {
      const filled = cells.flatMap((text, column) => {
        const content = textContent([{ text, font: null }]);
        return content === null ? [] : [{ column, content, formula: false }];
      });
      return filled.length === 0 ? [] : [{ number: place + 1, cells: filled }];
    });
    const sheet = { name: "", hidden: false, rows, merges: [] };
    const decoded = decodeWorkbook({ format: "pasted", date1904: false, sheets: [sheet], left: [] });
    this.#grid = new SheetGrid(decoded.workbook.sheets[0] ?? sheet, false);
    this.#doubtful = new Set(decoded.doubtful.map(({ row, column }) => `${row} ${column}`));
  }

  hasHeadings(): boolean {
    return findHeader(this.#grid, new HeadingBook(), null) !== null;
  }

  /** @param line @param column from 0. @returns null for a blank cell */
  at(line: number, column: number): SeenCell | null {
    return this.#grid.seen(line + 1).get(column) ?? null;
  }

  isDoubtful(line: number, column: number): boolean {
    return this.#doubtful.has(`${line + 1} ${column}`);
  }

  /** How the dates of a column are written; what nothing tells has the day first, as everywhere in this program. */
  dates(column: number, height: number): DateSettings {
    const evidence = noEvidence();
    for (let line = 0; line < height; line++) {
      const seen = this.at(line, column);
      if (seen !== null) takeEvidence(evidence, seen, false);
    }
    const isTold = evidence.dayFirst + evidence.monthFirst > 0;
    return {
      order: isTold ? orderOf(evidence) : "dmy",
      century: null,
      yearAsDate: null,
      serial: null,
      swapped: null,
      maySwap: false,
    };
  }
}

class PastedReader {
  readonly #context: ReadContext;
  readonly #texts: BlockTexts;
  readonly #columns: readonly string[];
  readonly #height: number;
  readonly #width: number;
  /** By their place among the columns that are changed. */
  readonly #readers = new Map<number, CellReader>();
  readonly #on: number;

  constructor(
    roster: OpenRoster,
    environment: Environment,
    { filter }: Pasted,
    texts: BlockTexts,
    place: { readonly columns: readonly string[]; readonly height: number; readonly width: number },
  ) {
    const catalog = roster.catalog();
    this.#on = isoToPacked(filter.moment.on);
    this.#context = {
      today: isoToPacked(todayOf(environment)),
      date1904: false,
      references: new CatalogReferences(catalog, (entity) => titledRows(roster, entity)),
      answers: new Map<string, string>(),
      wordings: knownWordings(roster),
      newRow: () => null,
      ownUnit: ownUnitOf(roster),
    };
    this.#texts = texts;
    this.#columns = place.columns;
    this.#height = place.height;
    this.#width = place.width;
  }

  give({ line, column, cells }: GivenPlace): Given | null {
    const key = this.#columns[column] ?? "";
    const shown = cells.get(key)?.text ?? "";
    const seen = this.#seen(line, column);
    if (seen === null) return { kind: "value", value: null };
    // What was copied from here comes back as it is, also where it cannot be typed.
    if (seen.text === cleanText(shown)) return null;
    const reading = this.#reading(line, column, cells);
    if (reading.kind === "unread") return { kind: "unread", text: seen.text, reason: reading.reason };
    if (reading.kind === "nothing") return { kind: "value", value: null };
    const beside: Record<string, FieldValue> = {};
    const own = columnOfKey(key);
    for (const [field, said] of Object.entries(reading.beside ?? {})) {
      const other = own === null ? -1 : this.#columns.indexOf(siblingKey(own, field));
      const told = other < 0 ? null : this.#reading(line, other, cells);
      if (told === null) beside[field] = said;
      else if (told.kind !== "value" || told.value !== said)
        return { kind: "unread", text: seen.text, reason: "contradicts" };
    }
    return { kind: "value", value: reading.value, beside };
  }

  #seen(line: number, column: number): SeenCell | null {
    return this.#texts.at(line % this.#height, column % this.#width);
  }

  #reading(line: number, column: number, cells: ReadonlyMap<string, ListCell>): Reading {
    const seen = this.#seen(line, column);
    if (seen === null) return { kind: "nothing" };
    if (this.#texts.isDoubtful(line % this.#height, column % this.#width)) return unread("encoding");
    const reader = this.#reader(column);
    // What no reader reads is refused by what it is; the text is only shown.
    if (reader === null) return value(seen.text);
    const { column: own } = reader;
    const isDated = reader.isLate && own.entity !== "official";
    const since = isDated ? entityDefinition(own.entity).since : undefined;
    const date = since === undefined ? null : this.#told(own, since, line, cells);
    const days = date === null ? { first: this.#on, last: this.#on } : daysOf(date, this.#on);
    const unitField = isDated && refersTo(own) !== "unit" ? unitFieldOf(own) : null;
    const unit = unitField === null ? null : this.#told(own, unitField, line, cells);
    const reading = reader.read(seen, { days, unit: unit === null ? null : String(unit), part: null });
    if (reading.kind !== "value") return reading;
    // What belongs into another column is not put into this one.
    if (reading.of !== undefined) return unread("word");
    return reading.further === undefined ? reading : unread("severalPosts");
  }

  /** What another field of the same row will say: by the block, else by the record. */
  #told(own: PersonColumn, field: string, line: number, cells: ReadonlyMap<string, ListCell>): FieldValue {
    const key = siblingKey(own, field);
    const place = this.#columns.indexOf(key);
    const reading = place < 0 ? null : this.#reading(line, place, cells);
    return reading?.kind === "value" ? reading.value : (cells.get(key)?.value ?? null);
  }

  #reader(column: number): CellReader | null {
    const known = this.#readers.get(column);
    if (known !== undefined) return known;
    const key = this.#columns[column] ?? "";
    if (columnOfKey(key) === null) return null;
    const source = column % this.#width;
    const dates = this.#texts.dates(source, this.#height);
    const made = new CellReader(key, columnLetters(source), this.#context, dates);
    this.#readers.set(column, made);
    return made;
  }
}

/** Columns of the same row, where a text may say more than its own column, or is read by what stands there. */
function readBeside(key: string): readonly string[] {
  const column = tableColumnOf(key);
  if (column === null || isComputed(column)) return [];
  if (column.definition.ladder === undefined && refersTo(column) === null) return [];
  return personColumns.filter((other) => groupOf(other) === groupOf(column)).map((other) => other.key);
}

function unitFieldOf({ entity }: PersonColumn): string | null {
  const found = Object.entries(entityDefinition(entity).fields).find(([, { entity: of }]) => of === "unit");
  return found?.[0] ?? null;
}
