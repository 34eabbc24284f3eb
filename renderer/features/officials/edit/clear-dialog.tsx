/** Clearing the cells of many lines: what would be lost is seen before it is; a few are cleared at once, with an undo. */
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../../shared/contract/contract";
import { formatNumber } from "../../../../shared/text/format";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useCall, useSend } from "../../../bridge/hooks";
import { CellsDialog } from "./cells-dialog";

export interface ClearDialogProps {
  readonly cells: CallArgs<"manySave">;
  readonly onClose: () => void;
}

export function ClearDialog({ cells, onClose }: ClearDialogProps) {
  const { t } = useTranslation("grid");
  const preview = useCall("manyPreview", cells);
  const save = useSend("manySave");
  const write = () =>
    save.mutate(cells, {
      onSuccess: (result) => {
        toastSaved(t("clear.done", { text: formatNumber(result.preview.changed) }), result, { undo: true });
        onClose();
      },
      onError: toastFailed,
    });
  return (
    <CellsDialog
      title={t("clear.title")}
      preview={preview.data}
      error={preview.error}
      writeLabel={(cellsText) => t("clear.write", { text: cellsText })}
      busy={save.isPending}
      onWrite={write}
      onClose={onClose}
    />
  );
}
