/** `lists import`: a code list taken in from a file, or what that would change. */
import { resolve } from "node:path";
import { appError } from "../../../shared/contract/errors";
import { codeLists } from "../../../shared/domain/entities/definition";
import { type Command, Refusal } from "../command";
import { reading, writing, writingOptions } from "../roster-access";

export const listsImport: Command = {
  name: "lists import",
  needs: "edit",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "file", help: "listFile" },
  ],
  options: {
    ...writingOptions,
    list: { value: "name", help: "codeList", required: true, choices: codeLists },
    "dry-run": { value: null, help: "dryRun" },
  },
  async run(context) {
    const { args, environment, print, t } = context;
    const { plannedList, saveList } = await import("../../services/list-import");
    const path = resolve(args.argument("file"));
    const list = args.choice("list", codeLists);
    const isDry = args.flag("dry-run");
    if (list === null) throw new Error("The option is required");
    const access = isDry ? reading : writing;
    return access(context, async (open) => {
      const planned = await plannedList(open, environment, path, list);
      const { added, changed, unchanged, rows, problems } = planned.told;
      const [first] = problems;
      if (first !== undefined) {
        const error = appError("list-file-refused", { path, count: problems.length, first: first.sentence });
        const told = [...problems.map(({ sentence }) => sentence), t("cli:lists.refused", { path })];
        throw new Refusal(error, told.join("\n"));
      }
      const saved = isDry ? { changeId: null, proposed: null } : saveList(open, path, planned);
      const { changeId, proposed } = saved;
      print({ list, added, changed, unchanged, rows, dryRun: isDry, changeId, proposed }, () => {
        const done = t(
          isDry ? "cli:rules.dry" : changeId === null ? "cli:done.unchanged" : "cli:lists.imported",
        );
        return `${t("screen-catalog:lists.tally", { added, changed, unchanged })}\n${done}\n`;
      });
    });
  },
};
