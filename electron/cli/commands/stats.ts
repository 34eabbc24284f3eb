/** `stats`: the per-commune table, counted by the same calls as the screen and the report. */
import type { Moment } from "../../../shared/contract/schemas/common";
import type { StatisticsTable } from "../../../shared/contract/schemas/statistics";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { toStatisticsRow, toStatisticsTotal } from "../../../shared/statistics/by-unit";
import { formatDay } from "../../../shared/text/format";
import type { Command, CommandContext } from "../command";
import { kindsLine, kindsOf, kindsOptions } from "../kinds";
import { noteLines } from "../note-lines";
import { knownOnLines, momentOptions, readingAt } from "../roster-access";
import { statisticsText } from "../statistics-table";

export const stats: Command = {
  name: "stats",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    ...momentOptions,
    unit: { value: "code", help: "unit" },
    ...kindsOptions,
  },
  async run(context) {
    const { statisticsByUnit } = await import("../../services/statistics");
    const { unitNamed, unitNameOn } = await import("../../services/named-unit");
    const kinds = kindsOf(context.args, context.t);
    return readingAt(context, async (roster, moment) => {
      const index = await roster.index();
      const code = context.args.option("unit");
      const { catalog } = index;
      const unit = code === null ? null : unitNamed(catalog, code, moment.on);
      const nameOf = (id: string) => {
        const row = catalog.unitOfId(id);
        return row === null ? id : unitNameOn(catalog, row, isoToPacked(moment.on));
      };
      printTable(context, statisticsByUnit(index, moment.on, unit?.id ?? null, kinds), nameOf, moment);
    });
  },
};

/** @param nameOf the name by which `people` opens a row: the unit's code, or its id where the code is another's */
function printTable(
  context: CommandContext,
  table: StatisticsTable,
  nameOf: (unitId: string) => string,
  moment: Moment,
): void {
  const { print, t } = context;
  const { asOf, kinds, standardSets, rules, rows, total, unposted } = table;
  const document = {
    asOf,
    kinds,
    standardSets,
    rules,
    rows: rows.map((row) => toStatisticsRow({ id: row.unitId, code: row.unitCode, name: row.unitName }, row)),
    total: toStatisticsTotal(total),
    unposted,
  };
  print(document, () => {
    const sets = standardSets.map(({ name, verified }) =>
      verified ? name : `${name} (${t("domain:unverified").toLowerCase()})`,
    );
    const heading = [
      t("cli:stats.title", { day: formatDay(asOf) }),
      ...knownOnLines(context, moment),
      kindsLine(kinds, t),
      sets.length === 0 ? t("cli:stats.noSets") : t("cli:stats.sets", { sets: sets.join("; ") }),
      ...noteLines(table, t),
    ];
    const named = { ...table, rows: rows.map((row) => ({ ...row, unitCode: nameOf(row.unitId) })) };
    return `${heading.join("\n")}\n\n${statisticsText(named, t)}`;
  });
}
