/** `rules`: the standard sets with their rules as rows, in use or not, and which of them hold on a day. */
import type { Moment } from "../../../shared/contract/schemas/common";
import { type RowFields, textOf } from "../../../shared/domain/validate/fields";
import { type StandardSetRows } from "../../../shared/standards/from-rows";
import { isInUse, setsHolding } from "../../../shared/standards/set-rows";
import { written } from "../../../shared/standards/rules-file";
import { formatDay } from "../../../shared/text/format";
import type { Command, CommandContext } from "../command";
import { knownOnLines, momentOptions, readingAt } from "../roster-access";
import { ruleText } from "../rule-text";

export const rules: Command = {
  name: "rules",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: momentOptions,
  async run(context) {
    const { standardsList } = await import("../../services/catalog");
    const { keysOfRules } = await import("../../services/rules-file");
    return readingAt(context, async (roster, moment) => {
      printRules(context, standardsList(roster), keysOfRules(roster), moment);
    });
  },
};

function printRules(
  context: CommandContext,
  sets: readonly StandardSetRows[],
  keyOf: (id: string) => string,
  moment: Moment,
): void {
  const { print, t } = context;
  const holding = setsHolding(sets, moment.on);
  const document = {
    asOf: moment.on,
    sets: sets.map(({ id, fields, rules: ofSet }) => ({
      id,
      ...written("standardSet", fields, keyOf),
      verified: fields["verified"] === true,
      inUse: isInUse(fields),
      inForce: holding.has(id),
      rules: ofSet.map((rule) => ({
        id: rule.id,
        ...written("standardRule", rule.fields, keyOf),
        minimumLevel: textOf(rule.fields, "minimumLevel"),
        verified: rule.fields["verified"] === true,
      })),
    })),
  };
  print(document, () => {
    const title = t("cli:rules.title", { day: formatDay(moment.on) });
    const blocks = sets.map((set) => {
      const { fields } = set;
      const marks = [
        holding.has(set.id) ? t("cli:rules.inForce") : t("cli:rules.notInForce"),
        ...(isInUse(fields) ? [] : [t("cli:rules.notInUse")]),
        ...(fields["verified"] === true ? [] : [t("domain:unverified").toLowerCase()]),
      ];
      const lines = set.rules.map((rule) => `  - ${ruleText(t, rule.fields, keyOf)}`);
      return [
        `${textOf(fields, "name") ?? ""} (${periodOf(context, fields)}; ${marks.join("; ")})`,
        ...lines,
      ].join("\n");
    });
    return `${[title, ...knownOnLines(context, moment)].join("\n")}\n\n${blocks.join("\n\n")}\n`;
  });
}

function periodOf({ t }: CommandContext, fields: RowFields): string {
  const from = formatDay(textOf(fields, "validFrom") ?? "");
  const to = textOf(fields, "validTo");
  return to === null ? t("cli:rules.from", { from }) : `${from} – ${formatDay(to)}`;
}
