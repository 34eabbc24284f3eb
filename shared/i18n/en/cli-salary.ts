/** Words of the commands about sessions for steps of pay. */
export const cliSalaryCommands = {
  "salary-session":
    "A session for steps of pay: who is due, who is not known, whose pay does not fit; writes its papers",
  "salary-done": "Writes the next step of pay of those who are due",
} as const;

export const cliSalaryOptions = {
  sessionMonth: "first month of the session, such as 2026-10",
  sessionMonths: "months of the session: 1, 3 or 6 (default: 1)",
  sessionOut:
    "writes the papers of the session into a new folder here: minutes, request, and a decision a person",
  sessionPeople: "ids of those who are raised",
  sessionAll: "everybody whose step falls in the session",
  decisionNumber: "number of the decision",
  decisionDate: "day of the decision",
  decisionSigner: "who signed the decision",
} as const;

export const cliSalary = {
  monthForm: "a month is written as 2026-10",
  title: "Steps of pay from {{from}} to {{to}}",
  due: "Due: {{text}}",
  overdue: "Due before and not written: {{text}}",
  unknown: "Not known: {{text}}",
  mismatch: "Unlike their step: {{text}}",
  now: "Paid by",
  next: "Next step",
  on: "From",
  delays: "Put off by",
  why: "Why",
  step: "step {{step}}",
  percent: "{{percent}}% beyond the top",
  expected: "{{why}} (the step has {{coefficient}})",
  written: "Wrote {{text}} files into the folder {{path}}.\n",
  raised: "Wrote the next step of {{text}} people; one undo takes all of them back.",
} as const;
