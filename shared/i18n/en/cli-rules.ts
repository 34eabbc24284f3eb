/** Words of the commands about rules: sets and rules as lines, what a rules file would change. */
export const cliRules = {
  title: "Texts that set standards, as of {{day}}",
  from: "from {{from}}",
  inForce: "in force",
  notInForce: "not in force",
  notInUse: "not switched on",
  atLeast: "{{standard}} from {{level}}",
  none: "{{standard}}: no level required",
  notCounted: "Not counted",
  rows: "Rows added {{added}}, changed {{changed}}, left alone {{unchanged}}.",
  onDay: "On {{day}}:",
  people: "People whose status changes: {{people}}",
  uncovered: "People of whom no rule speaks: from {{before}} to {{after}}",
  move: "  {{standard}}: {{from}} → {{to}}: {{people}}",
  exported: "The rules were written into {{path}}",
  imported: "The rules were taken into the roster.",
  dry: "Nothing was written.",
  refused:
    "The rule “{{row}}” cannot be taken in, {{field}}: {{sentence}} Nothing was written; correct it in the file and import again.",
} as const;

/** What the commands do, for help. */
export const ruleCommands = {
  rules: "The texts and rules in the roster, and which of them hold on a day",
  "rules-preview": "Whose status a rules file would change; nothing is written",
  "rules-file export": "Write texts, rules and posts into a file",
  "rules-file import": "Take texts, rules and posts from a file",
} as const;
