/** Why a cell of the list stays as it is, in a sentence: alike in previews and in the status line. */
import { useTranslation } from "react-i18next";
import { tableColumnLabel, tableColumnOf } from "../../../../shared/columns/table-column";
import type { CellsPreview } from "../../../../shared/contract/schemas/cells";
import { useTranslate } from "../../../components/translate";
import { issueText } from "../../../records/issue-words";

type Refused = CellsPreview["rows"][number];

export function useRefusalText(): (row: Refused) => string {
  const { t } = useTranslation(["grid", "issues", "domain"]);
  const say = useTranslate();
  return ({ refusal, key, to, reason, issues }) => {
    if (refusal === "unread")
      return t("grid:paste.notRead", {
        text: to,
        why: t(`grid:paste.unread.${reason ?? "word"}`, { defaultValue: t("grid:paste.unread.word") }),
      });
    if (refusal !== "invalid") return refusal === null ? "" : t(`grid:many.refusal.${refusal}`);
    const column = tableColumnOf(key);
    const isRequired = to === "" && issues.some((issue) => issue.reason === "required");
    return isRequired && column !== null
      ? t("grid:clear.required", { column: tableColumnLabel(say, column) })
      : issues.map((issue) => issueText(t, issue)).join(" ");
  };
}
