/** Issues as a record shows them: by row and field, errors before warnings, each as a sentence. */
import type { TFunction } from "i18next";
import type { FieldIssue } from "../../shared/contract/errors";
import { issueSentence, type SaidIssue } from "../../shared/i18n";

export interface FieldIssues {
  readonly error?: string;
  readonly warning?: string;
}

/**
 * What is to be said beside one field.
 * @param t with the namespaces `issues` and `domain`
 */
export function issuesOf(
  t: TFunction,
  issues: readonly FieldIssue[],
  rowId: string,
  field: string,
): FieldIssues {
  const here = issues.filter((issue) => issue.rowId === rowId && issue.field === field);
  const error = here.find((issue) => issue.severity === "error");
  // Text of an old font has an offer of its own under the field.
  const warning =
    here.find((issue) => issue.severity === "question") ??
    here.find((issue) => issue.severity === "warning" && issue.reason !== "legacyFont");
  return {
    ...(error === undefined ? {} : { error: issueText(t, error) }),
    ...(warning === undefined ? {} : { warning: issueText(t, warning) }),
  };
}

/**
 * One issue as a sentence, for dialogs with fields of their own.
 * @param t with the namespaces `issues` and `domain`
 */
export function issueText(t: TFunction, issue: SaidIssue): string {
  return issueSentence((name, params) => t(name as string, { ...params }), issue);
}

/** Everything said about one row, with the field's name in front; for tables that show rows in one line. */
export function rowSentences(
  t: TFunction,
  issues: readonly FieldIssue[],
  rowId: string,
): { readonly severity: FieldIssue["severity"]; readonly text: string }[] {
  return issues
    .filter((issue) => issue.rowId === rowId)
    .map((issue) => ({
      severity: issue.severity,
      text: `${t(`domain:field.${issue.entity}.${issue.field}`)}: ${issueText(t, issue)}`,
    }));
}
