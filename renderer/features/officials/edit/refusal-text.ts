/** Why a cell of the list stays as it is, in a sentence: alike in previews and in the status line. */
import { useTranslation } from "react-i18next";
import { tableColumnLabel, tableColumnOf } from "../../../../shared/columns/table-column";
import type { CellsPreview } from "../../../../shared/contract/schemas/cells";
import { typedElsewhere } from "../../../../shared/columns/typed-in";
import { useCounted } from "../../../app/roster/use-counted";
import { useTranslate } from "../../../components/translate";
import { issueText } from "../../../records/issue-words";

type Refused = CellsPreview["rows"][number];

export function useRefusalText(): (row: Refused) => string {
  const { t } = useTranslation(["grid", "issues", "domain"]);
  const say = useTranslate();
  const counted = useCounted();
  return ({ refusal, key, to, reason, issues }) => {
    const shown = tableColumnOf(key);
    if (refusal === "unread")
      return t("grid:paste.notRead", {
        text: to,
        why: t(`grid:paste.unread.${reason ?? "word"}`, { defaultValue: t("grid:paste.unread.word") }),
      });
    const others = refusal === "computed" && shown !== null ? typedElsewhere(shown, counted) : [];
    if (others.length > 0) {
      const columns = others.map((one) => `“${tableColumnLabel(say, one)}”`).join(", ");
      return t("grid:many.refusal.elsewhere", { columns });
    }
    if (refusal !== "invalid") return refusal === null ? "" : t(`grid:many.refusal.${refusal}`);
    const isRequired = to === "" && issues.some((issue) => issue.reason === "required");
    return isRequired && shown !== null
      ? t("grid:clear.required", { column: tableColumnLabel(say, shown) })
      : issues.map((issue) => issueText(t, issue)).join(" ");
  };
}
