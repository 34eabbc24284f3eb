/** A block that is pasted into cells of the list: what each cell would say, before anything is written. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { CallArgs, CallResult } from "../../../../shared/contract/contract";
import { formatNumber } from "../../../../shared/text/format";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useCall, useSend } from "../../../bridge/hooks";
import { CellsDialog } from "./cells-dialog";
import { useMadeRows } from "./made-rows";
import { useWhichRow, whichRowOf } from "./which-row";

export interface PasteDialogProps {
  readonly pasted: CallArgs<"pasteSave">;
  readonly onClose: () => void;
}

/** @param t with `grid` */
export function tellPasted(t: TFunction<"grid">, result: CallResult<"pasteSave">): void {
  toastSaved(t("paste.done", { text: formatNumber(result.preview.changed) }), result, { undo: true });
}

export function PasteDialog({ pasted, onClose }: PasteDialogProps) {
  const { t } = useTranslation("grid");
  const [chosen, choose] = useWhichRow();
  const rows = useMadeRows();
  const asked = { ...pasted, which: whichRowOf(chosen), made: rows.made ?? {} };
  const preview = useCall("pastePreview", asked, { enabled: rows.made !== null, keepPrevious: true });
  const save = useSend("pasteSave");
  const write = () =>
    save.mutate(asked, {
      onSuccess: (result) => {
        tellPasted(t, result);
        onClose();
      },
      onError: toastFailed,
    });
  return (
    <CellsDialog
      title={t("paste.title")}
      preview={preview.data?.preview ?? undefined}
      error={preview.error}
      writeLabel={(cells) => t("paste.write", { text: cells })}
      busy={save.isPending || preview.isPlaceholderData}
      which={{ value: chosen, onChange: choose }}
      made={{ rows, on: pasted.filter.moment.on }}
      onWrite={write}
      onClose={onClose}
    />
  );
}
