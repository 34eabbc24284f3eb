/** English twin of vi/common.ts. */
export const missing = {
  noRecord: "No record of this kind yet",
  grantedDateUncertain: "The date granted is not exact enough to tell whether it was held on the day",
  grantedDateMissing: "There is no date of grant to tell whether it was held on the day",
  serviceUnknown:
    "Whether service went on without a break since the rule's day is not known, so whether grace applies is unknown",
  graceStartUnknown: "It is not known from when grace counts, so it may still run",
  noRule: "No rule in use speaks of this post",
  firstEntryUnknown:
    "Whether the post is held for the first time is not known, so neither is the level asked for",
  levelTooLow: "The level is lower than required",
  postUnknown: "The post is not known, so no rule can be chosen",
  requiredLevelUnknown: "The level that the rule asks for cannot be read; check it in the catalog",
} as const;

export const actions = {
  tidy: "Unused documents cleared",
  init: "Roster created",
  sample: "Sample data made",
  add: "Official added",
  edit: "Updated",
  correct: "Mistake corrected",
  end: "Assignment ended",
  remove: "Record removed",
  catalog: "Catalog edited",
  formDetails: "Edit the words on a report form",
  settle: "Settle a conflict",
  trust: "Confirm an office's key",
  revoke: "Revoke an office's key",
  decide: "Decide about proposals",
  withdraw: "Withdraw proposals",
  ask: "Ask the office",
  answer: "Answer a question",
  join: "Join two records",
  keepApart: "Keep two records apart",
  receive: "Receive exchange files",
  undo: "Undone",
  redo: "Redone",
} as const;

export const work = {
  sample: "Making the sample roster",
  project: "Making the tables anew from the log",
  recover: "Recovering the roster into a new file; the damaged one stays as it is",
  facts: "Preparing figures",
  past: "Putting the roster together as it was recorded by that day",
  report: "Writing the report",
  receive: "Receiving files",
  send: "Writing exchange files",
  verify: "Checking the roster",
} as const;

export const menu = {
  file: "File",
  edit: "Edit",
  view: "View",
  help: "Help",
  quit: "Quit",
  cut: "Cut",
  copy: "Copy",
  paste: "Paste",
  selectAll: "Select all",
  togglefullscreen: "Full screen",
  openTitle: "Open a roster",
  saveTitle: "Save the new roster",
  openCardTitle: "Choose a key card",
  cardFiles: "Key card (*.scbkey)",
  pickFolderTitle: "Choose a folder",
  rosterFiles: "Rosters (*.scb)",
} as const;
