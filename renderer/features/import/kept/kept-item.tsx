/** One text that waits to be matched: which item it belongs to and what it means there, written for everybody at once. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../../shared/contract/contract";
import { formatNumber } from "../../../../shared/text/format";
import { confirm } from "../../../app/feedback/confirm";
import { toastDone, toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { type Choice, ChoiceField } from "../../../components/choice-field";
import classes from "../import.module.css";
import { MeaningField } from "../questions/meaning-field";

/** A text with how many people have it. */
export type KeptText = CallResult<"keptTexts">["rows"][number];

export interface KeptItemProps {
  readonly kept: KeptText;
  /** Columns of people that a text can be a value of. */
  readonly columns: readonly Choice[];
  readonly readOnly: boolean;
}

export function KeptItem({ kept, columns, readOnly }: KeptItemProps) {
  const { t } = useTranslation("screen-import");
  const id = useId();
  const send = useSend("keptMatch");
  const { heading, text, count } = kept;
  const [column, setColumn] = useState(kept.column);
  const [answer, setAnswer] = useState<string | null>(null);
  const match = async (meaning: string | null) => {
    if (column === null && meaning !== null) return;
    try {
      const done = await send.mutateAsync({
        heading,
        text,
        column: column ?? columns[0]?.value ?? "",
        answer: meaning,
      });
      if (done.changeId === null) toastDone(t("kept.notStored", { text }));
      else
        toastSaved(
          meaning === null
            ? t("kept.dropped", { text, people: formatNumber(done.people) })
            : t("kept.matched", { text, people: formatNumber(done.people), left: formatNumber(done.left) }),
          done,
          { undo: true },
        );
    } catch (error) {
      toastFailed(error);
    }
  };
  const drop = async () => {
    const { confirmed } = await confirm({
      title: t("kept.dropTitle"),
      body: t("kept.dropBody", { text, people: formatNumber(count) }),
      confirmLabel: t("kept.drop"),
      danger: true,
    });
    if (confirmed) await match(null);
  };
  return (
    <section aria-labelledby={id} className={classes.card}>
      <header className={classes.cardHead}>
        <h2 id={id} className={classes.cardTitle}>
          “{text}”
        </h2>
        <span className={classes.muted}>{t("kept.where", { heading, people: formatNumber(count) })}</span>
      </header>
      {readOnly ? null : (
        <div className={classes.meaning}>
          <ChoiceField
            aria-label={t("kept.columnOf", { text })}
            placeholder={t("kept.column")}
            width="16rem"
            value={column}
            options={columns}
            searchable
            onChange={(chosen) => {
              setColumn(chosen);
              setAnswer(null);
            }}
          />
          {column === null ? null : (
            <MeaningField
              key={column}
              question={{
                kind: "kept",
                column,
                text,
                choices: column === kept.column ? kept.choices : [],
                answer,
              }}
              onAnswer={setAnswer}
            />
          )}
          <Button
            disabled={column === null || answer === null}
            loading={send.isPending}
            onClick={() => void match(answer)}
          >
            {t("kept.write", { people: formatNumber(count) })}
          </Button>
          <Button variant="subtle" onClick={() => void drop()}>
            {t("kept.dropAction")}
          </Button>
        </div>
      )}
    </section>
  );
}
