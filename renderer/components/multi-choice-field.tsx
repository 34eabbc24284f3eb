/**
 * Several of a list, each ticked by itself while the list stays open: a question of the kind "any of these". Keys are
 * those of the program's picker; Space and Enter tick where that one takes and closes. A list that does not fit on one look
 * is narrowed by typing, as there: a blank is then a letter of what is sought and ticks nothing.
 */
import { CheckIcon, CloseButton, Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { foldSearch } from "../../shared/text/fold";
import classes from "./multi-choice-field.module.css";
import { listOwner } from "./picker/list-owner";
import { shortList } from "./choice-field";
import { markMoved } from "./picker/picker-keys";
import { entryByLetters, goesOnAfter } from "./picker/type-ahead";
import type { PickerOption } from "./picker/types";
import { useLetters } from "./picker/use-letters";
import { useInView } from "./use-in-view";

export interface MultiChoiceFieldProps {
  readonly "aria-label"?: string;
  readonly label?: string;
  readonly id?: string;
  readonly error?: string | undefined;
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
  /** The entry that keys act on; -1 for none. */
  const [marked, setMarked] = useState(-1);
  /** What the list is narrowed by; null while nothing is typed. */
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ opened });
  const list = `${useId()}list`;
  const isTyped = options.length > shortList;
  const summary = options
    .filter((option) => value.includes(option.value))
    .map(({ label }) => label)
    .join(", ");
  const wanted = foldSearch(typed ?? "");
  const shown = options.filter(({ label }) => foldSearch(label).includes(wanted));

  const show = (open: boolean) => {
    const ticked = options.findIndex((option) => value.includes(option.value));
    setTyped(null);
    setOpened(open);
    setMarked(open ? Math.max(0, ticked) : -1);
  };
  const search = (text: string) => {
    setOpened(true);
    setTyped(text);
    setMarked(0);
  };
  const tick = (one: string | undefined) => {
    if (one === undefined) return;
    const ticked = options.map((option) => option.value);
    onChange(ticked.filter((other) => value.includes(other) !== (other === one)));
    // The next name is typed over the one that led here.
    if (typed !== null) input.current?.select();
  };
  const letters = useLetters(input, !isTyped, (text, step) => {
    const labels = options.map(({ label }) => label);
    const place = entryByLetters(labels, text, marked, step === "back");
    if (place !== null) setOpened(true);
    setMarked(place ?? -1);
  });
  /** Whether a blank goes on with the name that is being typed, rather than ticking what is marked. */
  const isWithinName = (time: number): boolean => {
    const labels = options.map(({ label }) => label);
    return goesOnAfter(labels, letters.before(time));
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
      if (typed === null || typed === "") show(false);
      else show(true);
    } else if (key === " " && isTyped) {
      // A letter of what is sought: the field takes it.
    } else if (key === " " && isWithinName(event.timeStamp)) {
      done();
      letters.take(key, event.timeStamp);
    } else if (key === " " || key === "Enter") {
      done();
      if (opened) tick(shown[marked]?.value);
      else show(true);
    } else if (key === "Delete" && (typed ?? "") === "") {
      done();
      if (value.length > 0) onChange([]);
    } else {
      // The ends of what is typed, not of the list.
      const isInText = (typed ?? "") !== "" && (key === "Home" || key === "End");
      const next = isInText
        ? null
        : markMoved(
            key,
            marked,
            shown.map(() => true),
          );
      if (next === null) {
        if (isTyped || (key !== "Backspace" && [...key].length !== 1)) return;
        done();
        letters.take(key, event.timeStamp);
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
          ref={input}
          {...field}
          {...listOwner(list, opened, marked)}
          aria-autocomplete={isTyped ? "list" : "none"}
          pointer={!isTyped}
          spellCheck={false}
          title={summary}
          placeholder={opened && summary !== "" ? summary : field.placeholder}
          // Open, it is where to type: what is ticked stands behind, to be seen but not typed into.
          value={letters.composed ?? (opened && isTyped ? (typed ?? "") : summary)}
          {...(isTyped ? { onChange: (event) => search(event.currentTarget.value) } : letters.field)}
          onFocus={(event) => event.currentTarget.select()}
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
          onClick={() => {
            if (!isTyped || !opened) show(!opened);
          }}
        />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options
          id={list}
          mah={280}
          className={classes.options}
          aria-label={field["aria-label"] ?? field.label}
          aria-multiselectable
        >
          {shown.map((option, place) => (
            <Entry
              key={option.value}
              id={`${list}${place}`}
              option={option}
              isMarked={place === marked}
              isTicked={value.includes(option.value)}
            />
          ))}
          {shown.length === 0 ? <Combobox.Empty>{t("field.nothingFound")}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface EntryProps {
  readonly id: string;
  readonly option: Pick<PickerOption, "value" | "label">;
  readonly isMarked: boolean;
  readonly isTicked: boolean;
}

function Entry({ id, option, isMarked, isTicked }: EntryProps) {
  return (
    <Combobox.Option
      ref={useInView(isMarked)}
      id={id}
      className={classes.entry ?? ""}
      value={option.value}
      selected={isMarked}
      aria-selected={isTicked}
    >
      <span className={classes.box} data-ticked={isTicked || undefined} aria-hidden>
        {isTicked ? <CheckIcon size={10} /> : null}
      </span>
      {option.label}
    </Combobox.Option>
  );
}
