/** One rule in words with its clause. */
import { useTranslation } from "react-i18next";
import { type RowFields, textOf } from "../../../shared/domain/validate/fields";
import type { EditedRow } from "./catalog-row-dialog";
import type { Waiting } from "../../records/waiting";
import { ruleSentence } from "./rule-sentence";
import { VerifiedControl } from "./verified-control";
import classes from "./catalog.module.css";

export interface RuleItemProps {
  readonly id: string;
  readonly fields: RowFields;
  readonly waiting: Waiting;
  readonly onEdit: (row: EditedRow) => void;
}

export function RuleItem({ id, fields, waiting, onEdit }: RuleItemProps) {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const written = waiting.over(id, fields);
  const clause = textOf(fields, "clause") ?? "";
  const note = textOf(fields, "note");
  return (
    <li className={classes.rule}>
      <div className={classes.ruleText}>
        <p>{ruleSentence(t, fields)}</p>
        <p className={classes.muted}>{note === null ? clause : `${clause} · ${note}`}</p>
      </div>
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
            fields: written,
            title: clause,
            isWaiting: (field) => waiting.isWaiting(id, field),
          })
        }
      />
    </li>
  );
}
