/** Words of the guide through the first morning with a new roster. */
export const guide = {
  title: "Begin with the new roster",
  text: "Leave for later what does not suit now; what is left stands at the top of the main screen.",
  leave: "To the main screen",
  later: "Later",
  next: "Next step",
  finished: "(done)",
  left: "(not done)",
  step: {
    unit: {
      title: "Unit that keeps the roster",
      text: "{{unit}} ({{code}})",
      done: "{{unit}} ({{code}})",
    },
    office: {
      title: "Office and who signs",
      text: "Printed at the head and foot of every report: the office, who prepares it, who signs.",
      done: "Who signs is recorded.",
    },
    rules: {
      title: "Rules in force",
      text: "Choose the rules that judge from today on.",
      done: "The chosen rules judge.",
    },
    people: {
      title: "List of officials",
      text: "Bring in the list that exists, or enter the first person.",
      done: "There are people in the roster.",
    },
  },
  rules: {
    none: "The rules of the roster judge; see and add to them in the catalog.",
    all: "See all rules in the catalog",
    since: "In force from {{day}}.",
    on: "Switched on: {{name}}.",
    off: "Switched off: {{name}}.",
  },
  people: {
    import: "Import from Excel",
    first: "Enter the first person",
  },
} as const;
