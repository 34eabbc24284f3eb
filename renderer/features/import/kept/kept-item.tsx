/**
 * One text that waits to be matched, or a column of them that the program has no item for: whose it is, which item it belongs
 * to and what it means there, written for everybody at once.
 */
import { IconAlertTriangle } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../../shared/contract/contract";
import { formatNumber } from "../../../../shared/text/format";
import { confirm } from "../../../app/feedback/confirm";
import { toastFailed, toastRefused } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useSend } from "../../../bridge/hooks";
import { paths } from "../../../app/navigation/paths";
import { Button } from "../../../components/button";
import { type Choice, ChoiceField } from "../../../components/choice-field";
import classes from "../import.module.css";
import { MeaningField } from "../questions/meaning-field";

/** A text, or a column of texts, with whose it is. */
export type KeptText = CallResult<"keptTexts">["rows"][number];

type Unwritten = CallResult<"keptMatch">["why"];

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
  const isColumn = text === null;
  const name = text ?? heading;
  const [column, setColumn] = useState(kept.column);
  const [answer, setAnswer] = useState<string | null>(kept.offered);
  const [unwritten, setUnwritten] = useState<Unwritten>([]);
  // As another item it may be written by itself.
  const before = column === kept.column ? kept.waitsFor : null;
  const match = async (meaning: string | null) => {
    if (column === null && meaning !== null) return;
    try {
      const done = await send.mutateAsync({
        heading,
        text,
        column: column ?? columns[0]?.value ?? "",
        answer: meaning,
      });
      setUnwritten(done.why);
      if (done.changeId === null) toastRefused(t("kept.notStored", { text: name }));
      else
        toastSaved(
          meaning === null
            ? t("kept.dropped", { text: name, people: formatNumber(done.people) })
            : t("kept.matched", {
                text: name,
                people: formatNumber(done.people),
                left: formatNumber(done.left),
              }),
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
      body: t(isColumn ? "kept.dropColumn" : "kept.dropBody", { text: name, people: formatNumber(count) }),
      confirmLabel: t("kept.drop"),
      danger: true,
    });
    if (confirmed) await match(null);
  };
  return (
    <section aria-labelledby={id} className={classes.card}>
      <header className={classes.cardHead}>
        <h2 id={id} className={classes.cardTitle}>
          {isColumn ? t("kept.columnTitle", { heading }) : `“${text}”`}
        </h2>
        <span className={classes.muted}>
          {isColumn
            ? t("kept.textsOf", { text: formatNumber(kept.textCount), people: formatNumber(count) })
            : t("kept.where", { heading, people: formatNumber(count) })}
        </span>
      </header>
      {isColumn ? <ColumnTexts kept={kept} /> : <People kept={kept} />}
      <Reasons unwritten={unwritten} />
      {before === null ? null : <p className={classes.text}>{t("kept.waitsFor", { ...before })}</p>}
      {readOnly ? null : (
        <div className={classes.meaning}>
          <ChoiceField
            aria-label={t("kept.columnOf", { text: name })}
            placeholder={t("kept.column")}
            width="16rem"
            value={column}
            options={columns}
            searchable
            onChange={(chosen) => {
              setColumn(chosen);
              setAnswer(isColumn ? chosen : null);
            }}
          />
          {column === null || isColumn ? null : (
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
            disabled={column === null || answer === null || before !== null}
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

/** Whose the text is, each leading to the record. */
function People({ kept }: Pick<KeptItemProps, "kept">) {
  const { t } = useTranslation("screen-import");
  const { people, count } = kept;
  return (
    <p className={classes.keptPeople}>
      {people.map(({ id, fullName }) => (
        <a key={id} href={paths.person(id)}>
          {fullName}
        </a>
      ))}
      {count > people.length ? (
        <span>{t("kept.morePeople", { text: formatNumber(count - people.length) })}</span>
      ) : null}
    </p>
  );
}

/** For whom it could not be written, and why. */
function Reasons({ unwritten }: { readonly unwritten: Unwritten }) {
  const { t } = useTranslation("screen-import");
  return (
    <ul className={classes.keptReasons} aria-label={t("kept.unwritten")} hidden={unwritten.length === 0}>
      {unwritten.map(({ person, reason }) => (
        <li key={person.id}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>
            <a href={paths.person(person.id)}>{person.fullName}</a>: {reason}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ColumnTexts({ kept }: Pick<KeptItemProps, "kept">) {
  const { t } = useTranslation("screen-import");
  const { texts, textCount } = kept;
  return (
    <ul className={classes.keptTexts}>
      {texts.map(({ text, count, person }) => (
        <li key={text}>
          <span>{text}</span>
          <a href={paths.person(person.id)}>{person.fullName}</a>
          {count > 1 ? (
            <span className={classes.muted}>{t("kept.morePeople", { text: formatNumber(count - 1) })}</span>
          ) : null}
        </li>
      ))}
      {textCount > texts.length ? (
        <li className={classes.muted}>
          {t("kept.moreTexts", { text: formatNumber(textCount - texts.length) })}
        </li>
      ) : null}
    </ul>
  );
}
