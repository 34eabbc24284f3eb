/**
 * The workbook of an import with what somebody said of cells that may be of an old code: asked once a column and code, with
 * both readings before their eyes, and left unread until then.
 */
import { columnLetters } from "../../../shared/import/column-role";
import { settleDoubtful } from "../../../shared/import/decode-cells";
import type { DecodedWorkbook, DoubtfulCell } from "../../../shared/import/encoding";
import type { SheetLayout } from "../../../shared/import/layout";
import { type QuestionList, questionKey } from "../../../shared/import/questions";
import { SheetGrid } from "../../../shared/import/sheet-grid";
import type { Workbook } from "../../../shared/import/workbook";

export class DecodedSource {
  readonly #read: DecodedWorkbook;
  /** After what was said. */
  #decided: DecodedWorkbook;

  constructor(read: DecodedWorkbook) {
    this.#read = read;
    this.#decided = read;
  }

  get workbook(): Workbook {
    return this.#decided.workbook;
  }

  get encoding(): DecodedWorkbook["encoding"] {
    return this.#decided.encoding;
  }

  grids(): ReadonlyMap<string, SheetGrid> {
    const { sheets, date1904 } = this.workbook;
    return new Map(sheets.map((sheet) => [sheet.name, new SheetGrid(sheet, date1904)]));
  }

  /** Takes answers in. @returns whether a text is another one since */
  decide(answerOf: (key: string) => string | undefined): boolean {
    if (this.#read.doubtful.length === 0) return false;
    this.#decided = settleDoubtful(this.#read, (cell) => {
      const answer = answerOf(this.#keyOf(cell));
      return answer === "turn" || answer === "keep" ? answer : null;
    });
    return true;
  }

  /** @returns the keys of what is asked, and of what was */
  ask(questions: QuestionList, layoutOf: (sheet: string) => SheetLayout | null): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const cell of this.#read.doubtful) {
      const { column, before, after, code } = cell;
      const match = layoutOf(this.#sheetOf(cell))?.matches.find((one) => one.column === column);
      const heading = match?.parts.join(" – ") ?? columnLetters(column);
      const key = this.#keyOf(cell);
      const text = code.toUpperCase();
      questions.add({ key, kind: "encoding", column: null, heading, text }, [], `${before} → ${after}`);
      keys.add(key);
    }
    return keys;
  }

  /** Whether a cell cannot be read yet. */
  doubts(): (sheet: string, row: number, column: number) => boolean {
    if (this.#decided.doubtful.length === 0) return () => false;
    const name = (sheet: string, row: number, column: number) => `${sheet} ${row} ${column}`;
    const places = new Set(
      this.#decided.doubtful.map((cell) => name(this.#sheetOf(cell), cell.row, cell.column)),
    );
    return (sheet, row, column) => places.has(name(sheet, row, column));
  }

  #sheetOf({ sheet }: DoubtfulCell): string {
    return this.#read.workbook.sheets[sheet]?.name ?? "";
  }

  #keyOf(cell: DoubtfulCell): string {
    return questionKey("encoding", `${this.#sheetOf(cell)}!${columnLetters(cell.column)}`, cell.code);
  }
}
