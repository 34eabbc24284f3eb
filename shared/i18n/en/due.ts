/** Words of what is due: kinds, why something is, and what is missing to say when. */
export const due = {
  kind: {
    retirement: "Retirement",
    retirementNotice: "Notice of retirement",
    retirementDecision: "Decision on retirement",
    termEnd: "End of term",
    secondment: "Secondment",
    rotation: "Rotation",
    grace: "Grace ends",
    salaryStep: "Salary step",
    disciplineEnd: "End of discipline",
    partyBadge: "Party badge",
    expiringPaper: "Expiring papers",
  },
  why: {
    retirement:
      "until the end of {{lastDay}} – pension from {{pensionFrom}}; aged {{years}} years {{months}} months",
    retirementByYear:
      "until the end of {{lastDay}} – pension from {{pensionFrom}}; only the year of birth is known, so 01/01 was taken",
    retirementNotice:
      "notice in writing 6 months before; retires at the end of {{lastDay}} – pension from {{pensionFrom}}",
    retirementDecision:
      "decision 3 months before; retires at the end of {{lastDay}} – pension from {{pensionFrom}}",
    termEnd: "end of the term of the post: {{post}}",
    secondmentUntil: "end of the secondment on record: {{post}}",
    secondmentLimit: "seconded since {{from}} for {{months}} months, the longest there is: {{post}}",
    rotationReached: "rotated since {{from}} for {{months}} months: {{post}}",
    graceEnds: "last day of grace for the standard: {{standard}}",
    salaryStep: "step {{step}}, coefficient {{coefficient}} (grade {{grade}})",
    salaryStepDelayed:
      "step {{step}}, coefficient {{coefficient}} (grade {{grade}}); {{months}} months later counted in",
    overTop: "allowance beyond the top step {{percent}}% (grade {{grade}}, step {{step}})",
    overTopDelayed:
      "allowance beyond the top step {{percent}}% (grade {{grade}}, step {{step}}); {{months}} months later counted in",
    disciplineWritten: "end of the discipline on record: {{form}} ({{side}})",
    disciplineByForm: "discipline {{form}} ({{side}}) since {{from}}, for {{months}} months",
    partyBadge: "{{years}} years in the Party, joined {{joined}}",
    identityExpires: "identity card expires",
    qualificationExpires: "diploma or certificate expires: {{kind}}",
  },
  missing: {
    birth: "no date of birth",
    sex: "no sex",
    termUntil: "no day on which the term ends",
    assignmentFrom: "no first day",
    salary: "no pay on record",
    salarySameDay: "two different rows of pay from one day",
    grade: "no grade",
    scale: "no pay scale of the grade",
    step: "neither step nor coefficient",
    from: "no day from which the step is paid",
    monthOfFrom: "the day from which the step is paid lacks its month",
    overFrom: "no day from which the allowance beyond the top step is paid",
    monthOfOverFrom: "the day from which the allowance beyond the top step is paid lacks its month",
    coefficientUnlikeStep: "the coefficient is not that of the step",
    stepOffScale: "the scale of the grade has no such step",
    coefficientOffScale: "the scale of the grade has no such coefficient",
    overUnlikeStep: "the allowance beyond the top step does not fit the step",
    delayDate: "it is not clear whether the discipline was before or after the last step",
    delayNoRule: "no rule says by how much the discipline puts off a step",
    delaySameConduct: "it is not clear whether the year not completed and the discipline are for one conduct",
    disciplineFrom: "no first day of the discipline",
    disciplineRule: "no rule says how long the discipline is in force",
    partyJoined: "no day of joining the Party",
  },
  /** What puts off a step of pay. */
  delay: {
    discipline: "{{form}} from {{from}}: {{months}} months",
    notCompleted: "not completed in {{year}}: {{months}} months",
  },
  calendar: { name: "Due", event: "{{kind}} – {{name}}", vague: "{{what}} (about {{on}})" },
  unverified: "rule not compared with its text",
} as const;
