/** One rule in words with its clause, and what can be done with it. */
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type RowFields, textOf } from "../../../shared/domain/validate/fields";
import { useReadOnly } from "../../app/session/session";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { useWords } from "../../components/words";
import type { Waiting } from "../../records/waiting";
import { periodText } from "./period-text";
import { ruleSentence } from "./rule-sentence";
import type { EndedRow } from "./rules/end-dialog";
import type { EditedRow } from "./rules/row-dialog";
import { VerifiedControl } from "./verified-control";
import classes from "./catalog.module.css";
import { LawText } from "../../components/law-text";

export interface RuleItemProps {
  readonly id: string;
  readonly fields: RowFields;
  readonly waiting: Waiting;
  readonly onEdit: (row: EditedRow) => void;
  readonly onEnd: (row: EndedRow) => void;
}

export function RuleItem({ id, fields, waiting, onEdit, onEnd }: RuleItemProps) {
  const { t } = useTranslation(["screen-catalog", "screen-rules", "domain"]);
  const words = useWords();
  const readOnly = useReadOnly();
  const { knownOn } = useMoment();
  const posts = useCall("postsList", { knownOn });
  const written = waiting.over(id, fields);
  const clause = textOf(fields, "clause") ?? "";
  const notes = [
    clause,
    textOf(fields, "note"),
    periodText(t, words, textOf(fields, "validFrom"), textOf(fields, "validTo")),
  ].filter((part) => part !== null && part !== "");
  return (
    <li className={classes.rule}>
      <div className={classes.ruleText}>
        <p>
          <LawText text={ruleSentence(t, fields, posts.data)} />
        </p>
        <p className={classes.muted}>
          <LawText text={notes.join(" · ")} />
        </p>
      </div>
      <div className={classes.setActions}>
        <VerifiedControl
          entity="standardRule"
          id={id}
          name={clause}
          verified={written["verified"] === true}
          waiting={waiting.of(id) !== null}
          onEdit={() =>
            onEdit({
              entity: "standardRule",
              id,
              isNew: false,
              fields: written,
              title: clause,
              isWaiting: (field) => waiting.isWaiting(id, field),
            })
          }
        />
        <Tooltip label={t("screen-rules:end.action")}>
          <ActionIcon
            variant="subtle"
            disabled={readOnly}
            aria-label={t("screen-rules:end.actionNamed", { name: clause })}
            onClick={() => onEnd({ entity: "standardRule", id, fields: written, title: clause })}
          >
            <IconCalendarOff size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </li>
  );
}
