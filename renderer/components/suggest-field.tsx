/**
 * Free text with answers offered while it is typed. Whatever is typed stays; an answer is taken when somebody marks it,
 * or when the text is the answer without its marks.
 */
import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { type KeyboardEvent, useId, useState } from "react";
import { foldSearch, isFoundBy } from "../../shared/text/fold";
import { listOwner } from "./picker/list-owner";
import { markMoved } from "./picker/picker-keys";
import classes from "./picker/picker.module.css";

export interface Suggestion {
  /** What is written when it is taken. */
  readonly text: string;
  /** What a text that is a code stands for. */
  readonly name: string | null;
  /** Other words by which it is found; taking it writes its own text. */
  readonly others: readonly string[];
}

export interface SuggestFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly suggestions: readonly Suggestion[];
  readonly onChange: (text: string) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly required: boolean;
  readonly withAsterisk: boolean;
  readonly disabled: boolean;
  readonly error?: string;
}

const mostShown = 12;

export function SuggestField({ suggestions, value, onChange, onBlur, ...input }: SuggestFieldProps) {
  const [opened, setOpened] = useState(false);
  const [marked, setMarked] = useState(-1);
  const combobox = useCombobox({ opened });
  const list = `${useId()}list`;
  const wanted = foldSearch(value);
  const shown = fitting(suggestions, value);
  const isOpen = opened && shown.length > 0;

  const close = () => {
    setOpened(false);
    setMarked(-1);
  };
  const choose = (text: string) => {
    onChange(text);
    close();
  };
  /** The answer that the text is, but for its marks and capitals. */
  const settle = () => {
    const same = suggestions.find(({ text }) => foldSearch(text) === wanted);
    const answer = (isOpen ? (shown[marked] ?? same) : same)?.text;
    if (answer !== undefined && answer !== value && wanted !== "") onChange(answer);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const next = markMoved(
      key,
      marked,
      shown.map(() => true),
    );
    if (key === "Tab") settle();
    else if (isOpen && (key === "Enter" || key === "Escape")) {
      event.preventDefault();
      event.stopPropagation();
      if (key === "Enter") settle();
      else close();
    } else if (
      next !== null &&
      (isOpen ? marked >= 0 || !["Home", "End"].includes(key) : key === "ArrowDown")
    ) {
      event.preventDefault();
      setOpened(true);
      if (isOpen) setMarked(next);
    }
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.DropdownTarget>
        <TextInput
          {...input}
          {...listOwner(list, isOpen, marked)}
          aria-autocomplete="list"
          spellCheck={false}
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            setOpened(true);
            setMarked(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            close();
            onBlur?.();
          }}
        />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options id={list} mah={280} className={classes.options}>
          {shown.map(({ text, name }, place) => (
            <Combobox.Option
              key={text}
              id={`${list}${place}`}
              className={classes.entry ?? ""}
              value={text}
              selected={place === marked}
              aria-selected={place === marked}
            >
              {name === null ? text : `${text} · ${name}`}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Those that begin so in front of those that are found by another word. A code is found with and without its points. */
function fitting(suggestions: readonly Suggestion[], value: string): readonly Suggestion[] {
  const wanted = squeezed(value);
  const begins = (one: Suggestion) => squeezed(one.text).startsWith(wanted);
  const isFound = ({ text, others }: Suggestion) =>
    [text, ...others].some((word) => squeezed(word).startsWith(wanted) || isFoundBy(word, value));
  const first = suggestions.filter(begins);
  const further = first.length >= mostShown ? [] : suggestions.filter((one) => !begins(one) && isFound(one));
  return [...first, ...further].slice(0, mostShown);
}

function squeezed(text: string): string {
  return foldSearch(text).replace(/[\s.\p{Pd}]/gu, "");
}
