/** Accepting and refusing: asked before many at once, with a reason for a refusal, and with numbers where much changes. */
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../../shared/contract/contract";
import type { Answer } from "../../../../shared/domain/authority";
import { formatNumber } from "../../../../shared/text/format";
import { confirm } from "../../../app/feedback/confirm";
import { withNumbers } from "../../../app/feedback/confirm-mass";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useAskAgain, useSend } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";

export type Chosen = CallArgs<"decideProposals">["which"];

export interface Decide {
  /**
   * @param count how many that are, as the clerk sees it
   * @param name of the only one
   */
  readonly decide: (which: Chosen, verdict: Answer, count: number, name?: string) => Promise<void>;
  readonly deciding: boolean;
}

export function useDecide(onDecided: () => void): Decide {
  const { t } = useTranslation(["screen-proposals", "domain"]);
  const send = useSend("decideProposals");
  const askAgain = useAskAgain();
  const { on } = useMoment();

  const titleOf = (verdict: Answer, count: number, name = "") =>
    count === 1 && name !== ""
      ? t(`screen-proposals:ask.${verdict}One`, { name })
      : t(`screen-proposals:ask.${verdict}Title`, { text: formatNumber(count) });

  const asked = async (
    verdict: Answer,
    count: number,
    name?: string,
  ): Promise<{ note: string | null } | null> => {
    // One alone can be undone; a refusal needs its reason.
    if (verdict !== "refuse" && count === 1) return { note: null };
    const answer = await confirm({
      title: titleOf(verdict, count, name),
      body: t(`screen-proposals:ask.${verdict}Body`),
      confirmLabel: t(`domain:verdict.${verdict}`),
      ...(verdict !== "refuse"
        ? {}
        : { reason: { label: t("screen-proposals:ask.reason"), required: false } }),
    });
    return answer.confirmed ? { note: answer.reason } : null;
  };

  const decide = async (which: Chosen, verdict: Answer, count: number, name?: string) => {
    const answer = await asked(verdict, count, name);
    if (answer === null) return;
    const words = {
      title: titleOf(verdict, count, name),
      confirmLabel: t(`domain:verdict.${verdict}`),
    };
    try {
      const done = await withNumbers(words, (confirmed) =>
        send.mutateAsync({ which, verdict, note: answer.note, on, confirmed }),
      );
      if (done === null) return;
      onDecided();
      toastSaved(
        t(`screen-proposals:done.${verdict}`, { text: formatNumber(done.decided) }) +
          (done.left === 0 ? "" : ` ${t("screen-proposals:done.left", { text: formatNumber(done.left) })}`),
        done,
        done.changeId === null ? {} : { undo: true },
      );
    } catch (error) {
      toastFailed(error);
      askAgain("proposals");
    }
  };
  return { decide, deciding: send.isPending };
}
