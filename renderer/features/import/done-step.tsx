/** After an import: what was written, what is left to match, and the way back. */
import { IconArrowBackUp, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { anyChange } from "../../../shared/contract/schemas/changes";
import { peopleWords } from "../../../shared/i18n/people-words";
import { formatNumber } from "../../../shared/text/format";
import { withNumbers } from "../../app/feedback/confirm-mass";
import { toastFailed } from "../../app/feedback/toast";
import { useGo } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { mayUndo } from "../../app/roster/ask-undo";
import { toastSaved } from "../../app/roster/toast-saved";
import { undoneInPart } from "../../app/roster/undone-in-part";
import { useCall, useSend } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { LinkButton } from "../../components/link-button";
import { useTranslate } from "../../components/translate";
import { SaveList } from "./kept/save-list";
import { StepHeading } from "./parts/step-heading";
import type { Flow, ImportActions } from "./use-import";
import classes from "./import.module.css";

export function DoneStep({ flow }: { readonly flow: Flow & ImportActions }) {
  const { t } = useTranslation("screen-import");
  const go = useGo();
  const { result } = flow;
  const undo = useImportUndo(result?.changeId ?? null);
  if (result === null) return null;
  const { added, changed, unchanged, duplicates, left, kept, told, changeId } = result;
  const rest = [
    { key: "unchanged", count: unchanged },
    { key: "duplicates", count: duplicates },
    { key: "left", count: left },
    { key: "kept", count: kept },
  ] as const;
  return (
    <div className={classes.scroll}>
      <div className={classes.done}>
        <IconCircleCheck size={28} stroke={1.75} aria-hidden />
        <div>
          <StepHeading>{t(undo.isUndone ? "done.undone" : "done.title")}</StepHeading>
          <p className={classes.text} role="status">
            {undo.isUndone
              ? [
                  t("done.undoneText"),
                  ...(undo.stays === 0 ? [] : [t("done.stays", { text: formatNumber(undo.stays) })]),
                ].join(" ")
              : t("done.what", { added: formatNumber(added), changed: formatNumber(changed) })}
          </p>
        </div>
      </div>
      {undo.isUndone ? null : (
        <ul className={classes.lines}>
          {rest
            .filter(({ count }) => count > 0)
            .map(({ key, count }) => (
              <li key={key}>{t(`done.rest.${key}`, { text: formatNumber(count) })}</li>
            ))}
        </ul>
      )}
      {told === 0 || undo.isUndone ? null : (
        <>
          <p className={classes.text}>{t("done.told", { text: formatNumber(told) })}</p>
          <div className={classes.row}>
            <SaveList of="last" label={t("done.saveTold")} />
          </div>
        </>
      )}
      <div className={classes.row}>
        <Button onClick={() => void go.toEverybody()}>{t("done.toList")}</Button>
        {kept === 0 || undo.isUndone ? null : (
          <LinkButton href={paths.keptTexts()}>{t("done.toKept", { text: formatNumber(kept) })}</LinkButton>
        )}
        {kept + left + duplicates === 0 || undo.isUndone ? null : (
          <LinkButton href={paths.leftovers()}>
            {t("done.toLeft", { text: formatNumber(kept + left + duplicates) })}
          </LinkButton>
        )}
        <Button variant="default" onClick={() => void flow.again()}>
          {t("done.again")}
        </Button>
        {changeId === null || undo.isUndone ? null : (
          <Button
            variant="subtle"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            loading={undo.undoing}
            onClick={() => void undo.run(changeId)}
          >
            {t("done.undo")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Whether what the import wrote stands: the keys of undo and redo reach it from here too. */
function useStands(changeId: number | null): boolean {
  const { data } = useCall(
    "changesPage",
    { before: (changeId ?? 0) + 1, limit: 1, officialId: null, filter: anyChange },
    { enabled: changeId !== null },
  );
  return data?.rows.find(({ id }) => id === changeId)?.inForce ?? true;
}

/** Takes back what the import wrote and leaves what was edited since. @param changeId null: nothing was written */
function useImportUndo(changeId: number | null) {
  const { t } = useTranslation(["screen-import", "actions"]);
  const { on } = useMoment();
  const say = useTranslate();
  const send = useSend("changeUndo");
  /** People who stay because somebody edited them since; null: nothing was taken back. */
  const [stays, setStays] = useState<number | null>(null);
  const stands = useStands(changeId);
  const [stood, setStood] = useState(stands);
  if (stood !== stands) {
    setStood(stands);
    if (stands) setStays(null);
  }
  const run = async (id: number) => {
    const words = { title: t("done.undo"), confirmLabel: t("done.undo") };
    try {
      if (!(await mayUndo(say, id, t("actions:import")))) return;
      const undone = await withNumbers(words, (confirmed) => send.mutateAsync({ id, on, confirmed }));
      if (undone === null) return;
      setStays(undone.staysEdited);
      const { people } = undone;
      toastSaved(
        people !== null
          ? t("done.undoneOf", { people: peopleWords(say, people) })
          : undone.staysEdited > 0
            ? undoneInPart(say, undone)
            : t("done.undone"),
        undone,
      );
    } catch (error) {
      toastFailed(error);
    }
  };
  return { run, isUndone: !stands || stays !== null, stays: stays ?? 0, undoing: send.isPending };
}
