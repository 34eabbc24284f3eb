/** Words of the commands that write reports and lists. */
export const forms = { key: "Form", name: "Name", formats: "Formats" } as const;
export const report = { file: "File", bytes: "Bytes", sha256: "SHA-256" } as const;

export const reportOptions = {
  view: "a view kept in the roster, or list, levels, notMet: columns, order and filters of the list",
  number: 'number of this report, e.g. "12/BC-UBND"; as written last where it is left out',
  oneFigure: "one figure a cell: the range of who is unclear goes into the notes",
  form: "form of the report ({{forms}}), or the key of a layout in the roster",
  "listing-from": "first day; by default the month of the day ({{forms}})",
  "listing-to": "last day ({{forms}})",
  "listing-kind": "kinds of what is due, by default all ({{forms}})",
  "listing-programme": "programmes of classes, by default all ({{forms}})",
  "listing-search": "words in the name, subject or provider of a class ({{forms}})",
  "listing-class": "name or id of the class ({{forms}})",
  "listing-plan": "name or id of a training plan that was kept ({{forms}})",
  "listing-term": "term YEAR-YEAR, by default the one of the day ({{forms}})",
  "listing-status": "only who stands like this ({{forms}})",
  "listing-year": "year, by default the one of the day ({{forms}})",
  "listing-period": "period of evaluation, by default the year ({{forms}})",
  "listing-overdue": "who was due before the session and is not written as raised ({{forms}})",
  "listing-mismatch": "whose step and coefficient do not fit the scale ({{forms}})",
} as const;

/** What each command does. */
export const reportCommands = {
  forms: "The report forms, and the layouts of the roster",
  export: "Export a list to Excel or CSV, to work on and import again",
} as const;
