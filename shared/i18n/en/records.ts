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
    close: "Close",
  },
} as const;
