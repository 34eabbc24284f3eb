/**
 * Taking files in, step by step: choose, read, preview, write, done.
 *
 * The main process holds one preview and lets nobody edit while it is open, so a preview is never left open silently:
 * leaving asks, and whatever takes the screen away gives the preview up.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MassCount } from "../../../../shared/domain/mass-change";
import type { ReceiveSummary } from "../../../../shared/contract/schemas/exchange";
import { toastDone } from "../../../app/feedback/toast";
import { useUnsavedGuard } from "../../../app/unsaved/guard";
import { BridgeError, call } from "../../../bridge/bridge";
import { useAskAgain } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";

export type ReceiveStage =
  | { readonly step: "choose"; readonly failure: unknown }
  | { readonly step: "reading" }
  | {
      readonly step: "preview";
      readonly summary: ReceiveSummary;
      /** Tells one preview from the next. */
      readonly run: number;
      readonly failure: unknown;
    }
  | { readonly step: "applying" }
  | { readonly step: "done"; readonly receptionId: number | null; readonly summary: ReceiveSummary };

export interface Receive {
  readonly stage: ReceiveStage;
  readonly preview: (paths: readonly string[]) => Promise<void>;
  /** @param confirmed what the user agreed to by its numbers */
  readonly apply: (confirmed: readonly MassCount[]) => Promise<void>;
  readonly discard: () => Promise<void>;
  /** Back to the choice of files, after everything is done. */
  readonly again: () => void;
}

const choosing: ReceiveStage = { step: "choose", failure: null };

/** Nothing is left open if it is gone already, so a refusal is no news. */
async function dropPreview(): Promise<void> {
  await call("receiveDiscard", {}).catch(() => undefined);
}

export function useReceive(): Receive {
  const { t } = useTranslation("screen-exchange");
  const askAgain = useAskAgain();
  const { on } = useMoment();
  const [stage, setStage] = useState<ReceiveStage>(choosing);
  const held = useRef<"reading" | "preview" | null>(null);
  const gone = useRef(false);
  const runs = useRef(0);

  const giveUp = useCallback(async () => {
    const was = held.current;
    held.current = null;
    if (was === "reading") await call("workCancel", {}).catch(() => undefined);
    if (was !== null) await dropPreview();
  }, []);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      void giveUp();
    };
  }, [giveUp]);

  const question = {
    title: t("leave.title"),
    body: t("leave.body"),
    discard: t("leave.discard"),
  };
  const open = stage.step === "reading" || stage.step === "preview";
  useUnsavedGuard({
    dirty: open,
    question,
    discard: async () => {
      await giveUp();
      setStage(choosing);
    },
  });

  const preview = async (paths: readonly string[]) => {
    runs.current += 1;
    const run = runs.current;
    held.current = "reading";
    setStage({ step: "reading" });
    try {
      const summary = await call("receivePreview", { paths: [...paths], on });
      if (held.current !== "reading" || gone.current || run !== runs.current) {
        // Given up while it was on its way.
        await dropPreview();
        return;
      }
      held.current = "preview";
      setStage({ step: "preview", summary, run, failure: null });
    } catch (failure) {
      if (held.current !== "reading" || run !== runs.current) return;
      held.current = null;
      setStage({ step: "choose", failure });
    }
  };
  const apply = async (confirmed: readonly MassCount[]) => {
    if (stage.step !== "preview") return;
    const shown = stage;
    // From here on nothing may give it up: it is being written.
    held.current = null;
    setStage({ step: "applying" });
    try {
      const { receptionId, summary } = await call("receiveKeep", { confirmed: [...confirmed] });
      setStage({ step: "done", receptionId, summary });
    } catch (failure) {
      if (failure instanceof BridgeError && failure.code === "receive-gone") {
        setStage({ step: "choose", failure });
        return;
      }
      if (gone.current) {
        await dropPreview();
        return;
      }
      held.current = "preview";
      setStage({ ...shown, failure });
    }
  };
  return {
    stage,
    preview,
    apply,
    discard: async () => {
      await giveUp();
      setStage(choosing);
      toastDone(t("preview.discarded"));
    },
    again: () => {
      setStage(choosing);
      // What lies on sticks is told by nobody.
      askAgain("packetsFind");
    },
  };
}
