/** Setting a whole reception aside, after saying what that does. */
import { useTranslation } from "react-i18next";
import { confirm } from "../../../app/feedback/confirm";
import { withNumbers } from "../../../app/feedback/confirm-mass";
import { toastDone, toastFailed } from "../../../app/feedback/toast";
import { useSend } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { useWords } from "../../../components/words";

export interface ReceptionUndo {
  /** @param at when it was received. @returns whether it was undone */
  readonly undo: (id: number, at: string) => Promise<boolean>;
  readonly undoing: boolean;
}

export function useReceptionUndo(): ReceptionUndo {
  const { t } = useTranslation("screen-exchange");
  const said = useWords();
  const send = useSend("receptionUndo");
  const { on } = useMoment();
  const undo = async (id: number, at: string): Promise<boolean> => {
    const answer = await confirm({
      title: t("undo.title"),
      body: t("undo.body", { at: said.instant(at) }),
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
