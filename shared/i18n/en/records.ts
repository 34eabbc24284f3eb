/** English twin of vi/records. */
export const records = {
  add: "Add {{what}}",
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
  dialog: {
    apply: "Done",
    cancel: "Cancel",
  },
  legacy: {
    label: "Text in an old font",
    noticed: "This text was typed in an old font (TCVN3, VNI…), not in Unicode.",
    convert: "Change to: {{text}}",
  },
} as const;
