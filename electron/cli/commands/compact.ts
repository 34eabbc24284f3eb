/** `compact`: drops values that were written over and that every office has acknowledged. */
import { formatNumber } from "../../../shared/text/format";
import type { Command } from "../command";
import { writing, writingOptions } from "../roster-access";

export const compact: Command = {
  name: "compact",
  needs: "administer",
  arguments: [{ name: "roster", help: "roster" }],
  options: { ...writingOptions },
  async run(context) {
    const { environment, print, t } = context;
    const { compactRoster } = await import("../../services/exchange/upkeep");
    return writing(context, async (roster) => {
      const done = await compactRoster(roster, environment);
      print(done, () => {
        const { ops, bytes, documents, documentBytes, offices } = done;
        const silent = offices.filter(({ acknowledged }) => !acknowledged).map(({ office }) => office);
        return [
          t(ops + documents === 0 ? "cli:compact.nothing" : "cli:compact.done", {
            ops: formatNumber(ops),
            documents: formatNumber(documents),
            bytes: formatNumber(bytes + documentBytes),
          }),
          t("cli:compact.asked", { offices: offices.map(({ office }) => office).join(", ") }),
          ...(silent.length === 0 ? [] : [t("cli:compact.silent", { offices: silent.join(", ") })]),
        ]
          .map((line) => `${line}\n`)
          .join("");
      });
    });
  },
};
