/** English twin of vi/records. */
export const records = {
  add: "Add {{what}}",
  addNew: "Add a new {{what}}…",
  edit: "Edit {{what}}",
  none: "No {{what}} recorded.",
  document: "File kept",
  row: {
    actions: "Actions",
    edit: "Edit",
    editNamed: "Edit: {{name}}",
    remove: "Remove this row",
    removeNamed: "Remove row: {{name}}",
  },
  waiting: {
    field: "Waits to be accepted.",
    counted: "Waits to be accepted; what counts meanwhile: {{counted}}.",
    row: "Waits to be accepted: {{fields}}.",
  },
  dialog: {
    apply: "Done",
    cancel: "Cancel",
  },
  legacy: {
    label: "Text in an old font",
    noticed: "This text was typed in an old font (TCVN3, VNI…), not in Unicode.",
    convert: "Change to: {{text}}",
  },
  question: {
    title: "To be confirmed before saving",
    body: "If this is the same person, edit the record that is there; if the number is this person's, it may be saved.",
    open: "Open the other record",
    back: "Back to the form",
    save: "Save anyway",
  },
  read: { none: "Not recorded:" },
} as const;
