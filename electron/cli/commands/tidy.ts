/** `tidy`: clears away documents that nothing in the log names. */
import { formatNumber } from "../../../shared/text/format";
import type { Command } from "../command";
import { writing, writingOptions } from "../roster-access";

export const tidy: Command = {
  name: "tidy",
  needs: "administer",
  arguments: [{ name: "roster", help: "roster" }],
  options: { ...writingOptions },
  async run(context) {
    const { print, t } = context;
    const { tidyRoster } = await import("../../services/tidy");
    return writing(context, async (roster) => {
      const done = tidyRoster(roster);
      print(done, () => {
        const { documents, bytes } = done;
        const words = { documents: formatNumber(documents), bytes: formatNumber(bytes) };
        return `${t(documents === 0 ? "cli:tidy.nothing" : "cli:tidy.done", words)}\n`;
      });
    });
  },
};
