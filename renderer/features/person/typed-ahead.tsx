/**
 * Takes what is typed between the press that stores somebody new and the form of the next person. A save takes its time, and
 * whoever enters a list types on: without a box of its own the next person's name would run into the name of this one. Who
 * presses the key again meanwhile is on to the person after: their names wait in a row, and are stored one after another.
 */
import { Text, TextInput } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import classes from "./person.module.css";

export interface TypedAhead {
  /** The keyboard goes here, at once. */
  readonly begin: () => void;
  /**
   * The names of the next people, of whom the last one is still being typed and may have none yet; nothing where nothing was
   * typed.
   */
  readonly names: () => readonly string[];
  /** Whether anything was typed. */
  readonly holds: boolean;
  /** The form stays after all: what was typed stays in sight here, and where there is nothing the keyboard goes back. */
  readonly stay: () => void;
  readonly drop: () => void;
  readonly box: ReactNode;
}

/**
 * @param saving whether the answer is still waited for: until then no key leads out of the box
 * @param given names that were typed ahead before, as `names` tells them
 */
export function useTypedAhead(saving: boolean, given: readonly string[]): TypedAhead {
  const { t } = useTranslation("screen-person");
  const [open, setOpen] = useState(given.length > 0);
  const [queue, setQueue] = useState<readonly string[]>(given.slice(0, -1));
  const [typed, setTyped] = useState((given.at(-1) ?? "") !== "");
  /** As of now: a save that began before some of them were typed asks for all. */
  const all = useRef<readonly string[]>(queue);
  const wait = (names: readonly string[]) => {
    all.current = names;
    setQueue(names);
  };
  const box = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  const names = () => {
    const text = box.current?.value.trimStart() ?? "";
    return all.current.length === 0 && text === "" ? [] : [...all.current, text];
  };
  const close = () => {
    setOpen(false);
    wait([]);
    setTyped(false);
  };
  const begin = () => {
    if (document.activeElement !== box.current) before.current = document.activeElement;
    // The next letter comes before React would draw the box by itself.
    flushSync(() => setOpen(true));
    box.current?.focus();
  };
  const stay = () => {
    if (names().length > 0) return;
    if (document.activeElement === box.current && before.current instanceof HTMLElement)
      before.current.focus();
    close();
  };
  // A question about the person before comes under the fingers of who types on, and is no place for letters.
  useEffect(() => {
    if (!open) return undefined;
    const take = (event: globalThis.KeyboardEvent) => {
      if (box.current === null || !isBesideBoxes(event)) return;
      takeKey(box.current, event);
      setTyped(box.current.value.trim() !== "");
    };
    document.addEventListener("keydown", take);
    return () => document.removeEventListener("keydown", take);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!saving || event.nativeEvent.isComposing) return;
    if (event.key !== "Tab" && event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    const { value } = event.currentTarget;
    if (event.key === "Enter" && event.ctrlKey) {
      event.stopPropagation();
      if (value.trim() === "") return;
      // The next letter is the next name's.
      flushSync(() => wait([...all.current, value.trim()]));
      event.currentTarget.value = "";
      setTyped(false);
      return;
    }
    // What follows belongs to another box, which is not there yet: it does not run into the name.
    if (event.key !== "Escape" && /\S$/u.test(value))
      event.currentTarget.setRangeText(" ", value.length, value.length, "end");
  };
  return {
    begin,
    names,
    holds: open && (typed || queue.length > 0),
    stay,
    drop: close,
    box: open ? (
      <TextInput
        ref={box}
        classNames={{
          root:
            saving && queue.length === 0 ? `${classes.ahead} ${classes.aheadWaiting}` : (classes.ahead ?? ""),
        }}
        label={t("ahead.label")}
        description={
          <>
            {t("ahead.hint")}
            {queue.length === 0 ? null : (
              <Text component="span" inherit className={classes.aheadQueue ?? ""}>
                {t("ahead.queue", { names: queue.join(", ") })}
              </Text>
            )}
          </>
        }
        defaultValue={given.at(-1) ?? ""}
        // An empty box is told from a filled one by its placeholder.
        placeholder=" "
        autoComplete="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
        onInput={({ currentTarget }) => setTyped(currentTarget.value.trim() !== "")}
        onBlur={() => {
          if (!saving) stay();
        }}
      />
    ) : null,
  };
}

/** Whether a key was pressed in a dialog where nothing takes it. */
function isBesideBoxes({ target }: globalThis.KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("[role=dialog]") !== null &&
    target.closest("button, a, input, textarea, select, [role=combobox]") === null
  );
}

/** Writes a key at the end of a box that does not have the focus. */
function takeKey(box: HTMLInputElement, event: globalThis.KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const { length } = box.value;
  if (event.key === "Backspace") box.setRangeText("", Math.max(0, length - 1), length, "end");
  else if ([...event.key].length === 1) box.setRangeText(event.key, length, length, "end");
  else return;
  event.preventDefault();
}

/** Types a text into a box as the keyboard would: it counts as typed there, and the keys of undo take it back. */
export function typeAsKeys(box: HTMLElement | null, text: string): void {
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  if (text === "" || document.execCommand("insertText", false, text)) return;
  box.setRangeText(text, 0, 0, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
