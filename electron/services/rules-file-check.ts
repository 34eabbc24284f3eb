/** A rules file read for the window: refused whole with one sentence where it cannot stand, and nothing is written. */
import { AppError, appError } from "../../shared/contract/errors";
import type { CallResult } from "../../shared/contract/contract";
import { issueSentence, type Translate } from "../../shared/i18n";
import type { OpenRoster } from "./open-roster";
import { checkDraft } from "./rules-draft";
import { plannedRules, rowNames } from "./rules-file";

/**
 * @param t for what is wrong with a row
 * @throws AppError as plannedRules and checkDraft; rules-file-row in place of validation, with the row's name
 */
export function checkedRules(roster: OpenRoster, t: Translate, path: string): CallResult<"rulesFileRead"> {
  const planned = plannedRules(roster, path);
  const { edits, sets, posts } = planned;
  try {
    checkDraft(roster, edits);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "validation") throw error;
    const [issue] = error.issues.filter(({ severity }) => severity === "error");
    if (issue === undefined) throw error;
    const row = rowNames(roster, planned).get(issue.rowId) ?? issue.rowId;
    const field = t(`domain:field.${issue.entity}.${issue.field}`);
    throw appError("rules-file-row", { path, row, field, sentence: issueSentence(t, issue) }, error);
  }
  return { edits: [...edits], sets: [...sets], posts };
}
