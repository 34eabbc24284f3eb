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

/** The name of a question, by which it is answered: asked about another person it is another question. */
export function questionKey({ rowId, field, reason, params }: FieldIssue): string {
  return [rowId, field, reason, params?.["id"] ?? ""].join(" ");
}

/** Whether any of the issues stops a save, whatever is answered. */
export function hasErrors(issues: readonly FieldIssue[]): boolean {
  return issues.some((one) => one.severity === "error");
}
