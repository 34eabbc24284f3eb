/**
 * Takes what is typed between the press that stores somebody new and the form of the next person. A save takes its time, and
 * whoever enters a list types on: without a box of its own the next person's name would run into the name of this one.
 */
import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import classes from "./person.module.css";

export interface TypedAhead {
  /** The keyboard goes here, at once. */
  readonly begin: () => void;
  /** What was typed for the next person. */
  readonly text: () => string;
  /** The form stays after all: what was typed stays in sight here, and where there is nothing the keyboard goes back. */
  readonly stay: () => void;
  readonly drop: () => void;
  readonly box: ReactNode;
}

/** @param saving whether the answer is still waited for: until then no key leads out of the box */
export function useTypedAhead(saving: boolean): TypedAhead {
  const { t } = useTranslation("screen-person");
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  const text = () => box.current?.value.trimStart() ?? "";
  const begin = () => {
    if (document.activeElement !== box.current) before.current = document.activeElement;
    // The next letter comes before React would draw the box by itself.
    flushSync(() => setOpen(true));
    box.current?.focus();
  };
  const stay = () => {
    if (text() !== "") return;
    if (document.activeElement === box.current && before.current instanceof HTMLElement)
      before.current.focus();
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!saving || event.nativeEvent.isComposing) return;
    if (event.key !== "Tab" && event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    const { value } = event.currentTarget;
    // What follows belongs to another box, which is not there yet: it does not run into the name.
    if (event.key !== "Escape" && /\S$/u.test(value))
      event.currentTarget.setRangeText(" ", value.length, value.length, "end");
  };
  return {
    begin,
    text,
    stay,
    drop: () => setOpen(false),
    box: open ? (
      <TextInput
        ref={box}
        classNames={{ root: saving ? `${classes.ahead} ${classes.aheadWaiting}` : (classes.ahead ?? "") }}
        label={t("ahead.label")}
        description={t("ahead.hint")}
        // An empty box is told from a filled one by its placeholder.
        placeholder=" "
        autoComplete="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!saving) stay();
        }}
      />
    ) : null,
  };
}

/** Types a text into a box as the keyboard would: it counts as typed there, and the keys of undo take it back. */
export function typeAsKeys(box: HTMLElement | null, text: string): void {
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  if (text === "" || document.execCommand("insertText", false, text)) return;
  box.setRangeText(text, 0, 0, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
