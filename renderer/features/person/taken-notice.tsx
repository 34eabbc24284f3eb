/**
 * Says over a person's form that what stands in it was typed before the program ended and is not saved yet, and of which
 * fields the roster says otherwise by now: each can be given back to the roster, none is decided silently.
 */
import { useTranslation } from "react-i18next";
import type { ToldFormDraft } from "../../../shared/contract/schemas/form-drafts";
import { instantText } from "../../../shared/i18n";
import { Button } from "../../components/button";
import type { ChangedMeanwhile } from "../../records/form-draft";
import { useRowReader } from "../../records/row-words";
import classes from "./person.module.css";

/** A draft that the form took in. */
export interface TakenDraft {
  readonly draft: ToldFormDraft;
  readonly changed: readonly ChangedMeanwhile[];
}

export interface TakenNoticeProps {
  readonly taken: TakenDraft;
  /** Takes what the roster says in place of what was typed. */
  readonly onGiveBack: (changed: ChangedMeanwhile) => void;
}

export function TakenNotice({ taken, onGiveBack }: TakenNoticeProps) {
  const { t } = useTranslation("screen-person");
  const { draft, changed } = taken;
  const since = t(draft.joined ? "taken.joined" : "taken.changed");
  return (
    <section className={classes.taken} role="status" aria-label={t("taken.label")}>
      <p>
        {t("taken.said", { at: instantText(draft.at) })}
        {changed.length === 0 ? "" : ` ${since}`}
      </p>
      {changed.length === 0 ? null : (
        <ul>
          {changed.map((one) => (
            <ChangedField
              key={`${one.rowId} ${one.field}`}
              changed={one}
              onGiveBack={() => onGiveBack(one)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ChangedFieldProps {
  readonly changed: ChangedMeanwhile;
  readonly onGiveBack: () => void;
}

function ChangedField({ changed, onGiveBack }: ChangedFieldProps) {
  const { t } = useTranslation(["screen-person", "domain"]);
  const { entity, rowId, field, now } = changed;
  const reader = useRowReader(entity);
  const row = { id: rowId, isNew: false, ...now };
  const name = t(`domain:field.${entity}.${field}`);
  const label = entity === "official" ? name : `${reader.name(row)}: ${name}`;
  const value = reader.text(row, field) || t("screen-person:taken.blank");
  return (
    <li>
      {t("screen-person:taken.field", { field: label, value })}{" "}
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t("screen-person:taken.giveBackNamed", { field: label })}
        onClick={onGiveBack}
      >
        {t("screen-person:taken.giveBack")}
      </Button>
    </li>
  );
}
