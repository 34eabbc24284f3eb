/** English twin of vi/common.ts. */
export const missing = {
  noRecord: "No record of this kind yet",
  grantedDateUncertain: "The date granted is not exact enough to tell whether it was held on the day",
  assignmentStartUnknown:
    "The start in the post is not known, so whether the grace period applies is unknown",
  levelTooLow: "The level is lower than required",
  postUnknown: "The post is not known, so no rule can be chosen",
  requiredLevelUnknown: "The level that the rule asks for cannot be read; check it in the catalog",
} as const;

export const actions = {
  init: "Roster created",
  sample: "Sample data made",
  add: "Official added",
  edit: "Updated",
  correct: "Mistake corrected",
  end: "Assignment ended",
  remove: "Record removed",
  catalog: "Catalog edited",
  undo: "Undone",
  redo: "Redone",
} as const;

export const work = {
  sample: "Making the sample roster",
  facts: "Preparing figures",
  report: "Writing the report",
  verify: "Checking the roster",
} as const;

export const menu = {
  file: "File",
  newRoster: "New roster…",
  openRoster: "Open roster…",
  closeRoster: "Close roster",
  report: "Export report…",
  quit: "Quit",
  edit: "Edit",
  undo: "Undo",
  redo: "Redo",
  cut: "Cut",
  copy: "Copy",
  paste: "Paste",
  selectAll: "Select all",
  find: "Find an official",
  newOfficial: "Add an official",
  view: "View",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomReset: "Normal size",
  fullScreen: "Full screen",
  help: "Help",
  shortcuts: "Keyboard shortcuts",
  openTitle: "Open a roster",
  saveTitle: "Save the new roster",
  pickFolderTitle: "Choose a folder",
  rosterFiles: "Rosters (*.scb)",
} as const;
