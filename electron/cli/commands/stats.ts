/** `stats`: the per-commune table, counted by the same calls as the screen and the report. */
import type { Moment } from "../../../shared/contract/schemas/common";
import type { StatisticsTable } from "../../../shared/contract/schemas/statistics";
import { toStatisticsRow, toStatisticsTotal } from "../../../shared/statistics/by-unit";
import { formatDay } from "../../../shared/text/format";
import type { Command, CommandContext } from "../command";
import { knownOnLines, momentOptions, readingAt } from "../roster-access";
import { statisticsText } from "../statistics-table";

export const stats: Command = {
  name: "stats",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    ...momentOptions,
    unit: { value: "code", help: "unit" },
  },
  async run(context) {
    const { statisticsByUnit } = await import("../../services/statistics");
    const { unitOfCode } = await import("../../services/catalog");
    return readingAt(context, async (roster, moment) => {
      const index = await roster.index();
      const code = context.args.option("unit");
      const unit = code === null ? null : unitOfCode(index.catalog, code, moment.on);
      printTable(context, statisticsByUnit(index, moment.on, unit?.id ?? null), moment);
    });
  },
};

function printTable(context: CommandContext, table: StatisticsTable, moment: Moment): void {
  const { print, t } = context;
  const { asOf, standardSets, rows, total } = table;
  const document = {
    asOf,
    standardSets,
    rows: rows.map((row) => toStatisticsRow({ code: row.unitCode, name: row.unitName }, row)),
    total: toStatisticsTotal(total),
  };
  print(document, () => {
    const sets = standardSets.map(({ name, verified }) =>
      verified ? name : `${name} (${t("domain:unverified").toLowerCase()})`,
    );
    const heading = [
      t("cli:stats.title", { day: formatDay(asOf) }),
      ...knownOnLines(context, moment),
      sets.length === 0 ? t("cli:stats.noSets") : t("cli:stats.sets", { sets: sets.join("; ") }),
    ];
    return `${heading.join("\n")}\n\n${statisticsText(table, t)}`;
  });
}
