/**
 * Reads the lines of a table, column by column and then by what the line says elsewhere: units and posts by the day that it
 * is about. What a line does not say is taken from what stands around it (around-line.ts).
 */
import { columnOfKey, refersTo } from "../columns/column";
import type { EntityName } from "../domain/entities";
import { AroundLine } from "./around-line";
import { BlankCrosses } from "./blank-crosses";
import { type ColumnRole, keysOf } from "./column-role";
import { columnPlace, DateColumns } from "./date-columns";
import type { Line, LineCell } from "./line";
import { LineBuilder } from "./line-builder";
import { type ColumnMatch, nameKey } from "./match-columns";
import type { DataRow } from "./part-rows";
import { type QuestionList, questionKey } from "./questions";
import { type Beside, CellReader, plainKey, type ReadContext } from "./read-values";
import { readDateParts } from "./read-dates";
import { readUnderAnswer } from "./read-under-answer";
import { readText } from "./read-words";
import { type Asked, isSign, type Reading, unread, value } from "./reading";
import { type AnsweredBefore, RecalledCells } from "./recalled-cells";
import type { SeenCell, SheetGrid } from "./sheet-grid";

export interface TableContext extends ReadContext {
  /** Whether a cell's text may be of an old code, so that it cannot be read yet. */
  readonly isDoubtful: (sheet: string, row: number, column: number) => boolean;
  /** What was answered before, and is among `answers` and `wordings`; null: nothing of it is told. */
  readonly before: AnsweredBefore | null;
}

/** Reads a table; the same reader for all lines, so that what was read once is known. */
export class TableReader {
  readonly #grid: SheetGrid;
  readonly #context: TableContext;
  readonly #questions: QuestionList;
  readonly #dates: DateColumns;
  readonly #around: AroundLine;
  readonly #blanks: BlankCrosses;
  readonly #alone: Beside;
  readonly #readers = new Map<number, CellReader>();
  /** Both lines of a heading: "Nam" alone tells nothing of a column of births. */
  readonly #headings: ReadonlyMap<number, string>;
  readonly #ofParts = new Map<string, CellReader>();
  readonly #recalls: RecalledCells | null;
  readonly #early: readonly ColumnMatch[];
  readonly #late: readonly ColumnMatch[];
  /** Columns that hold a value together, by its key. */
  readonly #parts: ReadonlyMap<string, readonly PartMatch[]>;

  /** @param rows all lines, which together tell how dates are written */
  constructor(
    grid: SheetGrid,
    matches: readonly ColumnMatch[],
    rows: readonly DataRow[],
    context: TableContext,
    questions: QuestionList,
  ) {
    const { name } = grid.sheet;
    this.#grid = grid;
    this.#context = context;
    this.#questions = questions;
    const { today } = context;
    this.#alone = { days: { first: today, last: today }, unit: null, part: null };
    this.#dates = new DateColumns(
      name,
      matches,
      rows,
      context.date1904,
      context.answers,
      context.before?.recall.doubted,
    );
    this.#around = new AroundLine(name, matches, context, questions);
    this.#blanks = new BlankCrosses(name, matches, rows, context, questions);
    const newReader = (key: string, column: number, by: ReadContext) => this.#newReader(key, column, by);
    this.#recalls =
      context.before === null ? null : new RecalledCells(name, context, context.before, newReader);
    const isLate = ({ role, column }: ColumnMatch) =>
      role.kind === "code" || (role.kind === "column" && this.#reader(role.key, column).isLate);
    // Units before what is looked up among those of a unit; codes before names.
    const order = (match: ColumnMatch) =>
      (keysOf(match.role).some((key) => targetOf(key) === "unit") ? 0 : 2) +
      (match.role.kind === "code" ? 0 : 1);
    this.#late = matches.filter(isLate).sort((a, b) => order(a) - order(b));
    this.#early = matches.filter((match) => !isLate(match));
    this.#parts = partsByKey(matches);
    this.#headings = new Map(matches.map(({ column, parts }) => [column, parts.join(" – ")]));
  }

  read(row: DataRow): Line {
    const line = new LineBuilder(row.number);
    for (const match of this.#early) this.#readEarly(match, row, line);
    for (const [key, parts] of this.#parts) this.#readParts(key, parts, row, line);
    for (const match of this.#late) this.#readLate(match, row, line);
    line.settleAmong();
    this.#around.fillMain(row, line);
    line.settleBeside();
    line.settleFurther();
    this.#blanks.settle(row, line, whose(line));
    for (const cell of line.cells) this.#ask(cell, line);
    return {
      sheet: this.#grid.sheet.name,
      row: row.number,
      continues: row.continues,
      cells: line.cells,
      personId: line.personId,
      drafts: line.drafts,
    };
  }

  /** Of a column of the sheet, which holds one thing. */
  #reader(key: string, column: number): CellReader {
    const known = this.#readers.get(column);
    if (known !== undefined) return known;
    const reader = this.#newReader(key, column);
    this.#readers.set(column, reader);
    return reader;
  }

  #newReader(key: string, column: number, by: ReadContext = this.#context): CellReader {
    const place = columnPlace(this.#grid.sheet.name, column);
    return new CellReader(key, place, by, this.#dates.settings(column, by.answers));
  }

  #readEarly({ column, role, parts }: ColumnMatch, row: DataRow, line: LineBuilder): void {
    const seen = row.cells.get(column);
    if (seen === undefined) return;
    const cell = line.cell(seen, role, parts);
    if (this.#context.isDoubtful(this.#grid.sheet.name, seen.row, seen.column)) {
      cell.reading = unread("encoding");
      return;
    }
    switch (role.kind) {
      case "column": {
        const reader = this.#reader(role.key, column);
        line.take(cell, reader.column, reader.read(seen, this.#alone));
        this.#recall(cell, line, (plain) => plain.read(seen, this.#alone));
        return;
      }
      case "means":
        line.takeAnswer(cell, role.means, readUnderAnswer(role.means, seen.text, this.#oneOf(column)));
        return;
      case "carries": {
        const reader = this.#reader(role.key, column);
        const sign = isSign(seen.text);
        const reading = sign ? value(role.means.value) : reader.read(seen, this.#alone);
        if (sign) line.takeAnswer(cell, role.means, reading);
        else line.take(cell, reader.column, reading);
        if (!sign && reading.kind !== "nothing") line.also(cell, role.means);
        if (!sign) this.#recall(cell, line, (plain) => plain.read(seen, this.#alone));
        return;
      }
      case "person":
        line.personId = seen.text.toLowerCase();
        cell.reading = value(seen.text);
        return;
      case "kept":
        cell.reading = unread("unmapped");
        return;
      default:
        return;
    }
  }

  /** Which of the levels of a heading that names several a cross in its column is said to be. */
  #oneOf(column: number): string | undefined {
    return this.#context.answers.get(questionKey("oneOf", columnPlace(this.#grid.sheet.name, column)));
  }

  /** A value that several columns hold together. */
  #readParts(key: string, parts: readonly PartMatch[], row: DataRow, line: LineBuilder): void {
    const cells = line.cells.filter(
      ({ role }) => (role.kind === "date" || role.kind === "name") && role.key === key,
    );
    const [first] = cells;
    if (first === undefined) return;
    const text = (kind: PartRole["kind"], part: string): string | null => {
      const found = parts.find(({ role }) => role.kind === kind && role.part === part);
      return found === undefined ? null : (row.cells.get(found.column)?.text ?? null);
    };
    const reader = this.#ofParts.get(key) ?? this.#newReader(key, first.column);
    this.#ofParts.set(key, reader);
    const joined = [text("name", "family"), text("name", "given")].filter((part) => part !== null).join(" ");
    const seen = {
      text: joined,
      row: row.number,
      column: first.column,
      merge: null,
      cell: textCell(joined),
    };
    const read = ({ dateSettings }: CellReader) =>
      first.role.kind === "date"
        ? readDateParts(
            { day: text("date", "day"), month: text("date", "month"), year: text("date", "year") },
            {
              settings: dateSettings,
              date1904: this.#context.date1904,
              latestYear: Math.trunc(this.#context.today / 10_000),
            },
          )
        : readText(reader.column, seen);
    const reading = read(reader);
    for (const cell of cells) {
      line.take(cell, reader.column, reading);
      this.#recall(cell, line, read);
    }
  }

  #readLate({ column, role, parts }: ColumnMatch, row: DataRow, line: LineBuilder): void {
    const seen = row.cells.get(column);
    if (seen === undefined || (role.kind !== "column" && role.kind !== "code")) return;
    const reader = this.#reader(role.key, column);
    const placed = this.#around.placed(reader.column, row, line);
    const part = targetOf(role.key) === "post" ? this.#around.partBeside(reader.column, row) : null;
    const beside = { ...placed, part };
    const cell = line.cell(seen, role, parts);
    const byCode = role.kind === "code";
    line.take(cell, reader.column, reader.read(seen, beside, byCode));
    this.#recall(cell, line, (plain) => plain.read(seen, beside, byCode));
  }

  /** Says of a cell that an answer of an import before was taken for it. */
  #recall(cell: LineCell, line: LineBuilder, read: (plain: CellReader) => Reading): void {
    const recalled = this.#recalls?.of(cell, read) ?? null;
    if (recalled !== null) this.#add(cell, line, recalled.asked, recalled.answer);
  }

  #ask(cell: LineCell, line: LineBuilder): void {
    const { reading, key } = cell;
    if (reading.kind !== "unread" || reading.asked === null || key === "") return;
    cell.question = this.#add(cell, line, reading.asked, null);
  }

  /** @returns the question's key */
  #add(cell: LineCell, line: LineBuilder, asked: Asked, recalled: string | null): string {
    const { key } = cell;
    const reader = this.#reader(key, cell.column);
    const { kind, choices = [], example, text = cell.text } = asked;
    const question = {
      key: reader.questionOf(kind, text, cell.row),
      kind,
      column: plainKey(key),
      heading: this.#headings.get(cell.column) ?? cell.heading,
      text: kind === "word" || kind === "number" ? text : null,
    };
    const shown = example === undefined ? cell.text : `${cell.text} → ${example}`;
    const who = whose(line);
    this.#questions.add(question, choices, kind === "number" ? who : shown, { who, recalled });
    return question.key;
  }
}

/** Whom a line is about, for whoever looks for them on paper. */
function whose(line: LineBuilder): string {
  const name = columnOfKey(nameKey);
  const said = name === null ? undefined : line.said(name, name.field)?.value;
  return typeof said === "string" ? said : "";
}

type PartRole = Extract<ColumnRole, { kind: "date" | "name" }>;
type PartMatch = ColumnMatch & { readonly role: PartRole };

function partsByKey(matches: readonly ColumnMatch[]): Map<string, PartMatch[]> {
  const byKey = new Map<string, PartMatch[]>();
  for (const match of matches.filter(isPart)) {
    const known = byKey.get(match.role.key);
    if (known === undefined) byKey.set(match.role.key, [match]);
    else known.push(match);
  }
  return byKey;
}

function isPart(match: ColumnMatch): match is PartMatch {
  return match.role.kind === "date" || match.role.kind === "name";
}

function textCell(text: string): SeenCell["cell"] {
  return { column: 0, content: { kind: "text", runs: [{ text, font: null }] }, formula: false };
}

function targetOf(key: string): EntityName | null {
  const column = columnOfKey(key);
  return column === null ? null : refersTo(column);
}
