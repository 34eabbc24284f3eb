/** Puts what checks found at the row that it was found in. */
import type { FieldIssue } from "../../contract/errors";
import type { Found } from "../checks/found";
import type { EntityName } from "../entities";

/** The row that issues are being collected for. */
export interface IssueTarget {
  readonly entity: EntityName;
  readonly rowId: string;
}

export function issueAt({ entity, rowId }: IssueTarget, found: Found): FieldIssue {
  return { entity, rowId, ...found };
}

/** Whether any of the issues stops a save. */
export function hasErrors(issues: readonly FieldIssue[]): boolean {
  return issues.some((one) => one.severity === "error");
}
