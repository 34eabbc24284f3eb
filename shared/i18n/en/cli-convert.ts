/** English twin of vi/cli-convert.ts. */
export const cliConvert = {
  done: "Turned, and read back to check: {{file}} ({{bytes}} bytes).",
  code: "Code",
  cells: "Cells",
  sheet: "Sheet",
  cell: "Cell",
  before: "As it stands",
  after: "May mean",
  doubtful:
    "{{count}} cells are doubtful and were left as they stand; look at them, and to turn them too add --turn with the code ({{codes}}):",
} as const;
