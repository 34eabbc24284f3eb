/** `document`: writes a document of the roster out as a file. */
import { resolve } from "node:path";
import { formatNumber } from "../../../shared/text/format";
import type { Command } from "../command";
import { reading } from "../roster-access";

export const document: Command = {
  name: "document",
  needs: "export",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "hash", help: "documentHash" },
  ],
  options: { out: { value: "file", help: "documentOut", required: true } },
  async run(context) {
    const { args, print, t } = context;
    const { saveDocument } = await import("../../services/documents");
    return reading(context, async (roster) => {
      const path = resolve(args.required("out"));
      const written = await saveDocument(roster, args.argument("hash").toLowerCase(), path);
      print({ file: written.path, bytes: written.bytes, sha256: written.sha256 }, () => {
        const bytes = formatNumber(written.bytes);
        return `${t("cli:done.document", { file: written.path, bytes })}\n`;
      });
    });
  },
};
