/**
 * A date of which only the year or month may be known, typed as one text: 12/5/1980, 5/1980 or 1980.
 *
 * No mask and no reformatting while typing (UniKey works with backspaces); the text is put in order when the field
 * is left.
 */
import { TextInput } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCalendar } from "./calendar/use-calendar";
import { dateProblem, typedOfValue, valueOfTyped } from "./date-text";

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
  /** A year or month alone is refused. */
  readonly fullDay?: boolean;
  readonly id?: string;
  readonly "aria-label"?: string;
}

export function PartialDateField(props: PartialDateFieldProps) {
  const { t } = useTranslation("screen-app");
  const [typed, setTyped] = useState(() => typedOfValue(props.value));
  const [editing, setEditing] = useState(false);
  // While typing, the text is the user's; otherwise the value from outside (undo, reset) shows.
  const shown = editing && valueOfTyped(typed) === props.value ? typed : typedOfValue(props.value);
  const problem = editing ? null : dateProblem(props.value, props.fullDay);
  const error = props.error ?? (problem === null ? undefined : t(`date.${problem}`));
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
      onFocus={() => {
        setTyped(typedOfValue(props.value));
        setEditing(true);
      }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        setEditing(true);
        props.onChange(valueOfTyped(text));
      }}
      onBlur={() => {
        setEditing(false);
        const tidy = props.value.normalize("NFC").trim();
        if (tidy !== props.value) props.onChange(tidy);
        props.onBlur?.();
      }}
    />
  );
}
