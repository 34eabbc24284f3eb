/** Words of the commands that write reports and lists. */
export const forms = { key: "Form", name: "Name", formats: "Formats" } as const;
export const report = { file: "File", bytes: "Bytes", sha256: "SHA-256" } as const;

export const reportOptions = {
  view: "a view kept in the roster, or list, levels, notMet: columns, order and filters of the list",
  number: 'number of this report, e.g. "12/BC-UBND"; as written last where it is left out',
  oneFigure: "one figure a cell: the range of who is unclear goes into the notes",
  form: "form of the report ({{forms}}), or the key of a layout in the roster",
} as const;

/** What each command does. */
export const reportCommands = {
  forms: "The report forms, and the layouts of the roster",
  export: "Export a list to Excel or CSV, to work on and import again",
} as const;
