/** Setting a whole reception aside, after saying what that does. */
import { useTranslation } from "react-i18next";
import type { ReceptionRow } from "../../../../shared/contract/schemas/receptions";
import { formatNumber } from "../../../../shared/text/format";
import { confirm } from "../../../app/feedback/confirm";
import { withNumbers } from "../../../app/feedback/confirm-mass";
import { toastDone, toastFailed } from "../../../app/feedback/toast";
import { BridgeError, call } from "../../../bridge/bridge";
import { useSend } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { useWords } from "../../../components/words";
import { namesInWords } from "../parts/office-names";
import { useCountWords } from "./count-words";

export interface ReceptionUndo {
  /** Asks with what it brought and by which files. @returns whether it was undone */
  readonly undo: (id: number) => Promise<boolean>;
  readonly undoing: boolean;
}

export function useReceptionUndo(): ReceptionUndo {
  const { t } = useTranslation("screen-exchange");
  const said = useWords();
  const countWords = useCountWords();
  const send = useSend("receptionUndo");
  const { on } = useMoment();
  const undo = async (id: number): Promise<boolean> => {
    let row: ReceptionRow | undefined;
    try {
      row = (await call("receptionsList", {})).find((one) => one.id === id);
    } catch (error) {
      toastFailed(error);
      return false;
    }
    if (row === undefined) {
      toastFailed(new BridgeError({ code: "row-unknown", params: { id } }));
      return false;
    }
    const { at, offices, files } = row;
    const what = countWords(row);
    const answer = await confirm({
      title: t("undo.title"),
      body: t("undo.body", {
        at: said.instant(at),
        what,
        files: formatNumber(files),
        offices: namesInWords(t, offices),
      }),
      confirmLabel: t("undo.confirm"),
      danger: true,
    });
    if (!answer.confirmed) return false;
    const words = { title: t("undo.title"), confirmLabel: t("undo.confirm") };
    try {
      const undone = await withNumbers(words, async (confirmed) => {
        await send.mutateAsync({ id, on, confirmed });
        return true;
      });
      if (undone === null) return false;
    } catch (error) {
      toastFailed(error);
      return false;
    }
    toastDone(t("undo.done"));
    return true;
  };
  return { undo, undoing: send.isPending };
}
