/** `template`: the table to fill in for `import`. */
import { resolve } from "node:path";
import type { Command } from "../command";

export const template: Command = {
  name: "template",
  needs: "nothing",
  arguments: [{ name: "file", help: "templateFile" }],
  options: {},
  async run({ args, t, print }) {
    const { writeTemplate } = await import("../../services/import/template");
    const file = await writeTemplate(resolve(args.argument("file")), t);
    print({ file }, () => `${t("cli:import.template", { path: file.path })}\n`);
  },
};
