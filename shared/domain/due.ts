/**
 * What can fall due for an official, why it does, and what keeps a day from being worked out, as keys: the contract, the
 * command line and the words of both languages share them. How each is worked out stands in shared/due.
 */
import type { PackedDay, PartialDate } from "./partial-date";

/** In the order in which a page shows them. */
export const dueKinds = [
  "retirement",
  "retirementNotice",
  "retirementDecision",
  "termEnd",
  "secondment",
  "rotation",
  "grace",
  "salaryStep",
  "disciplineEnd",
  "partyBadge",
  "expiringPaper",
] as const;
export type DueKind = (typeof dueKinds)[number];

/** Kinds that pass by themselves: once their day is over, nothing is left undone. */
export const passingKinds: readonly DueKind[] = ["disciplineEnd", "partyBadge"];

/** Sentences that say why something is due. */
export type DueReason =
  | "retirement"
  | "retirementByYear"
  | "retirementNotice"
  | "retirementDecision"
  | "termEnd"
  | "secondmentUntil"
  | "secondmentLimit"
  | "rotationReached"
  | "graceEnds"
  | "salaryStep"
  | "salaryStepDelayed"
  | "overTop"
  | "overTopDelayed"
  | "disciplineWritten"
  | "disciplineByForm"
  | "partyBadge"
  | "identityExpires"
  | "qualificationExpires";

/** A key that the `domain` words of a closed list put into words. */
export type DueWord =
  | { readonly list: "disciplineForm" | "disciplineSide" | "kind" | "standard"; readonly key: string }
  /** In hundredths. */
  | { readonly hundredths: number }
  | { readonly date: PartialDate };

export interface DueWhy {
  readonly key: DueReason;
  readonly params: Readonly<Record<string, string | number | DueWord>>;
}

/** What is not known or does not fit together, so that no day follows. */
export const dueGaps = [
  "birth",
  "sex",
  "termUntil",
  "assignmentFrom",
  "salary",
  "salarySameDay",
  "grade",
  "scale",
  "step",
  "from",
  "monthOfFrom",
  "overFrom",
  "monthOfOverFrom",
  "coefficientUnlikeStep",
  "stepOffScale",
  "coefficientOffScale",
  "overUnlikeStep",
  "delayDate",
  "delayNoRule",
  "delaySameConduct",
  "disciplineFrom",
  "disciplineRule",
  "partyJoined",
] as const;
export type DueGap = (typeof dueGaps)[number];

/** Gaps of what is on record and does not fit together, beside those of what is not. */
export const payMismatches = [
  "coefficientUnlikeStep",
  "stepOffScale",
  "coefficientOffScale",
  "overUnlikeStep",
] as const satisfies readonly DueGap[];

export interface DueItem {
  readonly kind: DueKind;
  /** As precise as what it is worked out from. */
  readonly on: PartialDate;
  /** The first day that `on` can mean: lists sort and choose by it, so that nobody is seen too late. Never printed. */
  readonly earliest: PackedDay;
  readonly why: DueWhy;
  /** Rests on a rule that nobody compared with the text of the law. */
  readonly unverified: boolean;
}

export interface DueUnknown {
  readonly kind: DueKind;
  readonly missing: readonly DueGap[];
}
