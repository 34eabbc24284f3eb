/** `rules-file export`, `rules-file import`: standard sets, rules and posts as a file, with the preview of what they do. */
import { resolve } from "node:path";
import type { Command } from "../command";
import { ownDay } from "../../services/own-day";
import { reading, writing, writingOptions } from "../roster-access";
import { changeOf, changeText, naming } from "../rules-change";

const roster = { name: "roster", help: "roster" } as const;
const file = { name: "file", help: "rulesFile" } as const;

export const rulesFileExport: Command = {
  name: "rules-file export",
  needs: "export",
  arguments: [roster, file],
  options: {},
  async run(context) {
    const { args, print, t } = context;
    const { writeRulesFile } = await import("../../services/rules-file");
    const path = resolve(args.argument("file"));
    return reading(context, async (open) => {
      const written = await writeRulesFile(open, path, null);
      print({ files: [written] }, () => `${t("cli:rules.exported", { path: written.path })}\n`);
    });
  },
};

export const rulesFileImport: Command = {
  name: "rules-file import",
  needs: "edit",
  arguments: [roster, file],
  options: {
    ...writingOptions,
    "dry-run": { value: null, help: "dryRun" },
    "as-of": { value: "day", help: "asOf" },
    reason: { value: "text", help: "reason" },
  },
  async run(context) {
    const { args, environment, print, t } = context;
    const { plannedRules } = await import("../../services/rules-file");
    const { saveRules } = await import("../../services/rules-draft");
    const path = resolve(args.argument("file"));
    const asOf = args.day("as-of");
    const isDry = args.flag("dry-run");
    const access = isDry ? reading : writing;
    return access(context, async (open) => {
      const planned = plannedRules(open, path);
      const change = await changeOf(context, open, planned, asOf ?? ownDay(open.db, environment));
      const saved = isDry
        ? { changeId: null, proposed: null }
        : await naming(context, open, planned, () => saveRules(open, planned.edits, args.option("reason")));
      const { changeId, proposed } = saved;
      print({ ...change, dryRun: isDry, changeId, proposed }, () => {
        const done = t(
          isDry ? "cli:rules.dry" : changeId === null ? "cli:done.unchanged" : "cli:rules.imported",
        );
        return `${changeText(change, t)}${done}\n`;
      });
    });
  },
};
