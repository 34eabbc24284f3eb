/** `report`: a report written the safe way into a folder or onto a stick. */
import { resolve } from "node:path";
import { reportFormats } from "../../../shared/contract/schemas/reports";
import { forms } from "../../../shared/report/forms";
import { formatNumber } from "../../../shared/text/format";
import type { Command } from "../command";
import { kindsOf, kindsOptions } from "../kinds";
import { listingAsked, listingOptions } from "../listing-options";
import { momentOptions, readingAt } from "../roster-access";
import { renderTable } from "../table";

export const report: Command = {
  name: "report",
  needs: "export",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    form: {
      value: "name",
      help: "form",
      helpParams: { forms: forms.map(({ key }) => key).join(", ") },
      required: true,
    },
    format: {
      value: "name",
      help: "format",
      helpParams: { formats: reportFormats.join(", ") },
      required: true,
    },
    out: { value: "folder", help: "out", required: true },
    unit: { value: "code", help: "unit" },
    view: { value: "name", help: "view" },
    number: { value: "text", help: "number" },
    "one-figure": { value: null, help: "oneFigure" },
    ...listingOptions,
    ...kindsOptions,
    ...momentOptions,
  },
  async run(context) {
    const { args, environment, ports, t, print } = context;
    const { unitNamed } = await import("../../services/named-unit");
    const { namedForm, formatOf } = await import("../../services/report/forms");
    const { listNamed } = await import("../../services/report/named-list");
    const { keptDetails } = await import("../../services/report/details");
    const { writeReport } = await import("../../services/report/write");
    const kinds = kindsOf(args, t);
    return readingAt(context, async (roster, moment, live) => {
      const { id, form } = namedForm(roster, args.required("form"));
      const format = formatOf(form, args.required("format"));
      const { catalog } = await roster.index();
      const code = args.option("unit");
      const unitId = code === null ? null : unitNamed(catalog, code, moment.on).id;
      const printer = format === "pdf" && ports.pdfPrinter !== null ? await ports.pdfPrinter() : null;
      const folder = resolve(args.required("out"));
      const kept = keptDetails(roster, id);
      const number = args.option("number");
      const details = {
        filled: number === null ? kept.filled : { ...kept.filled, number },
        oneFigure: kept.oneFigure || args.flag("one-figure"),
      };
      const view = args.option("view");
      const { source } = form;
      const listing = listingAsked(args, source.kind === "listing" ? source.of : null, t);
      const list = view === null ? undefined : listNamed(live, view);
      const request = {
        form,
        formats: [format],
        folder,
        moment,
        unitId,
        kinds,
        officialId: null,
        details,
        list,
        listing,
      };
      const control = { printer, signal: ports.interrupted() };
      const files = await writeReport(roster, environment, request, control);
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
