/** Setting a whole reception aside, after saying what that does. */
import { useTranslation } from "react-i18next";
import { confirm } from "../../../app/feedback/confirm";
import { toastDone, toastFailed } from "../../../app/feedback/toast";
import { useSend } from "../../../bridge/hooks";
import { useWords } from "../../../components/words";

export interface ReceptionUndo {
  /** @param at when it was received. @returns whether it was undone */
  readonly undo: (id: number, at: string) => Promise<boolean>;
  readonly undoing: boolean;
}

export function useReceptionUndo(): ReceptionUndo {
  const { t } = useTranslation("screen-exchange");
  const words = useWords();
  const send = useSend("receptionUndo");
  const undo = async (id: number, at: string): Promise<boolean> => {
    const answer = await confirm({
      title: t("undo.title"),
      body: t("undo.body", { at: words.instant(at) }),
      confirmLabel: t("undo.confirm"),
      danger: true,
    });
    if (!answer.confirmed) return false;
    try {
      await send.mutateAsync({ id });
    } catch (error) {
      toastFailed(error);
      return false;
    }
    toastDone(t("undo.done"));
    return true;
  };
  return { undo, undoing: send.isPending };
}
