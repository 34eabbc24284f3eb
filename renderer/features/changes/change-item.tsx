/** One change: who, when, what; opened, every field before and after; and undo with its refusal in words. */
import { Anchor, Collapse, UnstyledButton } from "@mantine/core";
import { IconArrowBackUp, IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeRow } from "../../../shared/contract/schemas/changes";
import { peopleWords } from "../../../shared/i18n/people-words";
import { withNumbers } from "../../app/feedback/confirm-mass";
import { toastFailed } from "../../app/feedback/toast";
import { mayRedo, mayUndo } from "../../app/roster/ask-undo";
import { toastSaved } from "../../app/roster/toast-saved";
import { undoneInPart } from "../../app/roster/undone-in-part";
import { paths } from "../../app/navigation/paths";
import { useReadOnly } from "../../app/session/session";
import { useSend } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { ErrorNotice } from "../../components/error-notice";
import { useTranslate } from "../../components/translate";
import { useWords } from "../../components/words";
import { useReceptionUndo } from "../exchange/receive/use-reception-undo";
import { ChangeDetails } from "./change-details";
import classes from "./changes.module.css";

/** Changes that made the roster what it is. */
const foundations = ["init", "sample"];

export interface ChangeItemProps {
  readonly row: ChangeRow;
  /** In whose history it is shown; null: in the whole log. */
  readonly officialId: string | null;
  readonly compact: boolean;
}

export function ChangeItem({ row, officialId, compact }: ChangeItemProps) {
  const { t } = useTranslation(["screen-changes", "actions"]);
  const words = useWords();
  const say = useTranslate();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState(false);
  const undo = useSend("changeUndo");
  const reception = useReceptionUndo();
  const { on } = useMoment();
  const detailsId = useId();
  const action = t(`actions:${row.action}`, { defaultValue: row.action });
  // Taking back an undo does again what it undid.
  const isUndo = row.action === "undo";
  // Its line names them, each by its part in it.
  const isNamed = row.about.length > 0;
  const who = row.people === null ? (row.official?.fullName ?? "") : peopleWords(say, row.people);
  // What a reception brought that was taken back is not here any more.
  const isGone = row.takenBack !== null;
  const counted = row.opCount - row.waits - row.refused;

  const takeBack = async () => {
    if (row.reception !== null) {
      await reception.undo(row.reception);
      return;
    }
    const asked = () => (isUndo ? mayRedo(say, row.id) : mayUndo(say, row.id, action));
    const agreed = row.people === null || (await asked().catch(toastFailed)) === true;
    if (!agreed) return;
    // A refusal stays beside the change, where the sentence makes sense.
    const words = { title: t("screen-changes:undoMuch"), confirmLabel: t("screen-changes:undo") };
    const undone = await withNumbers(words, (confirmed) =>
      undo.mutateAsync({ id: row.id, on, confirmed }),
    ).catch(() => null);
    if (undone === null) return;
    toastSaved(
      undone.staysEdited > 0 && !undone.staysSettled
        ? undoneInPart(say, undone)
        : t(
            undone.staysSettled
              ? "screen-changes:undoneStaysSettled"
              : undone.staysRemoved
                ? "screen-changes:undoneStaysRemoved"
                : undone.people === null
                  ? "screen-changes:undone"
                  : isUndo
                    ? "screen-changes:redoneOf"
                    : "screen-changes:undoneOf",
            undone.people === null ? {} : { people: peopleWords(say, undone.people) },
          ),
      undone,
    );
  };

  return (
    <li className={classes.item} data-undone={!row.inForce || undefined}>
      <div className={classes.head}>
        <UnstyledButton
          className={classes.toggle ?? ""}
          data-own={row.receivedAt === null || undefined}
          {...(isGone
            ? { disabled: true }
            : {
                "aria-expanded": open,
                "aria-controls": detailsId,
                onClick: () => setOpen((before) => !before),
              })}
        >
          <IconChevronRight size={16} className={classes.chevron} data-open={open || undefined} aria-hidden />
          <time className={classes.at} dateTime={row.at}>
            {words.instant(row.at)}
          </time>
          {row.receivedAt === null ? null : (
            <span className={classes.count}>
              {[
                t("screen-changes:receivedAt", { at: words.instant(row.receivedAt) }),
                ...row.files.map((file) =>
                  t("screen-changes:byFile", { office: file.office, text: String(file.number) }),
                ),
              ].join(", ")}
            </span>
          )}
          <span className={classes.action}>{action}</span>
          <span className={classes.what} title={row.summary ?? undefined}>
            {compact || who === "" || isNamed ? null : <strong className={classes.who}>{who}</strong>}
            {row.summary}
          </span>
          <span className={classes.user}>
            {[row.user, ...(row.receivedAt === null || row.office === null ? [] : [row.office])].join(", ")}
          </span>
          {row.partial ? <span className={classes.badge}>{t("screen-changes:partial")}</span> : null}
          {row.summary === null && row.opCount > 1 ? (
            <span className={classes.count}>{t("screen-changes:values", { count: row.opCount })}</span>
          ) : null}
          {row.waits === 0 ? null : <span className={classes.badge}>{t("screen-changes:waits")}</span>}
          {row.refused === row.withdrawn ? null : (
            <span className={classes.badge}>{t("screen-changes:refused")}</span>
          )}
          {row.withdrawn === 0 ? null : (
            <span className={classes.badge}>{t("screen-changes:withdrawn")}</span>
          )}
          {row.takenBack === null ? null : (
            <span className={classes.badge}>
              {t("screen-changes:takenBack", {
                at: words.instant(row.takenBack.at),
                user: row.takenBack.user,
              })}
            </span>
          )}
          {row.undoneBy === null ? null : (
            <span className={classes.badge}>
              {t(
                row.inForce
                  ? "screen-changes:doneAgain"
                  : isUndo
                    ? "screen-changes:redoneLater"
                    : "screen-changes:wasUndone",
              )}
            </span>
          )}
        </UnstyledButton>
        <div className={classes.itemActions}>
          {compact || isNamed || row.official === null || !row.official.present ? null : (
            <Anchor className={classes.openPerson ?? ""} href={paths.person(row.official.id)}>
              {t("screen-changes:openPerson")}
            </Anchor>
          )}
          {compact
            ? null
            : row.about
                .filter(({ present }) => present)
                .map((person, place, present) => (
                  <OpenNamed key={person.id} person={person} n={present.length > 1 ? place + 1 : null} />
                ))}
          {row.undoneBy !== null ||
          isGone ||
          readOnly ||
          counted === 0 ||
          row.ofTrust ||
          row.settledAsShown ||
          foundations.includes(row.action) ? null : (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowBackUp size={15} aria-hidden />}
              loading={undo.isPending || reception.undoing}
              aria-label={t(isUndo ? "screen-changes:redoNamed" : "screen-changes:undoNamed", {
                action,
                at: words.instant(row.at),
              })}
              onClick={() => void takeBack()}
            >
              {t(isUndo ? "screen-changes:redo" : "screen-changes:undo")}
            </Button>
          )}
        </div>
      </div>
      {row.from === null ? null : (
        <p className={classes.reason}>{t("screen-changes:from", { offices: row.from })}</p>
      )}
      {row.reason === null ? null : (
        <p className={classes.reason}>{t("screen-changes:reason", { reason: row.reason })}</p>
      )}
      {undo.error === null ? null : <ErrorNotice error={undo.error} />}
      <div id={detailsId}>
        <Collapse expanded={open}>
          {open ? <ChangeDetails changeId={row.id} officialId={officialId} /> : null}
        </Collapse>
      </div>
    </li>
  );
}

interface OpenNamedProps {
  readonly person: ChangeRow["about"][number];
  /** Which of several it is; null: the only one. */
  readonly n: number | null;
}

/** Two people whom one change names mostly have one name: the links say what tells them apart. */
function OpenNamed({ person: { id, fullName, told }, n }: OpenNamedProps) {
  const { t } = useTranslation("screen-changes");
  const label = n === null ? t("openPerson") : told === "" ? t("openNth", { n }) : t("openTold", { told });
  return (
    <Anchor
      className={classes.openPerson ?? ""}
      href={paths.person(id)}
      title={`${label}: ${fullName}`}
      aria-label={`${label}: ${fullName}`}
    >
      {label}
    </Anchor>
  );
}
