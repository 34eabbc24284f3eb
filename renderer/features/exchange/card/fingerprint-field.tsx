/** Eight boxes for the digits on the paper; the next box takes over by itself, a pasted text fills all. */
import { TextInput } from "@mantine/core";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import classes from "./card.module.css";
import { groupLength, isComplete, withTyped, wrongGroups } from "./fingerprint";

export interface FingerprintFieldProps {
  readonly groups: readonly string[];
  /** The card's own, compared with once all is typed, and shown nowhere. */
  readonly fingerprint: string;
  /** Trust was asked for: what is missing is said. */
  readonly attempted: boolean;
  readonly onChange: (groups: readonly string[]) => void;
}

export function FingerprintField({ groups, fingerprint, attempted, onChange }: FingerprintFieldProps) {
  const { t } = useTranslation("screen-offices");
  const hintId = useId();
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const wrong = wrongGroups(groups, fingerprint);
  const complete = isComplete(groups);
  const focus = (place: number) => {
    boxes.current[place]?.focus();
    boxes.current[place]?.select();
  };
  return (
    <fieldset className={classes.typed} aria-describedby={hintId}>
      <legend>{t("trust.compare")}</legend>
      <p id={hintId} className={classes.hint}>
        {t("trust.compareHint")}
      </p>
      <div className={classes.typedGroups}>
        {groups.map((group, place) => (
          <TextInput
            // A box is its place.
            // oxlint-disable-next-line react/no-array-index-key
            key={place}
            ref={(box) => {
              boxes.current[place] = box;
            }}
            label={t("trust.group", { n: place + 1 })}
            inputMode="numeric"
            autoComplete="off"
            spellCheck={false}
            data-autofocus={place === 0 || undefined}
            value={group}
            error={
              wrong.includes(place)
                ? t("trust.wrongGroup")
                : attempted && group.length < groupLength
                  ? true
                  : undefined
            }
            onChange={(event) => {
              const typed = withTyped(groups, place, event.currentTarget.value);
              onChange(typed.groups);
              if (typed.next !== place) focus(typed.next);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Backspace" || group !== "" || place === 0) return;
              event.preventDefault();
              focus(place - 1);
            }}
          />
        ))}
      </div>
      <div role="status">
        {wrong.length > 0 ? (
          <p className={classes.verdict} data-wrong>
            {t("trust.wrong", { groups: wrong.map((place) => place + 1).join(", ") })}
          </p>
        ) : null}
        {complete && wrong.length === 0 ? (
          <p className={classes.verdict} data-right>
            {t("trust.right")}
          </p>
        ) : null}
        {attempted && !complete ? (
          <p className={classes.verdict} data-wrong>
            {t("trust.incomplete")}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}
