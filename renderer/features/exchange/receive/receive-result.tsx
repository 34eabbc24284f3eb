/** After a reception: what was taken in, what is left to settle, and the way back. */
import { IconArrowBackUp, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ReceiveSummary } from "../../../../shared/contract/schemas/exchange";
import { formatNumber } from "../../../../shared/text/format";
import { useGo } from "../../../app/navigation/navigation";
import { paths } from "../../../app/navigation/paths";
import { useCall } from "../../../bridge/hooks";
import { LinkButton } from "../../../components/link-button";
import { StepHeading } from "../parts/step-heading";
import classes from "../exchange.module.css";
import { Button } from "../../../components/button";
import { ApartJoined } from "./apart-joined";
import { useCountWords } from "./count-words";
import { FileResults } from "./file-results";
import { useReceptionUndo } from "./use-reception-undo";

export interface ReceiveResultProps {
  /** Null: there was nothing to keep. */
  readonly receptionId: number | null;
  readonly summary: ReceiveSummary;
  readonly onAgain: () => void;
}

export function ReceiveResult({ receptionId, summary, onAgain }: ReceiveResultProps) {
  const { t } = useTranslation("screen-exchange");
  const countWords = useCountWords();
  const go = useGo();
  const { undo, undoing } = useReceptionUndo();
  const receptions = useCall("receptionsList", {}, { enabled: receptionId !== null });
  const row = receptions.data?.find(({ id, canUndo }) => id === receptionId && canUndo);
  const { conflicts, proposals, decided, unreadable, duplicates, waiting } = summary;
  return (
    <>
      <div className={classes.done}>
        <IconCircleCheck size={28} stroke={1.75} aria-hidden />
        <div>
          <StepHeading>{t("done.title")}</StepHeading>
          <p className={classes.text} role="status">
            {receptionId === null
              ? t("done.nothing")
              : t("done.what", {
                  what: countWords({ ...summary, duplicates: 0, waiting: 0 }),
                })}
          </p>
        </div>
      </div>
      {waiting === 0 ? null : (
        <p className={classes.notice}>{t("done.waiting", { text: formatNumber(waiting) })}</p>
      )}
      <ApartJoined pairs={summary.apartJoined} received />
      <div className={classes.row}>
        {conflicts === 0 ? null : (
          <LinkButton href={paths.conflicts()} primary>
            {t("done.toConflicts", { text: formatNumber(conflicts) })}
          </LinkButton>
        )}
        {proposals === 0 ? null : (
          <LinkButton href={paths.proposals()}>
            {t("done.toProposals", { text: formatNumber(proposals) })}
          </LinkButton>
        )}
        {decided === 0 ? null : (
          <LinkButton href={paths.proposals()}>
            {t("done.toDecided", { text: formatNumber(decided) })}
          </LinkButton>
        )}
        {unreadable === 0 ? null : (
          <LinkButton href={paths.exchange("unreadable")}>
            {t("done.toUnreadable", { text: formatNumber(unreadable) })}
          </LinkButton>
        )}
        {duplicates === 0 ? null : (
          <LinkButton href={paths.exchange("duplicates")}>
            {t("done.toDuplicates", { text: formatNumber(duplicates) })}
          </LinkButton>
        )}
        <Button variant="default" onClick={onAgain}>
          {t("done.again")}
        </Button>
        <Button variant="default" onClick={() => void go.toExchange()}>
          {t("done.finish")}
        </Button>
        {row === undefined ? null : (
          <Button
            variant="subtle"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            loading={undoing}
            onClick={() => void undo(row.id).then((undone) => (undone ? onAgain() : undefined))}
          >
            {t("done.undo")}
          </Button>
        )}
      </div>
      <FileResults files={summary.files} received />
    </>
  );
}
