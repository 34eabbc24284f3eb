/** `classes`: classes of training in a time, with their turns and their people. */
import { formatPartialDate, isoToPacked } from "../../../shared/domain/partial-date";
import { trainingKinds } from "../../../shared/domain/values";
import { formatDay, formatNumber } from "../../../shared/text/format";
import { wrong } from "../arguments";
import type { Command } from "../command";
import { knownOnLines, momentOptions, readingKnown } from "../roster-access";
import { renderTable } from "../table";

const { "known-on": knownOn } = momentOptions;

export const classes: Command = {
  name: "classes",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    from: { value: "day", help: "classesFrom", required: true },
    to: { value: "day", help: "classesTo", required: true },
    kind: {
      value: "names",
      help: "classesKind",
      choices: trainingKinds,
      list: true,
      many: new RegExp(`^(${trainingKinds.join("|")})$`),
    },
    "known-on": knownOn,
  },
  async run(context) {
    const { args, print, t } = context;
    const [from, to] = [args.day("from") ?? "", args.day("to") ?? ""];
    if (to < from) throw wrong(t, "daysReversed", { from: formatDay(from), to: formatDay(to) });
    const kinds = args.choices("kind", trainingKinds) ?? [];
    const { classesOf } = await import("../../services/classes");
    return readingKnown(context, async (roster, known) => {
      const asked = { from: isoToPacked(from), to: isoToPacked(to), kinds, query: "" };
      const { count, rows } = classesOf(roster, asked);
      print({ ...count, list: rows }, () => {
        const head = [
          t("cli:classes.title", { from: formatDay(from), to: formatDay(to) }),
          ...knownOnLines(context, known),
          t("cli:classes.sum", {
            classes: formatNumber(count.classes),
            turns: formatNumber(count.turns),
            elsewhere: formatNumber(count.elsewhere),
            people: formatNumber(count.people),
          }),
        ].join("\n");
        if (rows.length === 0) return `${head}\n`;
        const table = renderTable(
          [
            { heading: t("domain:field.trainingClass.from"), align: "right" },
            { heading: t("domain:field.trainingClass.to"), align: "right" },
            { heading: t("domain:field.trainingClass.name") },
            { heading: t("domain:field.trainingClass.kind") },
            { heading: t("cli:classes.turns"), align: "right" },
            { heading: t("cli:classes.people"), align: "right" },
          ],
          rows.map((row) => [
            row.from === null ? "" : formatPartialDate(row.from),
            row.to === null ? "" : formatPartialDate(row.to),
            row.name,
            t(`domain:trainingKind.${row.kind}`),
            formatNumber(row.turns),
            formatNumber(row.people),
          ]),
        );
        return `${head}\n\n${table}`;
      });
    });
  },
};
