/** What is worth a second look in a row that was written: lines on standard error, or `warnings` in its document. */
import type { FieldIssue } from "../../shared/contract/errors";
import { issueSentence, type Translate } from "../../shared/i18n";
import type { CommandContext } from "./command";

export interface Warning {
  readonly rowId: string;
  readonly entity: string;
  readonly field: string;
  readonly reason: string;
  readonly message: string;
}

/** With --json the document holds them; otherwise they are said where no result is read from. */
export function warningsOf({ t, json, note }: CommandContext, issues: readonly FieldIssue[]): Warning[] {
  const warnings = issues.map((issue): Warning => {
    const { rowId, entity, field, reason } = issue;
    return { rowId, entity, field, reason, message: issueSentence(t, issue) };
  });
  if (!json) for (const warning of warnings) note(warningLine(warning, t));
  return warnings;
}

function warningLine({ entity, field, message }: Warning, t: Translate): string {
  return t("cli:warning", { field: t(`domain:field.${entity}.${field}`), sentence: message });
}
