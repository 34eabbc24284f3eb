/**
 * Keeps what is typed into a form in the roster's file until it is saved or given up (decision 49). A form says what it
 * holds; that it goes when the form goes, and stays when the program or the page fails, follows here.
 */
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { FormDraft, ToldFormDraft } from "../../../shared/contract/schemas/form-drafts";
import { call, errorDataOf } from "../../bridge/bridge";
import { toastFailed, toastRefused } from "../feedback/toast";
import { useReadOnly, useSession } from "../session/session";
import { DraftKeeper } from "./draft-keeper";
import { keepable } from "./keepable";
import { liveForms, useTaken } from "./live-forms";

export interface KeptDraft {
  /** Something was typed that is not part of the form's state, as in a dialog of its own. */
  readonly touch: () => void;
  /** Goes on from a draft that the form took in by itself. */
  readonly takeOver: (id: string) => void;
}

export interface KeptForm {
  /** What the form holds that is not saved; null where nothing is. Read later too, then as the form stands. */
  readonly content: () => FormDraft | null;
  /** Differs once something was typed. */
  readonly mark: unknown;
  /** Whose draft the form takes in when somebody takes it up, and how. */
  readonly isMeant?: (draft: ToldFormDraft) => boolean;
  readonly onTaken?: (draft: ToldFormDraft) => void;
}

const never = () => false;

export function useKeptDraft({ content, mark, isMeant = never, onTaken }: KeptForm): KeptDraft {
  const { path } = useSession();
  const readOnly = useReadOnly();
  const read = useEffectEvent(content);
  const { t } = useTranslation(["screen-app", "domain"]);
  const sayLeft = useEffectEvent((fields: readonly string[]) => {
    const names = fields.map((field) => t(`domain:field.${field}` as "domain:field.official.note"));
    toastRefused(t("screen-app:drafts.tooLong", { fields: names.join(", ") }));
  });
  const [keeper] = useState(() => makeKeeper((fields) => sayLeft(fields)));
  const touch = () => {
    if (!readOnly) keeper.changed(() => read());
  };
  const changed = useEffectEvent((_by: unknown) => touch());
  useEffect(() => changed(mark), [mark]);

  const begun = useRef(path);
  useEffect(() => {
    if (begun.current === path) return;
    begun.current = path;
    keeper.forget();
    changed(path);
  }, [keeper, path]);

  useEffect(() => {
    const form = {
      get ids() {
        return keeper.ids;
      },
      drop: () => keeper.drop(),
    };
    const leave = liveForms.add(form);
    const flush = () => void keeper.flush();
    window.addEventListener("blur", flush);
    document.addEventListener("focusout", flush);
    return () => {
      window.removeEventListener("blur", flush);
      document.removeEventListener("focusout", flush);
      leave();
      if (liveForms.hasFailed) keeper.end();
      else void keeper.drop();
    };
  }, [keeper]);

  const takeOver = (id: string) => {
    keeper.takeOver(id, () => read());
    liveForms.tell();
  };
  const taken = useTaken(isMeant);
  const takeIn = useEffectEvent((draft: ToldFormDraft) => {
    takeOver(draft.id);
    onTaken?.(draft);
    liveForms.take(null);
  });
  useEffect(() => {
    if (taken !== null) takeIn(taken);
  }, [taken]);
  return { touch, takeOver };
}

/** @param onLeft told which texts are too long to be kept, when these are others than before */
function makeKeeper(onLeft: (fields: readonly string[]) => void): DraftKeeper {
  let said = "";
  return new DraftKeeper({
    keep: (id, typed, instead) => {
      const { draft, left } = keepable(typed);
      const fields = [...new Set(left.map(({ entity, field }) => `${entity}.${field}`))];
      if (fields.join(" ") !== said && fields.length > 0) onLeft(fields);
      said = fields.join(" ");
      return call("formDraftKeep", { id, draft, instead: [...instead] });
    },
    drop: (ids) => call("formDraftsDrop", { ids: [...ids] }),
    newId,
    now: () => performance.now(),
    isPassing: (error) => ["busy", "file-in-use"].includes(errorDataOf(error).code),
    onFailed: toastFailed,
  });
}
