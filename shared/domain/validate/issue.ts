/**
 * The reasons that validation gives and the small tools to state them.
 *
 * A reason is a key of the `issues` namespace; the closed list lets a test hold the sentences complete, so that a
 * clerk never meets a bare key beside a field.
 */
import type { ErrorParams, FieldIssue } from "../../contract/errors";
import type { EntityName } from "../entities";

export const issueReasons = [
  "required",
  "unknownField",
  "wrongType",
  "wrongChoice",
  "impossibleDate",
  "dayNeeded",
  "tooLong",
  "badReference",
  "referenceMissing",
  "nameLetters",
  "nameDigits",
  "birthFuture",
  "birthTooYoung",
  "birthTooOld",
  "birthUnusual",
  "identityDigits",
  "inFuture",
  "farFuture",
  "beforeBirth",
  "partyTooYoung",
  "partyOfficialFirst",
  "partyJoinedMissing",
  "assignmentTooYoung",
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
  "sameQualification",
  "codeDigits",
  "validityReversed",
  "graceIncomplete",
] as const;
export type IssueReason = (typeof issueReasons)[number];

/** The row that issues are being collected for. */
export interface IssueTarget {
  readonly entity: EntityName;
  readonly rowId: string;
}

function issue(
  severity: FieldIssue["severity"],
  target: IssueTarget,
  field: string,
  reason: IssueReason,
  params?: ErrorParams,
): FieldIssue {
  const base = { entity: target.entity, rowId: target.rowId, field, reason, severity };
  return params === undefined ? base : { ...base, params };
}

/** An issue that stops the save. @param params values that the sentence names; never a person's data. */
export function errorAt(
  target: IssueTarget,
  field: string,
  reason: IssueReason,
  params?: ErrorParams,
): FieldIssue {
  return issue("error", target, field, reason, params);
}

/** An issue that is shown beside the field and lets the save pass. */
export function warningAt(
  target: IssueTarget,
  field: string,
  reason: IssueReason,
  params?: ErrorParams,
): FieldIssue {
  return issue("warning", target, field, reason, params);
}

/** Whether any of the issues stops a save. */
export function hasErrors(issues: readonly FieldIssue[]): boolean {
  return issues.some((one) => one.severity === "error");
}
