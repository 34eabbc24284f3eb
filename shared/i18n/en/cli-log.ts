/** Texts of the command that lists changes. */
export const cliLog = {
  number: "No.",
  at: "When",
  user: "By",
  action: "What",
  what: "What was done",
  ops: "{{text}} rows",
  notInForce: "undone, has no effect",
  from: "from {{offices}}",
  takenBack: "taken back at {{at}} by {{user}}",
  reason: "Reason",
  note: "Related",
  undoes: "undoes {{id}}",
  receivedAt: "came here at {{at}}",
  file: "by file {{text}} of {{office}}",
  partial: "only the part that this office may know",
  undoneBy: "undone by {{id}}",
  removed: "{{name}} (removed)",
  empty: "No changes yet.",
} as const;

/** Options of `log`. */
export const logOptions = {
  logSearch: "only changes of people of this name, with or without marks",
  logBy: "only changes that this person wrote",
  logOffice: "only changes that the office of this name wrote, with or without marks",
  logEntity: "only changes with this kind of data",
  logFrom: "from this day on",
  logTo: "until the end of this day",
  logUndone: "only changes that were undone",
} as const;
