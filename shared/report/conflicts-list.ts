/** The list of open conflicts as a paper: what two offices disagree on, to be settled with the files at hand. */
import { buildReport } from "./build";
import { conflicts as words } from "../i18n/vi/report-conflicts";
import type { ReportDocument } from "./document";
import type { ReportLayout, ReportOffice } from "./layout";

/** One conflict in words; `values` a line each, with who and when. */
export interface ConflictLine {
  readonly person: string;
  readonly unit: string;
  readonly field: string;
  readonly values: readonly string[];
}

const layout: ReportLayout<never> = {
  form: "conflicts",
  orientation: "landscape",
  title: [words.title],
  subtitle: words.subtitle,
  columns: [
    { key: "ordinal", title: words.ordinal, widthMm: 10, value: { kind: "ordinal" } },
    { key: "person", title: words.person, widthMm: 45, value: { kind: "text", field: "person" } },
    { key: "unit", title: words.unit, widthMm: 40, value: { kind: "text", field: "unit" } },
    { key: "field", title: words.field, widthMm: 45, value: { kind: "text", field: "field" } },
    { key: "values", title: words.values, widthMm: 85, value: { kind: "text", field: "values" } },
    { key: "settled", title: words.settled, widthMm: 30, value: { kind: "text", field: "settled" } },
  ],
  numbered: false,
  totalTitle: "",
  notesTitle: words.notesTitle,
  notes: [{ text: words.note }],
  signatures: [
    { title: words.preparer, hint: words.preparerHint, who: "preparer" },
    { title: words.signer, hint: words.signerHint, who: "signer" },
  ],
  fileName: words.fileName,
};

/** @param today ISO day of the paper */
export function conflictsList(
  lines: readonly ConflictLine[],
  office: ReportOffice,
  today: string,
): ReportDocument {
  const nobody = { text: () => "", count: () => 0 };
  const rows = lines.map((line) => ({
    count: () => 0,
    text: (field: string) => {
      switch (field) {
        case "person":
        case "unit":
        case "field":
          return line[field];
        case "values":
          return line.values.join(" · ");
        case "settled":
          return "";
        default:
          throw new RangeError(`A conflict has no ${field}`);
      }
    },
  }));
  const frame = { office, scope: null, asOf: today, issuedOn: today, values: {} };
  const document = buildReport(layout, { rows, total: nobody }, frame);
  return { ...document, table: { ...document.table, total: null } };
}
