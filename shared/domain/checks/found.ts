/**
 * What a check of an entity says: the field, the reason and whether it stops a save.
 *
 * A reason is a key of the `issues` namespace; the closed list lets a test hold the sentences complete, so that a
 * clerk never meets a bare key beside a field.
 */
export const issueReasons = [
  "required",
  "unknownField",
  "wrongType",
  "wrongChoice",
  "impossibleDate",
  "dayNeeded",
  "decimalNeeded",
  "moneyNeeded",
  "yearNeeded",
  "monthNeeded",
  "spanNeeded",
  "spanReversed",
  "codeNeeded",
  "tooLong",
  "badReference",
  "referenceMissing",
  "nameLetters",
  "nameDigits",
  "birthFuture",
  "birthTooYoung",
  "birthTooOld",
  "birthUnusual",
  "birthYearFuture",
  "generationTooClose",
  "identityDigits",
  "identityCount",
  "identityTaken",
  "numberGivenTwice",
  "identityOld",
  "identityRemoved",
  "identityOfMan",
  "identityOfWoman",
  "identityOfYear",
  "phoneUnlikely",
  "legacyFont",
  "inFuture",
  "farFuture",
  "beforeBirth",
  "partyTooYoung",
  "partyOfficialFirst",
  "partyJoinedMissing",
  "assignmentTooYoung",
  "assignmentImpossible",
  "concurrentMain",
  "afterDeath",
  "toBeforeFrom",
  "unitNotYet",
  "unitEnded",
  "postNotYet",
  "postEnded",
  "endReasonMissing",
  "endDateMissing",
  "mainOverlaps",
  "mainMissing",
  "sameAssignment",
  "levelNotOfKind",
  "grantedTooYoung",
  "grantedYoung",
  "sameQualification",
  "codeDigits",
  "codeTaken",
  "keyTaken",
  "validityReversed",
  "graceIncomplete",
  "graceYearsIncomplete",
  "graceYearsUnlikely",
  "graceTwice",
  "ruleForNobody",
  "numberNegative",
  "boundsReversed",
  "majorsWithoutLevel",
  "choiceThere",
  "outOfBounds",
  "yearFuture",
  "formOfOtherSide",
  "decisionMissing",
  "samePeriod",
  "termNeeded",
  "titleMissing",
  "nameInList",
  "numberNotPositive",
  "planTarget",
  "planDayPast",
  "dayTaken",
  "whichRowUnsaid",
  "notLaterThanKnown",
  "leftBefore",
  "noneBesideKnown",
  "classReversed",
  "provesIncomplete",
  "provesNothing",
  "groupOfDefence",
  "teacherMissing",
  "teacherTwice",
  "teacherHours",
  "enrolledTwice",
  "enrolledYoung",
  "resultMissing",
  "resultBeforeEnd",
  "certificateWithoutPass",
  "certificateBeforeClass",
  "classBeforeBirth",
  "classFull",
  "seatsBelowLearners",
  "actRefused",
  "actDoubtful",
  "notSeconded",
  "termTooLong",
  "termOpen",
  "disciplineBarsPost",
  "disciplineBarsHigher",
  "disciplineBarsPlanning",
] as const;
export type IssueReason = (typeof issueReasons)[number];

/**
 * Values that the sentence names; a text such as `domain:endReason.retired` stands for the words of that key. They may name
 * a person, so they are shown and never logged.
 */
export type FoundParams = Readonly<Record<string, string | number>>;

/** Something wrong with one field of the row that is checked. */
export interface Found {
  readonly field: string;
  readonly reason: IssueReason;
  readonly params?: FoundParams;
  /** `question`: stops the save until somebody says that it is meant so. */
  readonly severity: "error" | "warning" | "question";
}

function found(severity: Found["severity"], field: string, reason: IssueReason, params?: FoundParams): Found {
  return params === undefined ? { field, reason, severity } : { field, reason, params, severity };
}

/** What stops the save. */
export function error(field: string, reason: IssueReason, params?: FoundParams): Found {
  return found("error", field, reason, params);
}

/** What is asked before the save: rarely right, and not wrong by itself. */
export function question(field: string, reason: IssueReason, params?: FoundParams): Found {
  return found("question", field, reason, params);
}

/** What is shown beside the field and lets the save pass. */
export function warning(field: string, reason: IssueReason, params?: FoundParams): Found {
  return found("warning", field, reason, params);
}
