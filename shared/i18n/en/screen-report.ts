/** English twin of vi/screen-report. */
export const screenReport = {
  title: "Export report",
  form: "Report",
  forms: {
    "standards-by-commune": "Standing under the standards, by unit",
    conflicts: "Open conflicts",
  },
  asOf: "Figures as of",
  scope: "Scope",
  scopeAll: "Whole roster",
  kinds: "Counted posts",
  formats: "File types",
  formatsMissing: "Choose at least one file type",
  format: {
    xlsx: "Excel (.xlsx)",
    xlsxHint: "to work on and print",
    pdf: "PDF (.pdf)",
    pdfHint: "to print, sign, send",
    csv: "CSV (.csv)",
    csvHint: "for other programs",
  },
  contents: "The report holds totals only, no names and nothing about single people.",
  contentsPersonal: "The report names people; keep the file as you keep their records.",
  write: "Export file",
  writing: "Writing the report…",
  again: "Write to another place",
} as const;
