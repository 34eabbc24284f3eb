/** English of the results of `import` on the command line. */
export const cliImport = {
  template: "The table {{path}} was made.",
  trial: "Preview, nothing written:",
  counts:
    "{{rows}} rows, {{people}} people: {{added}} added, {{changed}} updated, {{unchanged}} unchanged, {{duplicates}} likely duplicates, {{left}} left out; {{kept}} texts kept as written.",
  problems: "To be looked at:",
  duplicates: "Likely duplicates, not imported:",
  questions: "Questions (answer with --answer KEY=ANSWER):",
  rowsLeft: "Rows that are no people:",
  columns: "Columns kept as written or not imported:",
  sheet: "Sheet",
  row: "Row",
  column: "Column",
  value: "Value",
  why: "Why",
  key: "Key",
  question: "Question",
  choices: "Answers",
  count: "Cells",
  more: "… and {{count}} more, see all with --json.",
};
