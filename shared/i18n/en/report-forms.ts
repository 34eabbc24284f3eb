/** Words of report forms: layouts of an office's own, and what it writes on a form. */
export const formDetails = {
  unit: "Unit",
  form: "Report form",
  number: "Number",
  place: "Place",
  title: "Printed title",
  preparerTitle: "Title of who prepares it",
  preparedBy: "Prepared by",
  signerTitle: "Title of who signs",
  signerName: "Signed by",
  oneFigure: "One figure a cell",
} as const;

export const layout = {
  key: "Key",
  form: "Made of form",
  name: "Name",
  title: "Printed title",
  definition: "Definition (JSON)",
} as const;
