/** Texts of deciding about proposals. */
import type { ProposalReason } from "../../domain/authority";

export const screenProposals = {
  count: "{{text}} proposals wait for a decision",
  countPerson: "{{text}} proposals about this record wait for a decision",
  hint: "These are changes by offices without authority over what they change. Until they are accepted, they are neither shown nor counted.",
  showAll: "Show all proposals",
  none: "No proposal waits for a decision",
  noneBody: "When an office changes what it has no authority over, the change waits here.",
  list: "Proposals of {{office}}",
  groupTitle: "{{office}}: {{text}} proposals",
  why: {
    notItsPeople: "Why they wait: {{office}} changed records of people outside its unit.",
    notItsUnit: "Why they wait: {{office}} wrote about a unit that is not its own.",
    higherList: "Why they wait: {{office}} changed a list that a higher office keeps.",
    othersOffice: "Why they wait: {{office}} changed the details of another office.",
    unknownAuthor: "Why they wait: no trusted office has confirmed whose key this is.",
  } satisfies Record<ProposalReason, string>,
  unknownKey: "Unconfirmed key {{key}}…",
  higherDecides:
    "A higher office decides about these; once its decision comes with a file, they wait no more.",
  tickAll: "Select the proposals on screen",
  tick: "Select the proposal {{name}}",
  allOf: "all {{text}} proposals",
  chosenOf: "{{text}} selected proposals",
  acceptMany: "Accept {{what}}",
  refuseMany: "Refuse {{what}}",
  acceptNamed: "Accept {{what}} of {{office}}",
  refuseNamed: "Refuse {{what}} of {{office}}",
  openPerson: "Open the record",
  openPersonNamed: "Open the record of {{name}}",
  by: "written by {{user}} at {{at}}",
  values: "{{name}}: recorded and proposed",
  column: { field: "Field", current: "Recorded", proposed: "Proposed" },
  ask: {
    acceptTitle: "Accept {{text}} proposals",
    acceptBody:
      "These changes enter records and figures as if an office with authority had made them. This can be undone.",
    refuseTitle: "Refuse {{text}} proposals",
    refuseBody: "These changes do not count here, nor wherever this decision comes. This can be undone.",
    reason: "Reason for the refusal, for the office that proposed",
  },
  done: {
    accept: "{{text}} proposals accepted.",
    refuse: "{{text}} proposals refused.",
    left: "{{text}} more are for another office to decide.",
  },
  ofPerson: "{{text}} changes of this record wait for a decision.",
  ofPersonLink: "See the proposals",
} as const;
