/** Who was left out of what was saved, and why: their lines stand as they were entered. */
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import { issueText } from "../../records/issue-words";
import classes from "./evaluation.module.css";

export function RefusedLines({ refused }: { readonly refused: CallResult<"evaluationSave">["refused"] }) {
  const { t } = useTranslation(["screen-evaluation", "issues", "domain"]);
  if (refused.length === 0) return null;
  return (
    <ul className={classes.refused} role="alert">
      {refused.map(({ id, fullName, issues }) => (
        <li key={id}>
          {issues.length === 0
            ? t("refused.gone")
            : `${fullName}: ${issues.map((issue) => issueText(t, issue)).join(" ")}`}
        </li>
      ))}
    </ul>
  );
}
