/** One conflict: whose, which field, every value with where it comes from, and the ways to settle it. */
import { Anchor } from "@mantine/core";
import { IconMessageQuestion, IconPencil } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Written } from "../../../../shared/contract/schemas/proposed";
import type { ConflictData, ConflictValue } from "../../../../shared/contract/schemas/conflicts";
import { confirm } from "../../../app/feedback/confirm";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { paths } from "../../../app/navigation/paths";
import { useReadOnly } from "../../../app/session/session";
import { useAskAgain, useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { useWords } from "../../../components/words";
import classes from "../exchange.module.css";
import { type JoinChoice, JoinDialog } from "../duplicates/join-dialog";
import { AskDialog } from "./ask-dialog";
import { ConflictValues } from "./conflict-values";
import { canBeTyped, isRemoval, keepKey, subjectWord } from "./conflict-words";
import { OtherValueDialog } from "./other-value-dialog";

export interface ConflictItemProps {
  readonly conflict: ConflictData;
  readonly onSettled: () => void;
}

export function ConflictItem({ conflict, onSettled }: ConflictItemProps) {
  const { t } = useTranslation(["screen-conflicts", "domain"]);
  const words = useWords();
  const readOnly = useReadOnly();
  const titleId = useId();
  const settle = useSend("conflictSettle");
  const askAgain = useAskAgain();
  const [typing, setTyping] = useState(false);
  const [asking, setAsking] = useState<ConflictValue | null>(null);
  const [joining, setJoining] = useState<ConflictValue | null>(null);
  const field = subjectWord(t, conflict);

  const settled = (done: Written, removes = false) => {
    onSettled();
    // Undo brings a record back; of two values it does not open the disagreement again.
    toastSaved(t("screen-conflicts:conflicts.settled"), done, removes ? { undo: true } : {});
  };
  const keep = async (value: ConflictValue) => {
    if (value.joining !== null) {
      setJoining(value);
      return;
    }
    if (isRemoval(conflict, value)) {
      const answer = await confirm({
        title: t("screen-conflicts:conflicts.removeTitle"),
        body: t("screen-conflicts:conflicts.removeBody", { name: nameOf(conflict) }),
        confirmLabel: t(keepKey(conflict, value)),
        danger: true,
      });
      if (!answer.confirmed) return;
    }
    await take(value);
  };
  const take = async (value: ConflictValue, chosen: JoinChoice = { take: [], main: null }) => {
    try {
      const done = await settle.mutateAsync({
        id: conflict.id,
        keep: value.id,
        reason: null,
        ...(value.joining === null ? {} : chosen),
      });
      setJoining(null);
      settled(done, isRemoval(conflict, value));
    } catch (error) {
      toastFailed(error);
      askAgain("conflictsPage");
    }
  };
  return (
    <li className={classes.card} aria-labelledby={titleId}>
      <div className={classes.spread}>
        <h2 id={titleId} className={classes.cardTitle}>
          {conflict.label}: {field}
        </h2>
        {conflict.officialId === null ? null : (
          <Anchor
            inherit
            href={paths.person(conflict.officialId)}
            aria-label={t("screen-conflicts:conflicts.openPersonNamed", { name: conflict.label })}
          >
            {t("screen-conflicts:conflicts.openPerson")}
          </Anchor>
        )}
      </div>
      <p className={classes.muted}>
        {[
          conflict.unitName,
          // The heading names the person already.
          conflict.entity === "official"
            ? ""
            : t(`domain:entity.${conflict.entity}`, { defaultValue: conflict.entity }),
          conflict.rowLabel,
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      <ConflictValues
        conflict={conflict}
        field={field}
        disabled={readOnly}
        waiting={settle.isPending}
        onKeep={(value) => void keep(value)}
        onAsk={setAsking}
      />
      <div className={classes.row}>
        {canBeTyped(conflict) ? (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPencil size={15} aria-hidden />}
            disabled={readOnly}
            waiting={settle.isPending}
            onClick={() => setTyping(true)}
          >
            {t("screen-conflicts:conflicts.other")}
          </Button>
        ) : null}
        {conflict.asked === null ? null : (
          <span className={classes.mark} data-kind="ask">
            <IconMessageQuestion size={14} aria-hidden />
            {t("screen-conflicts:conflicts.asked", {
              office: conflict.asked.office,
              at: words.instant(conflict.asked.at),
            })}
          </span>
        )}
      </div>
      {typing ? (
        <OtherValueDialog
          conflict={conflict}
          field={field}
          onClose={() => setTyping(false)}
          onSettled={settled}
        />
      ) : null}
      {joining === null || joining.joining === null ? null : (
        <JoinDialog
          pair={joining.joining}
          kept="a"
          body="joinBodyOther"
          busy={settle.isPending}
          onJoin={(chosen) => void take(joining, chosen)}
          onClose={() => setJoining(null)}
        />
      )}
      {asking === null ? null : (
        <AskDialog conflict={conflict} field={field} value={asking} onClose={() => setAsking(null)} />
      )}
    </li>
  );
}

function nameOf({ label, rowLabel }: ConflictData): string {
  return rowLabel === "" ? label : `${label}, ${rowLabel}`;
}
