/** `report`: a report written the safe way into a folder or onto a stick. */
import { resolve } from "node:path";
import { appError } from "../../../shared/contract/errors";
import { reportForms, reportFormats } from "../../../shared/contract/schemas/reports";
import { formatNumber } from "../../../shared/text/format";
import type { Command } from "../command";
import { asOfDay, reading } from "../roster-access";
import { renderTable } from "../table";

export const report: Command = {
  name: "report",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    form: { value: "name", help: "form", required: true },
    format: { value: "name", help: "format", required: true },
    out: { value: "folder", help: "out", required: true },
    unit: { value: "code", help: "unit" },
    "as-of": { value: "day", help: "asOf" },
  },
  async run(context) {
    const { args, environment, ports, t, print } = context;
    const form = known(args.required("form"), reportForms, "form-unknown", "form");
    const format = known(args.required("format"), reportFormats, "format-unknown", "format");
    const { unitOfCode } = await import("../../services/catalog");
    const { writeStandardsReport } = await import("../../services/report");
    return reading(context, async (roster) => {
      const asOf = asOfDay(context, roster);
      const { catalog } = await roster.index();
      const code = args.option("unit");
      const unitId = code === null ? null : unitOfCode(catalog, code, asOf).id;
      const printer = format === "pdf" && ports.pdfPrinter !== null ? await ports.pdfPrinter() : null;
      const request = { form, formats: [format], folder: resolve(args.required("out")), asOf, unitId };
      const control = { printer, signal: ports.interrupted() };
      const files = await writeStandardsReport(roster, environment, request, control);
      print({ files }, () => {
        const table = renderTable(
          [
            { heading: t("cli:report.file") },
            { heading: t("cli:report.bytes"), align: "right" },
            { heading: t("cli:report.sha256") },
          ],
          files.map(({ path, bytes, sha256 }) => [path, formatNumber(bytes), sha256]),
        );
        return `${t("cli:done.report")}\n\n${table}`;
      });
    });
  },
};

function known<T extends string>(
  name: string,
  names: readonly T[],
  code: "form-unknown" | "format-unknown",
  param: string,
): T {
  const found = names.find((one) => one === name);
  if (found === undefined) throw appError(code, { [param]: name, known: names.join(", ") });
  return found;
}
