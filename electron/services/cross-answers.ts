/** What everybody answered in the columns that a cross table is asked by, read before it is counted. */
import { columnOfKey } from "../../shared/columns/column";
import { isoToPacked } from "../../shared/domain/partial-date";
import { officialCategories } from "../../shared/domain/values";
import type { Translate } from "../../shared/i18n";
import { type Answers, type ColumnDimension, isColumnDimension } from "../../shared/statistics/dimensions";
import type { IndexedColumn } from "../roster/read/index/column-index";
import type { RosterIndex } from "../roster/read/index/roster-index";
import type { CrossQuestion } from "./cross";
import type { OpenRoster } from "./open-roster";
import { valueText } from "./value-text";

/** The question with the columns that it names, all true to one state of the roster. */
export async function withAnswers(
  roster: OpenRoster,
  index: RosterIndex,
  question: CrossQuestion,
  t: Translate,
): Promise<CrossQuestion> {
  const { rows, columns, filter, asOf, kinds = officialCategories } = question;
  const named = new Set([...rows, ...columns, ...filter.map(({ dimension }) => dimension)]);
  const wanted = [...named].filter(isColumnDimension);
  if (wanted.length === 0) return question;
  for (;;) {
    const { version } = index;
    const answers = new Map<ColumnDimension, Answers>();
    for (const dimension of wanted) {
      const column = columnOfKey(dimension.slice("column:".length));
      if (column === null) throw new RangeError(`No dimension ${dimension}`);
      const asked = { asOf: isoToPacked(asOf), kinds };
      const read = await index.columns.column(column, asked, roster.surroundings.pause);
      answers.set(
        dimension,
        answersOf(read, (key) => valueText({ index, t }, column, key)),
      );
    }
    if (index.version === version) return { ...question, answers };
  }
}

/** The key of who gave no answer may be somebody's own word; two members of one key could not be told apart. */
function answersOf({ places, values }: IndexedColumn, wordOf: (key: string) => string): Answers {
  const written = values.indexOf("unknown");
  const codes = written < 0 ? places : places.map((place) => (place === written ? 0 : place));
  return { codes, keys: values, wordOf };
}
