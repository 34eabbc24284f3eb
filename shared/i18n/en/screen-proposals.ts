/** Texts of deciding about proposals. */
import type { ProposalReason } from "../../domain/authority";

export const screenProposals = {
  saved: {
    whole: "Kept as a proposal until {{who}} accepts it; this change is neither shown nor counted yet.",
    part: "{{text}} entries of it are a proposal until {{who}} accepts them; they are neither shown nor counted yet.",
    somebody: "an office with authority",
  },
  count: "{{text}} proposals wait for a decision",
  countPerson: "{{text}} proposals about this record wait for a decision",
  hint: "These are changes by offices without authority over what they change. Until they are accepted, they are neither shown nor counted.",
  showAll: "Show all proposals",
  none: "No proposal waits for a decision",
  nonePerson: "No proposal about this record waits for a decision",
  noneBody: "When an office changes what it has no authority over, the change waits here.",
  list: "Proposals of {{office}}",
  groupTitle: "{{office}}: {{text}} proposals",
  why: {
    notItsPeople: "Why they wait: {{office}} changed records of people outside its unit.",
    notItsUnit: "Why they wait: {{office}} wrote about a unit that a higher or another office manages.",
    higherList: "Why they wait: {{office}} changed a list that a higher office keeps.",
    othersOffice: "Why they wait: {{office}} changed the details of another office.",
    unknownAuthor: "Why they wait: no trusted office has confirmed whose key this is.",
    revokedKey: "Why they wait: written with a revoked key of {{office}}, perhaps not by that office.",
  } satisfies Record<ProposalReason, string>,
  higherDecides:
    "A higher office decides about these; once its decision comes with a file, they wait no more.",
  ownWait:
    "These are proposals of our own office, for a higher office to decide. Withdraw what was a mistake or is not wanted any more.",
  writings: "Written {{text}} times in a row; the newest value is shown, and all of it is decided at once.",
  answer: { accept: "Accept", refuse: "Refuse", withdraw: "Withdraw the proposal" },
  tickAll: "Select the proposals on screen",
  tick: "Select the proposal {{name}}",
  allOf: "all {{text}} proposals",
  chosenOf: "{{text}} selected proposals",
  acceptMany: "Accept {{what}}",
  refuseMany: "Refuse {{what}}",
  withdrawMany: "Withdraw {{what}}",
  acceptNamed: "Accept {{what}} of {{office}}",
  refuseNamed: "Refuse {{what}} of {{office}}",
  withdrawNamed: "Withdraw {{what}} of {{office}}",
  openPerson: "Open the record",
  openPersonNamed: "Open the record of {{name}}",
  by: "written by {{user}} at {{at}}",
  values: "{{name}}: recorded and proposed",
  column: { field: "Field", current: "Recorded", proposed: "Proposed" },
  ask: {
    acceptTitle: "Accept {{text}} proposals",
    refuseOne: "Refuse the proposal: {{name}}",
    acceptOne: "Accept the proposal: {{name}}",
    withdrawOne: "Withdraw the proposal: {{name}}",
    acceptBody:
      "These changes enter records and figures as if an office with authority had made them. This can be undone.",
    refuseTitle: "Refuse {{text}} proposals",
    refuseBody: "These changes do not count here, nor wherever this decision comes. This can be undone.",
    withdrawTitle: "Withdraw {{text}} proposals",
    withdrawBody:
      "These proposals wait no longer, here and wherever the next file comes. This can be undone.",
    reason: "Reason for the refusal, for the office that proposed",
  },
  done: {
    accept: "{{text}} proposals accepted.",
    refuse: "{{text}} proposals refused.",
    withdraw: "{{text}} proposals withdrawn.",
    left: "{{text}} more are for another office to decide.",
  },
  decided: {
    title: "Proposals decided: {{text}}",
    hint: "Whoever has authority accepted or refused them, or whoever proposed them withdrew them. What was refused or withdrawn stays in the log and does not count.",
    list: "Proposals decided",
    accept: "Accepted by {{user}}, {{office}}, {{at}}.",
    refuse: "Refused by {{user}}, {{office}}, {{at}}.",
    withdraw: "{{user}}, {{office}} withdrew it at {{at}}.",
    note: "Reason: {{note}}",
    noNote: "No reason given.",
    from: "Proposed by {{office}}",
  },
  aside: {
    title: "Set aside: {{text}} changes",
    hint: "These changes take a row for another kind than it is, so nothing can be read from them. They are kept, not shown and not counted; ask the office that wrote them.",
    from: "Written by {{office}}",
  },
  ofPerson: "{{text}} changes of this record wait for a decision.",
  ofPersonLink: "See the proposals",
  /** One line of the log about a change of which nothing counts. */
  line: {
    proposesAdd: "proposes to add {{what}}",
    proposesRemove: "proposes to remove {{what}}",
    proposesEdit: "proposes to change {{what}}: {{fields}}",
  },
  /** What a proposal would change, as part of a sentence. */
  about: {
    add: "add {{what}}",
    remove: "remove {{what}}",
    join: "join {{what}} with another record",
    restore: "restore {{what}}",
    editPerson: "change {{fields}} of {{what}}",
    editRow: "change {{fields}} in {{what}}",
    whose: "{{noun}} of {{name}}",
  },
  /** A decision in the log; `undone`: it was taken away. */
  said: {
    of: "the proposal to {{what}}",
    ofOffice: "the proposal of {{office}} to {{what}}",
    notHere: "a proposal that is not in this roster",
    done: {
      accept: "accepted {{what}}",
      refuse: "refused {{what}}",
      withdraw: "withdrew {{what}}",
    },
    undone: {
      accept: "took back having accepted {{what}}",
      refuse: "took back having refused {{what}}",
      withdraw: "took back having withdrawn {{what}}",
    },
  },
} as const;
