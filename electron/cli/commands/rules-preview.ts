/** `rules-preview`: whose status a rules file would change, from what to what, per commune; nothing is written. */
import { resolve } from "node:path";
import type { Command } from "../command";
import { ownDay } from "../../services/own-day";
import { momentOptions, reading } from "../roster-access";
import { changeOf, changeText } from "../rules-change";

export const rulesPreview: Command = {
  name: "rules-preview",
  needs: "read",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "file", help: "rulesFile" },
  ],
  options: { "as-of": momentOptions["as-of"] },
  async run(context) {
    const { plannedRules } = await import("../../services/rules-file");
    const { args, environment } = context;
    const asOf = args.day("as-of");
    return reading(context, async (roster) => {
      const planned = plannedRules(roster, resolve(args.argument("file")));
      const change = await changeOf(context, roster, planned, asOf ?? ownDay(roster.db, environment));
      context.print(change, () => changeText(change, context.t));
    });
  },
};
