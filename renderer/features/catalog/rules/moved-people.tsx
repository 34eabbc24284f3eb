/** The people behind a number of a preview, page by page. */
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Move } from "../../../../shared/contract/schemas/rules";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { formatNumber } from "../../../../shared/text/format";
import { useCall } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { useWords } from "../../../components/words";
import { useMoveText } from "./move-text";
import classes from "./rules.module.css";

export interface Opened {
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly move: Move;
}

const pageSize = 50;

export interface MovedPeopleProps {
  /** The day of the number that was opened. */
  readonly day: string;
  readonly edits: readonly RuleEdit[];
  readonly opened: Opened;
  readonly onClose: () => void;
}

export function MovedPeople({ day, edits, opened, onClose }: MovedPeopleProps) {
  const { t } = useTranslation("screen-rules");
  const words = useWords();
  const moveText = useMoveText();
  const { moment } = useMoment();
  const { unitId, unitName, move } = opened;
  const { standard, from, to } = move;
  const [shown, setShown] = useState(pageSize);
  const asked = useCall(
    "rulesPreviewPeople",
    {
      edits: [...edits],
      moment: { ...moment, on: day },
      unitId,
      move: { standard, from, to },
      offset: 0,
      limit: Math.min(shown, 200),
    },
    { keepPrevious: true },
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = [moveText(move), ...(unitName === null ? [] : [unitName])].join(", ");
  return (
    <div className={classes.people}>
      <div className={classes.peopleHead}>
        <h4 ref={heading} tabIndex={-1} className={classes.peopleTitle}>
          {title}
        </h4>
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {t("people.close")}
        </Button>
      </div>
      {asked.error !== null ? <ErrorNotice error={asked.error} /> : null}
      <table className={classes.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t("people.name")}</th>
            <th scope="col">{t("people.birth")}</th>
            <th scope="col">{t("people.post")}</th>
            <th scope="col">{t("people.unit")}</th>
          </tr>
        </thead>
        <tbody>
          {(asked.data?.people ?? []).map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.fullName}</th>
              <td>{words.date(person.birth)}</td>
              <td>{person.postName ?? ""}</td>
              <td>{person.unitName}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked.data !== undefined && asked.data.total > asked.data.people.length ? (
        <p className={classes.hint}>
          {t("people.shown", {
            shown: formatNumber(asked.data.people.length),
            total: formatNumber(asked.data.total),
          })}{" "}
          {shown < 200 ? (
            <Button variant="default" size="compact-sm" onClick={() => setShown(200)}>
              {t("people.more")}
            </Button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
