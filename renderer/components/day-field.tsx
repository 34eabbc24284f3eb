/** A full day, such as the as-of day: what is typed counts once it is a real day. */
import { TextInput, type TextInputProps } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { hanoiDay } from "../../shared/domain/hanoi-time";
import { dateSentence } from "../../shared/i18n";
import { useCalendar } from "./calendar/use-calendar";
import {
  type DateProblem,
  dateProblem,
  readField,
  shortYears,
  typedOfValue,
  valueOfTyped,
} from "./date-text";
import { useUnsettled } from "./picker/unsettled";

export interface DayFieldProps {
  readonly label?: ReactNode;
  readonly "aria-label"?: string;
  /** `YYYY-MM-DD`, or "" for none where `none` allows that */
  readonly value: string;
  /** Called with another full day (or ""), on Enter or when the field is left. */
  readonly onChange: (day: string) => void;
  /** What no day means, in words; left out where there must be one. */
  readonly none?: string;
  readonly className?: string;
  readonly leftSection?: ReactNode;
  readonly width?: TextInputProps["w"];
  readonly id?: string;
  readonly description?: ReactNode;
  /** Takes the focus when its dialog opens. */
  readonly autoFocus?: boolean;
}

export function DayField(props: DayFieldProps) {
  const { t } = useTranslation(["screen-app", "domain"]);
  const [today] = useState(() => hanoiDay(Date.now()));
  const years = shortYears(today, false);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<DateProblem | null>(null);

  /** @returns whether what stands in the field is a day, or none where that may be */
  const settle = (): boolean => {
    if (typed === null) return true;
    const value = valueOfTyped(typed, years);
    const isNone = value === "" && props.none !== undefined;
    const found = isNone ? null : value === "" ? "dayMissing" : dateProblem(value, true, years);
    setProblem(found);
    if (found !== null) return false;
    setTyped(null);
    if (value !== props.value) props.onChange(value);
    return true;
  };
  const read = typed === null ? null : valueOfTyped(typed, years);
  const isNoDay =
    read !== null && (read === "" ? props.none === undefined : dateProblem(read, true, years) !== null);
  const said = dateSentence((key, params) => t(key as string, { ...params }), readField(typed ?? "", years));
  const field = useRef<HTMLInputElement>(null);
  useUnsettled(field, isNoDay, () => void settle());
  const calendar = useCalendar({
    field,
    value: typed === null ? props.value : valueOfTyped(typed, years),
    fullDay: true,
    disabled: false,
    onChoose: (day) => {
      setTyped(null);
      setProblem(null);
      if (day !== props.value) props.onChange(day);
    },
  });
  return (
    <TextInput
      ref={field}
      {...(props.id === undefined ? {} : { id: props.id })}
      label={props.label}
      description={props.description}
      aria-label={props["aria-label"]}
      {...(props.className === undefined ? {} : { className: props.className })}
      leftSection={props.leftSection}
      {...(props.width === undefined ? {} : { w: props.width })}
      data-autofocus={props.autoFocus === true || undefined}
      autoComplete="off"
      {...(props.none === undefined ? {} : { placeholder: props.none })}
      spellCheck={false}
      rightSection={calendar.button}
      rightSectionPointerEvents="all"
      value={typed ?? typedOfValue(props.value)}
      error={problem === null ? undefined : (said ?? t(`date.${problem}`))}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setProblem(null);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (calendar.onKeyDown(event)) return;
        if (event.key === "Enter") {
          // A form is handed in by the same key, but not with what is no day.
          if (!settle()) event.preventDefault();
        } else if (event.key === "Escape" && typed !== null) {
          event.preventDefault();
          event.stopPropagation();
          setTyped(null);
          setProblem(null);
        }
      }}
    />
  );
}
