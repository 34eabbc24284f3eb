/** `convert-text`: a file in an old code as one in Unicode, with counts and what could not be told for sure. */
import { extname, resolve } from "node:path";
import { legacyCodes } from "../../../shared/text/legacy/codes";
import { formatNumber } from "../../../shared/text/format";
import { type UnicodeFormat, unicodeFormats } from "../../files/import/unicode-formats";
import { wrong } from "../arguments";
import type { Command } from "../command";
import { renderTable } from "../table";

/** So many doubtful cells are shown to a person; with --json all of them. */
const mostShown = 20;

export const convertText: Command = {
  name: "convert-text",
  needs: "nothing",
  arguments: [{ name: "file", help: "textFile" }],
  options: {
    to: {
      value: "file",
      help: "convertTo",
      helpParams: { formats: unicodeFormats.join(", ") },
      required: true,
    },
    turn: { value: "names", help: "convertTurn", list: true, choices: legacyCodes },
  },
  async run({ args, environment, ports, t, print }) {
    const { columnLetters } = await import("../../../shared/import/column-role");
    const { convertText: convert } = await import("../../services/convert-text");
    const to = resolve(args.required("to"));
    const format = formatOf(to);
    if (format === null) throw wrong(t, "convertFormat", { value: to, formats: unicodeFormats.join(", ") });
    const turn = args.choices("turn", legacyCodes) ?? [];
    const request = { path: resolve(args.argument("file")), to, format, turn, signal: ports.interrupted() };
    const { written, found } = await convert(request, environment);
    const doubtful = found.doubtful.map(({ sheet, row, column, before, after, code }) => ({
      sheet: found.workbook.sheets[sheet]?.name ?? "",
      row,
      column: columnLetters(column),
      before,
      after,
      code,
    }));
    const { path: file, bytes, sha256 } = written;
    const { encoding, workbook } = found;
    print({ file, bytes, sha256, encoding, doubtful, left: workbook.left }, () => {
      const counted = Object.entries(encoding).map(([code, count]): [string, string] => [
        t(`domain:workbook.encoding.${code as keyof typeof encoding}`),
        formatNumber(count),
      ]);
      const lines = [
        t("cli:convert.done", { file, bytes: formatNumber(bytes) }),
        "",
        renderTable(
          [{ heading: t("cli:convert.code") }, { heading: t("cli:convert.cells"), align: "right" }],
          counted,
        ),
      ];
      for (const part of workbook.left) lines.push(t(`domain:workbook.left.${part}`));
      if (doubtful.length > 0) {
        const head = ["sheet", "cell", "before", "after", "code"] as const;
        const rows = doubtful
          .slice(0, mostShown)
          .map((one) => [
            one.sheet,
            `${one.column}${one.row}`,
            one.before,
            one.after,
            t(`domain:workbook.encoding.${one.code}`),
          ]);
        lines.push(
          t("cli:convert.doubtful", { count: formatNumber(doubtful.length), codes: legacyCodes.join(", ") }),
          "",
          renderTable(
            head.map((name) => ({ heading: t(`cli:convert.${name}`) })),
            rows,
          ),
        );
      }
      return lines.join("\n");
    });
  },
};

function formatOf(path: string): UnicodeFormat | null {
  const ending = extname(path).slice(1).toLowerCase();
  return unicodeFormats.find((format) => format === ending) ?? null;
}
