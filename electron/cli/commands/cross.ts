/** `cross`: people by any dimensions, as a table whose cells `people --cell` opens. */
import type { Moment } from "../../../shared/contract/schemas/common";
import {
  CrossTooLarge,
  type CrossMember,
  type CrossTable,
  type CrossValue,
} from "../../../shared/statistics/cross";
import type { Translate } from "../../../shared/i18n";
import { formatDay, formatDecimal, formatNumber } from "../../../shared/text/format";
import type { CrossQuestion } from "../../services/cross";
import { wrong } from "../arguments";
import type { Command, CommandContext } from "../command";
import { crossOptions, crossQuestion, dimensionText, wordText } from "../cross-question";
import { kindsLine, kindsOf, kindsOptions } from "../kinds";
import { knownOnLines, momentOptions, readingAt } from "../roster-access";
import { renderTable } from "../table";

/** A mean of nobody. */
const nothing = "–";

export const cross: Command = {
  name: "cross",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    ...crossOptions,
    rows: { ...crossOptions.rows, required: true },
    columns: { ...crossOptions.columns, required: true },
    ...kindsOptions,
    ...momentOptions,
  },
  async run(context) {
    const { args, t } = context;
    // What cannot be read is said before the roster is opened.
    crossQuestion(args, "", t);
    const { crossOf, filteredByKeys } = await import("../../services/cross");
    return readingAt(context, async (roster, moment) => {
      const index = await roster.index();
      const { withAnswers } = await import("../../services/cross-answers");
      const asked = await withAnswers(roster, index, crossQuestion(args, moment.on, t), t);
      const question = filteredByKeys(index, asked, (word) => wordText(word, t));
      try {
        printCross(context, question, crossOf(index, question), moment);
      } catch (error) {
        if (!(error instanceof CrossTooLarge)) throw error;
        const { rowCount, columnCount } = error;
        throw wrong(t, "crossTooLarge", { rows: formatNumber(rowCount), columns: formatNumber(columnCount) });
      }
    });
  },
};

function printCross(
  context: CommandContext,
  { asOf, rows, columns, measure }: CrossQuestion,
  table: CrossTable,
  moment: Moment,
): void {
  const { args, print, t } = context;
  const kinds = kindsOf(args, t);
  const document = {
    asOf,
    kinds,
    measure,
    dimensions: { rows, columns },
    rows: table.rows.map(({ keys }) => keys),
    columns: table.columns.map(({ keys }) => keys),
    words: {
      rows: table.rows.map((row) => wordsOf(row, t)),
      columns: table.columns.map((one) => wordsOf(one, t)),
    },
    cells: table.cells,
    totals: table.totals,
  };
  print(document, () => {
    const title = t("cli:cross.title", { measure: measureWord(measure, t), day: formatDay(asOf) });
    return `${[title, ...knownOnLines(context, moment), kindsLine(kinds, t)].join("\n")}\n\n${crossText(table, { rows, measure }, t)}`;
  });
}

function crossText(
  { rows, columns, cells, totals }: CrossTable,
  { rows: dimensions, measure }: Pick<CrossQuestion, "rows" | "measure">,
  t: Translate,
): string {
  const valueText = measure === "meanAge" ? meanText : countText;
  const headings = columns.map((column) => {
    const words = wordsOf(column, t);
    return { heading: words.at(-1) ?? "", group: words.slice(0, -1).join(" · "), align: "right" as const };
  });
  return renderTable(
    [
      ...dimensions.map((dimension) => ({ heading: dimensionText(dimension, t) })),
      ...headings,
      { heading: t("cli:cross.total"), align: "right" },
    ],
    rows.map((row, place) => [
      ...wordsOf(row, t),
      ...(cells[place] ?? []).map(valueText),
      valueText(totals.rows[place] ?? null),
    ]),
    [
      t("cli:stats.sum"),
      ...dimensions.slice(1).map(() => ""),
      ...totals.columns.map(valueText),
      valueText(totals.all),
    ],
  );
}

function measureWord(measure: CrossQuestion["measure"], t: Translate): string {
  const [name = "", standard] = measure.split(":");
  if (standard === undefined) return t(`cli:measure.${name}`);
  return t(`cli:measure.${name}`, { standard: t(`domain:standard.${standard}`) });
}

function wordsOf({ words }: CrossMember, t: Translate): string[] {
  return words.map((word) => wordText(word, t));
}

function countText(value: CrossValue): string {
  return value === null ? nothing : formatNumber(value);
}

/** Means keep their decimal place, so that they stand below each other and none looks more certain. */
function meanText(value: CrossValue): string {
  return value === null ? nothing : formatDecimal(value, 1);
}
