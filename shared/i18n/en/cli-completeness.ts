/** English for cli-completeness.ts. */
export const cliCompleteness = {
  title: "How complete files are by {{form}} on {{day}}",
  people: "People",
  complete: "Complete",
  items: "Items filled",
  rate: "Rate",
  name: "Name",
  missing: "Missing items",
  all: "Nobody lacks an item of this form.",
  nobody: "Nobody holds a post that is counted here.",
} as const;
