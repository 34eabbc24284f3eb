/** `stats`: the per-commune table, counted by the same calls as the screen and the report. */
import type { StatisticsTable } from "../../../shared/contract/schemas/statistics";
import { toStatisticsRow, toStatisticsTotal } from "../../../shared/statistics/by-unit";
import { formatDay } from "../../../shared/text/format";
import { OpenRoster } from "../../services/open-roster";
import type { Command, CommandContext } from "../command";
import { asOfDay, closing, reading, rosterPath } from "../roster-access";
import { statisticsText } from "../statistics-table";

export const stats: Command = {
  name: "stats",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    "as-of": { value: "day", help: "asOf" },
    "known-on": { value: "day", help: "knownOn" },
    unit: { value: "code", help: "unit" },
  },
  async run(context) {
    const { args, environment } = context;
    const knownOn = args.day("known-on");
    const { statisticsByUnit } = await import("../../services/statistics");
    const { unitOfCode } = await import("../../services/catalog");
    const work = async (roster: OpenRoster) => {
      const asOf = asOfDay(context, roster);
      const index = await roster.index();
      const code = args.option("unit");
      const unit = code === null ? null : unitOfCode(index.catalog, code, asOf);
      printTable(context, statisticsByUnit(index, asOf, unit?.id ?? null), knownOn);
    };
    if (knownOn === null) return reading(context, work);
    const { openAsKnown } = await import("../../roster/roster");
    return closing(OpenRoster.ofReader(openAsKnown(rosterPath(context), knownOn), environment), work);
  },
};

function printTable({ print, t }: CommandContext, table: StatisticsTable, knownOn: string | null): void {
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
      ...(knownOn === null ? [] : [t("cli:stats.knownOn", { day: formatDay(knownOn) })]),
      sets.length === 0 ? t("cli:stats.noSets") : t("cli:stats.sets", { sets: sets.join("; ") }),
    ];
    return `${heading.join("\n")}\n\n${statisticsText(table, t)}`;
  });
}
