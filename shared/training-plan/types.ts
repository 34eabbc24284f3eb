/** The words of a training plan: who lacks what, which classes there are, what is to be reached, and what comes out. */
import type { PackedDay } from "../domain/partial-date";
import type { QualificationKind } from "../domain/levels";
import type { PlanReason, StudyRuleKey } from "../domain/training-plan";
import type { Sex } from "../domain/values";

/** A level on a ladder; ranks as `levelRank`. */
export interface Level {
  readonly kind: QualificationKind;
  readonly rank: number;
}

/** What somebody lacks: a paper of this level or above, of one of the fields of study where some are named. */
export interface Goal extends Level {
  /** None: of any. */
  readonly majors: readonly string[];
}

/** A class that somebody can be sent to. */
export interface Offer extends Level {
  readonly id: string;
  /** Field of study of what a pass proves; null: not on record. Passed over where it is made for a goal. */
  readonly major: string | null;
  /** A class that is only thought of, made for one goal: of the fields that are asked for. */
  readonly madeFor: Goal | null;
  /** How long a class takes that is only thought of, in whole months; null: some days. */
  readonly months: number | null;
  /** Places that are left; null: as many as are needed. */
  readonly seats: number | null;
  /** First and last day; null of a class that is only thought of: in time, and beside no other. */
  readonly from: PackedDay | null;
  readonly to: PackedDay | null;
  /** What a learner costs, in whole đồng. */
  readonly cost: number;
}

/** Days that are taken, both included. */
export interface Busy {
  readonly from: PackedDay;
  readonly to: PackedDay;
}

/** What of somebody decides whether they may study something; null: not on record. */
export interface StudyFacts {
  readonly sex: Sex | null;
  /** What the post allows by the texts on political theory: up to the advanced level, up to the intermediate one, neither. */
  readonly theory: "advanced" | "intermediate" | "none" | null;
  readonly isPartyMember: boolean | null;
  readonly isOfMinority: boolean | null;
  /** Rank of the highest level that is surely held, by kind; of a kind without a record nothing is known. */
  readonly held: Readonly<Partial<Record<QualificationKind, number>>>;
}

/** Somebody in scope who does not meet the standard on the day. */
export interface Learner extends StudyFacts {
  readonly id: string;
  /** The unit that they count in on the day. */
  readonly unit: string;
  /** Null: what is asked of them is not known. */
  readonly goal: Goal | null;
  /** Nobody knows whether they lack it; records are looked through before they are sent anywhere. */
  readonly unclear: boolean;
  /** Last day of work; null: not known. */
  readonly retires: PackedDay | null;
  readonly busy: readonly Busy[];
}

/** How a unit stands on the day without any class: retired people left out. */
export interface Standing {
  readonly unit: string;
  /** People whom the standard asks. */
  readonly whole: number;
  readonly met: number;
}

export interface PlanAsked {
  /** Today: classes begin after it. */
  readonly on: PackedDay;
  readonly by: PackedDay;
  /** 1 to 100. */
  readonly percent: number;
  /** Whether each unit is to reach the target, or all of them together. */
  readonly eachUnit: boolean;
  /** In whole đồng; null: whatever it costs. */
  readonly budget: number | null;
}

export interface Assignment {
  readonly person: string;
  readonly unit: string;
  readonly unclear: boolean;
  /** Ids of offers, in the order in which they are taken. */
  readonly classes: readonly string[];
  readonly cost: number;
}

export interface Left {
  readonly person: string;
  readonly unit: string;
  readonly reason: PlanReason;
  /** The text that keeps them from it, where one does. */
  readonly rule: StudyRuleKey | null;
}

/** One unit's figures, or those of all together. */
export interface Reach {
  readonly unit: string;
  readonly whole: number;
  readonly met: number;
  /** How many must meet it for the target. */
  readonly wanted: number;
  /** How many will, with the plan. */
  readonly reached: number;
}

export interface Plan {
  readonly reached: boolean;
  readonly total: Reach;
  readonly units: readonly Reach[];
  readonly turns: number;
  readonly cost: number;
  /** By unit and person. */
  readonly assignments: readonly Assignment[];
  /** By unit and person. */
  readonly cannot: readonly Left[];
  /** Who lacks it, could be sent, and need not be for the target; by unit and person. */
  readonly spare: readonly { readonly person: string; readonly unit: string }[];
}
