/** Words of the command `evaluations`. */
export const cliEvaluations = {
  title: "Grades: {{period}}; people serving on {{day}}",
  people: "People",
  ungraded: "Not graded",
  nobody: "Nobody serves in this scope.",
  group: "Group",
  whole: "Whole unit",
  excellent: "Excellent",
  most: "At most",
  clause: "By",
  over: "Over the share of excellent ({{count}}):",
  within: "No unit is over the share of excellent.",
  noRule: "No rule sets a share of excellent for this period ({{day}}).",
} as const;
