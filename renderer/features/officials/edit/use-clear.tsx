/** Delete on the cells of the list: a few are cleared at once with an undo, many after a look at what would be lost. */
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../../shared/contract/contract";
import type { ListOrder, OfficialFilter } from "../../../../shared/contract/schemas/officials";
import { formatNumber } from "../../../../shared/text/format";
import { toastFailed, toastNotice } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useSend } from "../../../bridge/hooks";
import { selectedRows } from "../../../components/virtual-grid/selection";
import type { CellTarget } from "./cell-target";
import { ClearDialog } from "./clear-dialog";
import { typedColumn } from "./editable";
import { useRefusalText } from "./refusal-text";

/** Lines whose cells are cleared without asking. */
const fewLines = 5;

export interface Clearing {
  readonly clear: (target: CellTarget) => void;
  /** What is open over the list. */
  readonly open: ReactNode;
}

export function useClear(filter: OfficialFilter, order: ListOrder): Clearing {
  const { t } = useTranslation("grid");
  const [asking, setAsking] = useState<CallArgs<"manySave"> | null>(null);
  const whyNot = useRefusalText();
  const save = useSend("manySave");

  const atOnce = (cells: CallArgs<"manySave">) =>
    save.mutate(cells, {
      onSuccess: (result) => {
        const { changed, refused, rows } = result.preview;
        const first = rows.find(({ refusal }) => refusal !== null);
        const why = refused > 0 && first !== undefined ? whyNot(first) : "";
        const done = t("clear.done", { text: formatNumber(changed) });
        const left = t("clear.left", { text: formatNumber(refused), why });
        if (changed > 0) toastSaved(refused > 0 ? `${done} ${left}` : done, result, { undo: true });
        else toastNotice(refused > 0 ? left : t("clear.empty"), { key: "clear" });
      },
      onError: toastFailed,
    });

  return {
    clear: ({ ranges, columns, isWhole }) => {
      const keys = columns.filter((key) => typedColumn(key) !== null);
      if (keys.length === 0) {
        toastNotice(t("edit.notHere"));
        return;
      }
      const cells = {
        filter,
        order,
        ranges: ranges.map(([a, b]): [number, number] => [a, b]),
        columns: keys,
        value: null,
      };
      if (isWhole || selectedRows({ ranges }) > fewLines) setAsking(cells);
      else if (!save.isPending) atOnce(cells);
    },
    open: asking === null ? null : <ClearDialog cells={asking} onClose={() => setAsking(null)} />,
  };
}
