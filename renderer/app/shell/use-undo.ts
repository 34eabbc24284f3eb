/** Undo and redo of the roster's last changes: what the buttons, the keys and the menu do, in words. */
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeRow } from "../../../shared/contract/schemas/changes";
import { peopleWords } from "../../../shared/i18n/people-words";
import { call } from "../../bridge/bridge";
import { useCall, useSend } from "../../bridge/hooks";
import { useTranslate } from "../../components/translate";
import { useCommand } from "../commands/commands";
import { toastDone, toastFailed } from "../feedback/toast";
import { isOfMany, mayUndo } from "../roster/ask-undo";
import { toastSaved } from "../roster/toast-saved";
import { undoneInPart } from "../roster/undone-in-part";
import { useLookOnly } from "../navigation/moment";
import { noteSaved } from "../session/just-saved";
import { useReadOnly } from "../session/session";
import { useSettleUnsaved } from "../unsaved/guard";

export interface Undo {
  /** What undo would take back, null: nothing. */
  readonly undoText: string | null;
  readonly redoText: string | null;
  /** Why there is nothing to take back or to do again, in words. */
  readonly nothing: (kind: "undo" | "redo") => string;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly busy: boolean;
}

function nothingToUndo(settled: boolean | undefined) {
  return settled === true ? "screen-app:undo.nothingSettled" : "screen-app:undo.nothing";
}

/** Names of texts and clauses of rules run to several lines, which no message has. */
const mostTold = 140;

function shortened(text: string | null): string | null {
  return text === null || text.length <= mostTold ? text : `${text.slice(0, mostTold).trimEnd()}…`;
}

export function useUndo(): Undo {
  const { t } = useTranslation(["screen-app", "actions"]);
  const say = useTranslate();
  const state = useCall("undoState", {}, { keepPrevious: true });
  const send = useSend("changeUndo");
  const readOnly = useReadOnly();
  const lookOnly = useLookOnly();
  const settle = useSettleUnsaved();

  // Whom it concerns, or, where that is nobody, which text, rule or post it is about.
  const what = ({ people, official, summary }: ChangeRow): string | null =>
    people === null ? (official?.fullName ?? shortened(summary)) : peopleWords(say, people);
  const named = (change: ChangeRow): string => {
    const action = t(`actions:${change.action}`);
    // "Redone: undo" would say the opposite of what happens; the person says enough.
    if (change.action === "undo" || change.action === "redo")
      return what(change) ?? t(`screen-app:undo.ofLog.${change.action}`);
    const whose = what(change);
    return whose === null ? action : `${action}: ${whose}`;
  };
  const target = (kind: "undo" | "redo") => (readOnly ? null : (state.data?.[kind] ?? null));
  const textOf = (kind: "undo" | "redo"): string | null => {
    const change = target(kind);
    return change === null ? null : t(`screen-app:undo.${kind}What`, { what: named(change) });
  };

  const nothing = (kind: "undo" | "redo"): string =>
    lookOnly ?? t(kind === "redo" ? "screen-app:undo.nothingToRedo" : nothingToUndo(state.data?.settled));

  const take = async (kind: "undo" | "redo"): Promise<void> => {
    // Asked anew: what the buttons show may be older than the press before this one.
    const now = readOnly ? null : await call("undoState", {}).catch(toastFailed);
    if (now === undefined) return;
    const change = now?.[kind] ?? null;
    if (change === null) {
      toastDone(kind === "undo" && lookOnly === null ? t(nothingToUndo(now?.settled)) : nothing(kind));
      return;
    }
    // A form with unsaved fields would go on showing what undo has just taken back.
    if (!(await settle())) return;
    try {
      if (
        kind === "undo" &&
        isOfMany(change) &&
        !(await mayUndo(say, change.id, t(`actions:${change.action}`)))
      )
        return;
      const done = await send.mutateAsync({ id: change.id });
      if (change.official !== null) noteSaved(change.official.id);
      toastSaved(
        done.staysSettled
          ? t("screen-app:undo.undoneSettled")
          : done.staysEdited > 0
            ? undoneInPart(say, done)
            : t(`screen-app:undo.${kind}Done`, { what: named(change) }),
        done,
      );
    } catch (error) {
      toastFailed(error);
    }
  };
  // One after the other, so that two quick presses mean two changes.
  const last = useRef(Promise.resolve());
  const inTurn = (kind: "undo" | "redo"): Promise<void> => {
    last.current = last.current.then(() => take(kind)).catch(toastFailed);
    return last.current;
  };
  const undo = () => inTurn("undo");
  const redo = () => inTurn("redo");
  useCommand("undo", () => void undo());
  useCommand("redo", () => void redo());
  return {
    undoText: textOf("undo"),
    redoText: textOf("redo"),
    nothing,
    undo,
    redo,
    busy: send.isPending,
  };
}
