/**
 * A change of the rules before it is written: what is entered, whose status it would turn, and only then the button. The
 * one way in which this screen writes sets, rules and posts, so that none of them is saved unseen.
 */
import { useDebouncedValue } from "@mantine/hooks";
import { type FormEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ErrorData } from "../../../../shared/contract/errors";
import type { WeakRuleData } from "../../../../shared/contract/schemas/rules";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { confirm } from "../../../app/feedback/confirm";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useReadOnly } from "../../../app/session/session";
import { useUnsavedGuard } from "../../../app/unsaved/guard";
import { errorDataOf } from "../../../bridge/bridge";
import { useSend } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { DialogFoot } from "../../../components/dialog-foot";
import { useWords } from "../../../components/words";
import { formatNumber } from "../../../../shared/text/format";
import { leadToMistake } from "../../../components/keyboard/first-mistake";
import { FirstFocus } from "../../../records/field/first-focus";
import classes from "./rules.module.css";
import { NoLevel } from "./no-level";
import { PreviewLink } from "./preview-link";
import { RulesPreviewPanel } from "./rules-preview-panel";
import { useRulesPreview } from "./use-rules-preview";
import { WeakRules } from "./weak-rules";

export interface DraftDialogProps {
  readonly title: string;
  readonly hint?: string;
  /** What would be written; empty while nothing differs. */
  readonly edits: readonly RuleEdit[];
  /** Whether closing would lose something that was typed; left out: whether anything would be written. */
  readonly typed?: boolean;
  /** What is entered cannot be written yet; it is said beside the fields once somebody tried. */
  readonly hasErrors: boolean;
  readonly onAttempt: () => void;
  /** Among what is entered is a rule whose level was left blank. */
  readonly noLevel?: boolean;
  /** What the main process would not write, or the user not after a second look, and why. */
  readonly onRefused?: (refusal: Refusal) => void;
  /** Said once it is written. */
  readonly saved: string;
  readonly saveLabel?: string;
  readonly onSaved?: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

export type Refusal =
  | { readonly error: ErrorData }
  | { readonly weaker: readonly WeakRuleData[] }
  | { readonly noLevel: true };

/** A pause in typing after which the preview is asked for. */
const pauseMs = 400;

export function DraftDialog(props: DraftDialogProps) {
  const { t } = useTranslation("screen-rules");
  const { edits, hasErrors, onClose, typed = edits.length > 0, noLevel = false } = props;
  const words = useWords();
  const readOnly = useReadOnly();
  const send = useSend("rulesSave");
  // Asked once more before saving: what was typed last may not have been looked at yet.
  const preview = useSend("rulesPreview");
  const { moment } = useMoment();
  const dirty = edits.length > 0;
  useUnsavedGuard({ dirty: typed });
  const [previewed] = useDebouncedValue(edits, pauseMs);
  const shown = dirty && !hasErrors;
  const asked = useRulesPreview(shown ? previewed : []);
  const panel = useRef<HTMLElement>(null);
  const refuse = (refusal: Refusal, form: HTMLFormElement) => {
    props.onRefused?.(refusal);
    // Once what is wrong stands beside its field; the preview may have said it long before.
    setTimeout(() => leadToMistake(form), 0);
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { currentTarget: form } = event;
    props.onAttempt();
    if (hasErrors) return;
    if (!dirty) {
      onClose();
      return;
    }
    try {
      const { weaker, people } = await preview.mutateAsync({ edits: [...edits], moment });
      if (weaker.length > 0 || noLevel) {
        const answer = await confirm({
          title: t(weaker.length > 0 ? "weaker.confirmTitle" : "noLevel.confirmTitle"),
          body: (
            <>
              <WeakRules weaker={weaker} />
              {noLevel ? <NoLevel /> : null}
              <p>
                {t("preview.titleOn", { day: words.date(moment.on) })}:{" "}
                {people === 0 ? t("preview.nobody") : t("preview.people", { people: formatNumber(people) })}
              </p>
            </>
          ),
          confirmLabel: t("weaker.confirm"),
        });
        if (!answer.confirmed) {
          refuse(weaker.length > 0 ? { weaker } : { noLevel: true }, form);
          return;
        }
      }
      const written = await send.mutateAsync({ edits: [...edits] });
      toastSaved(props.saved, written, { undo: true });
      props.onSaved?.();
      onClose();
    } catch (error) {
      toastFailed(error);
      refuse({ error: errorDataOf(error) }, form);
    }
  };
  return (
    <Dialog
      dirty={typed}
      busy={send.isPending || preview.isPending}
      onClose={onClose}
      size="52rem"
      title={props.title}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        {props.hint === undefined ? null : <p className={classes.hint}>{props.hint}</p>}
        <FirstFocus>{props.children}</FirstFocus>
        {shown && noLevel ? <NoLevel /> : null}
        {shown ? <RulesPreviewPanel ref={panel} edits={previewed} asked={asked} /> : null}
        <DialogFoot beside={shown ? <PreviewLink asked={asked} panel={panel} /> : null}>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={send.isPending || preview.isPending} disabled={readOnly}>
            {props.saveLabel ?? t("save")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
