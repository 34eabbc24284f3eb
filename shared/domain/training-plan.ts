/**
 * What a training plan can say, as keys: why somebody cannot be put into it, and what is wrong with one that was changed by
 * hand. The contract, the command line and the words of both languages share them; how they are found stands in
 * shared/training-plan.
 */

/** Why somebody who lacks the standard is in no class, in the order in which lists show them. */
export const planReasons = [
  /** Retires before the day, and counts for nothing on it. */
  "retires",
  /** By a text on who may study. */
  "notEligible",
  /** What is asked of them is not known, so no class can prove it. */
  "requirementUnknown",
  /** No class proves what is asked, or prepares for it. */
  "noClass",
  /** There are such classes, and none of them is over by the day. */
  "tooLate",
  /** They are in other classes meanwhile, or the classes that they need overlap. */
  "busy",
  "noSeat",
  "noBudget",
] as const;
export type PlanReason = (typeof planReasons)[number];

/** What a plan that was changed by hand breaks. */
export const planFaults = [
  /** Named twice, or lacks nothing, or is not in scope. */
  "notLacking",
  "retires",
  "notEligible",
  "prerequisite",
  "tooLate",
  "overlap",
  "levelNotReached",
  "seats",
  "budget",
] as const;
export type PlanFault = (typeof planFaults)[number];

/** Rules on who may study, and on what comes before what (shared/training-plan/study-rules.ts). */
export const studyRuleKeys = [
  "theory350Posts",
  "theory350Party",
  "theory350Level",
  "theory57",
  "collegeAfterSchool",
  "universityAfterSchool",
  "masterAfterUniversity",
  "intermediateAfterSchool",
] as const;
export type StudyRuleKey = (typeof studyRuleKeys)[number];
