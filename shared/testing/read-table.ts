/** Reads a small table of texts as an import would, in memory: for tests of what its cells come to. */
import type { ColumnRole } from "../import/column-role";
import { HeadingBook } from "../import/heading-book";
import { asFound, layOut } from "../import/layout";
import { peopleOf } from "../import/people";
import { QuestionList } from "../import/questions";
import type { ReferenceFinder } from "../import/read-values";
import { TableReader } from "../import/read-table";
import { SheetGrid } from "../import/sheet-grid";
import type { Sheet } from "../import/workbook";

const book = new HeadingBook();
const noReferences: ReferenceFinder = {
  named: () => [],
  begins: () => false,
  coded: () => [],
  codedShort: () => [],
  isOver: () => false,
};

/** A sheet of texts; blank ones hold nothing. */
export function sheetOfTexts(rows: readonly (readonly string[])[]): Sheet {
  return {
    name: "Sheet1",
    hidden: false,
    merges: [],
    rows: rows.map((texts, place) => ({
      number: place + 1,
      cells: texts.flatMap((text, column) =>
        text === ""
          ? []
          : [{ column, content: { kind: "text", runs: [{ text, font: null }] }, formula: false }],
      ),
    })),
  };
}

/** @param chosen what somebody chose of columns, from 0 */
export function readTable(
  rows: readonly (readonly string[])[],
  answers: Readonly<Record<string, string>> = {},
  references: ReferenceFinder = noReferences,
  chosen: ReadonlyMap<number, ColumnRole> = new Map(),
) {
  const grid = new SheetGrid(sheetOfTexts(rows), false);
  const layout = layOut(grid, book, { ...asFound, roles: chosen }, () => null);
  if (layout === null) throw new Error("A table without a heading");
  const said = new Map(Object.entries(answers));
  const questions = new QuestionList();
  const context = {
    today: 20_260_101,
    date1904: false,
    references,
    answers: said,
    wordings: new Map(),
    newRow: () => null,
    ownUnit: "own",
    isDoubtful: () => false,
    before: null,
  };
  const reader = new TableReader(grid, layout.matches, layout.data, context, questions);
  const lines = layout.data.map((row) => reader.read(row));
  return { layout, lines, people: peopleOf(lines), questions: questions.list(said) };
}
