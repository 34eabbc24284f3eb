/** English twin of vi/cli-plan.ts. */
export const planOptions = {
  planStandard: "the standard: {{standards}}",
  planTarget: "per cent of people who are to meet it, a whole number from 1 to 100",
  planBy: "by this day",
  planSeats: "seats of each supposed class (default: as many as are needed)",
  planMonths: "how long a supposed class takes, in months (default: in time)",
  planCost: "what a learner of a supposed class costs, in đồng (default: 0)",
  planBudget: "what there is for all, in đồng (default: no limit)",
  planEachUnit: "each unit is to reach the target, not all together",
  planName: "name of the plan when it is kept",
} as const;

export const cliPlan = {
  title: "Training plan: {{standard}} {{percent}}% by {{day}}",
  reached:
    "The target is reached: {{reached}} of {{whole}} people meet it ({{share}}); {{met}} do on that day without it, {{wanted}} are needed.",
  near: "The target is not reached: at most {{reached}} of {{whole}} people meet it ({{share}}); {{met}} do on that day without it, {{wanted}} are needed.",
  unasked: "Not counted, since no rule asks it of them on that day: {{count}} people.",
  turns: "Turns: {{turns}}; cost: {{cost}} đồng.",
  spare: "Lack it, and are not needed for the target: {{count}} people.",
  assignments: "To be sent: {{count}} people",
  cannot: "Cannot be sent: {{count}} people",
  class: "Class",
  reason: "Why",
  note: "Note",
  rule: "Who may study: {{source}} – {{rule}}",
  solving: "Planning: {{percent}}%",
  nothingKept: "Nobody is to be sent, so no plan was kept; the roster is as it was.",
  kept: "The plan “{{name}}” was kept.",
} as const;
