/**
 * The whole check of one person's record, used by the form while typing and by the service before it writes.
 * Two copies would disagree, and the clerk would be refused without a mark beside any field.
 */
import type { FieldIssue } from "../../contract/errors";
import { validateAssignments } from "./assignments";
import type { OfficialDraft, ValidationContext } from "./context";
import { validateIdentity } from "./identity";
import { validateQualifications } from "./qualifications";

/**
 * All issues of a record as it would be after the save.
 * @param draft whole rows with dates in canonical form (a text that is no date is reported as such)
 * @returns errors and warnings: the person's own fields first, then assignments and qualifications row by row; at most
 * one error a field (the first found)
 */
export function validateOfficial(draft: OfficialDraft, context: ValidationContext): FieldIssue[] {
  const issues = [
    ...validateIdentity(draft, context),
    ...validateAssignments(draft, context),
    ...validateQualifications(draft, context),
  ];
  return oneErrorAField(issues).map((issue) => softened(issue, context.editedRows));
}

function oneErrorAField(issues: readonly FieldIssue[]): FieldIssue[] {
  const failed = new Set<string>();
  return issues.filter((issue) => {
    if (issue.severity === "warning") return true;
    const place = `${issue.entity} ${issue.rowId} ${issue.field}`;
    if (failed.has(place)) return false;
    failed.add(place);
    return true;
  });
}

function softened(issue: FieldIssue, editedRows: ReadonlySet<string> | undefined): FieldIssue {
  const elsewhere = editedRows !== undefined && !editedRows.has(issue.rowId);
  return elsewhere && issue.severity === "error" ? { ...issue, severity: "warning" } : issue;
}
