/**
 * A date of which only the year or month may be known, typed as one text: 12/5/1980, 5/1980 or 1980.
 *
 * No mask and no reformatting while typing (UniKey works with backspaces); the text is put in order when the field
 * is left.
 */
import { TextInput } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { hanoiDay } from "../../shared/domain/hanoi-time";
import { formatPartialDate } from "../../shared/domain/partial-date";
import { dateSentence } from "../../shared/i18n";
import { cleanText } from "../../shared/text/clean";
import { useCalendar } from "./calendar/use-calendar";
import { FieldOffers } from "./field-offers";
import { dateProblem, readField, shortYears, typedOfValue, valueOfTyped } from "./date-text";

export { dateProblem } from "./date-text";

export interface PartialDateFieldProps {
  readonly label: ReactNode;
  /** Canonical text, or what was typed while it cannot be read; empty for nothing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** In place of the field's own sentence about a text it cannot read. */
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly description?: ReactNode;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  /** Nothing of the field lies after today, so that a year of two digits is read as one that was. */
  readonly past?: boolean;
  /** A year or month alone is refused. */
  readonly fullDay?: boolean;
  readonly id?: string;
  readonly "aria-label"?: string;
}

export function PartialDateField(props: PartialDateFieldProps) {
  const { t } = useTranslation(["screen-app", "domain"]);
  const [today] = useState(() => hanoiDay(Date.now()));
  const years = shortYears(today, props.past === true);
  const [typed, setTyped] = useState(() => typedOfValue(props.value));
  const [editing, setEditing] = useState(false);
  // While typing, the text is the user's; otherwise the value from outside (undo, reset) shows.
  const shown = editing && valueOfTyped(typed, years) === props.value ? typed : typedOfValue(props.value);
  // A text that was found wrong already is judged on while it is mended.
  const problem =
    editing && props.error === undefined ? null : dateProblem(props.value, props.fullDay, years);
  const read = readField(props.value, years);
  const said = problem === null ? null : dateSentence((key, params) => t(key as string, { ...params }), read);
  // What is wrong with the text itself says more than that it is no date.
  const error = said ?? props.error ?? (problem === null ? undefined : t(`date.${problem}`));
  const choices = !editing && !read.ok && read.reason === "unclear" ? read.choices : [];
  const field = useRef<HTMLInputElement>(null);
  const calendar = useCalendar({
    field,
    value: props.value,
    fullDay: props.fullDay === true,
    disabled: props.disabled === true || props.readOnly === true,
    onChoose: (date) => {
      setTyped(typedOfValue(date));
      props.onChange(date);
    },
  });
  return (
    <>
      <TextInput
        ref={field}
        {...(props.id === undefined ? {} : { id: props.id })}
        label={props.label}
        aria-label={props["aria-label"]}
        description={props.description}
        placeholder={t(props.fullDay === true ? "date.placeholderDay" : "date.placeholder")}
        required={props.required === true}
        withAsterisk={props.required === true}
        disabled={props.disabled === true}
        readOnly={props.readOnly === true}
        autoComplete="off"
        spellCheck={false}
        rightSection={calendar.button}
        rightSectionPointerEvents="all"
        value={shown}
        error={error}
        onKeyDown={calendar.onKeyDown}
        onFocus={() => setTyped(typedOfValue(props.value))}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          setEditing(true);
          props.onChange(valueOfTyped(text, years));
        }}
        onBlur={() => {
          setEditing(false);
          const tidy = cleanText(props.value);
          if (tidy !== props.value) props.onChange(tidy);
          props.onBlur?.();
        }}
      />
      <FieldOffers
        label={t("date.unclear")}
        offers={choices.map((date) => ({ value: date, label: formatPartialDate(date) }))}
        onTake={(date) => {
          setTyped(typedOfValue(date));
          props.onChange(date);
        }}
      />
    </>
  );
}
