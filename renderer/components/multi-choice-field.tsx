/**
 * Several of a short list, each ticked by itself while the list stays open: a question of the kind "any of these".
 * Keys are those of the program's picker; Space and Enter tick where that one takes and closes.
 */
import { CheckIcon, CloseButton, Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { foldSearch } from "../../shared/text/fold";
import classes from "./multi-choice-field.module.css";
import { listOwner } from "./picker/list-owner";
import { markMoved } from "./picker/picker-keys";
import { entryByLetters, lettersAfter, typingPauseMs } from "./picker/type-ahead";
import type { PickerOption } from "./picker/types";

export interface MultiChoiceFieldProps {
  readonly "aria-label": string;
  readonly placeholder: string;
  /** Values of `options`, in any order. */
  readonly value: readonly string[];
  readonly options: readonly Pick<PickerOption, "value" | "label">[];
  /** @param value what is ticked, in the order of the options */
  readonly onChange: (value: readonly string[]) => void;
}

export function MultiChoiceField({ value, options, onChange, ...field }: MultiChoiceFieldProps) {
  const { t } = useTranslation("screen-app");
  const [opened, setOpened] = useState(false);
  const [marked, setMarked] = useState(-1);
  const letters = useRef({ text: "", at: 0 });
  const combobox = useCombobox({ opened });
  const list = `${useId()}list`;
  const shown = options
    .filter((option) => value.includes(option.value))
    .map(({ label }) => label)
    .join(", ");

  const show = (open: boolean) => {
    setOpened(open);
    setMarked(
      open
        ? Math.max(
            0,
            options.findIndex((option) => value.includes(option.value)),
          )
        : -1,
    );
  };
  const tick = (wanted: string | undefined) => {
    if (wanted === undefined) return;
    const ticked = options.map((option) => option.value);
    onChange(ticked.filter((one) => value.includes(one) !== (one === wanted)));
  };
  /** @returns whether the letters marked an entry */
  const markByLetters = (key: string, time: number): boolean => {
    const before = time - letters.current.at < typingPauseMs ? letters.current.text : "";
    if (key !== "Backspace" && [...key].length !== 1) return false;
    letters.current = { text: lettersAfter(before, key), at: time };
    const labels = options.map(({ label }) => label);
    const place = entryByLetters(labels, letters.current.text, marked);
    if (place === null) return key !== "Backspace";
    setOpened(true);
    setMarked(place);
    return true;
  };
  /** Whether a blank goes on with the name that is being typed, rather than ticking what is marked. */
  const isWithinName = (time: number): boolean => {
    const { text, at } = letters.current;
    if (text === "" || time - at >= typingPauseMs) return false;
    return options.some(({ label }) => foldSearch(label).startsWith(`${foldSearch(text)} `));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.nativeEvent.isComposing || key === "Process") return;
    const done = () => event.preventDefault();
    if (event.altKey && (key === "ArrowDown" || key === "ArrowUp")) {
      done();
      show(key === "ArrowDown");
    } else if (event.altKey || event.ctrlKey || event.metaKey || key === "Tab") return;
    else if (key === "Escape") {
      if (!opened) return;
      done();
      event.stopPropagation();
      show(false);
    } else if (key === " " && isWithinName(event.timeStamp)) {
      done();
      markByLetters(key, event.timeStamp);
    } else if (key === " " || key === "Enter") {
      done();
      if (opened) tick(options[marked]?.value);
      else show(true);
    } else if (key === "Delete") {
      done();
      if (value.length > 0) onChange([]);
    } else {
      const next = markMoved(
        key,
        marked,
        options.map(() => true),
      );
      if (next === null) {
        if (markByLetters(key, event.timeStamp)) done();
        return;
      }
      done();
      if (opened) setMarked(next);
      else show(true);
    }
  };

  return (
    <Combobox store={combobox} onOptionSubmit={tick} withinPortal>
      <Combobox.DropdownTarget>
        <TextInput
          {...field}
          {...listOwner(list, opened, marked)}
          readOnly
          pointer
          title={shown}
          value={shown}
          rightSectionPointerEvents={value.length > 0 ? "all" : "none"}
          rightSection={
            value.length > 0 ? (
              <CloseButton
                size="sm"
                tabIndex={-1}
                aria-label={t("field.clear")}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChange([])}
              />
            ) : (
              <IconSelector size={16} aria-hidden />
            )
          }
          onKeyDown={onKeyDown}
          onBlur={() => show(false)}
          onClick={() => show(!opened)}
        />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options id={list} aria-label={field["aria-label"]} aria-multiselectable>
          {options.map((option, place) => {
            const ticked = value.includes(option.value);
            return (
              <Combobox.Option
                key={option.value}
                id={`${list}${place}`}
                className={classes.entry ?? ""}
                value={option.value}
                selected={place === marked}
                aria-selected={ticked}
              >
                <span className={classes.box} data-ticked={ticked || undefined} aria-hidden>
                  {ticked ? <CheckIcon size={10} /> : null}
                </span>
                {option.label}
              </Combobox.Option>
            );
          })}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
