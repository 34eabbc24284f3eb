/**
 * Keys that are pressed while the cell before is still being written: they are of the next cell. Without this the first
 * letters of who types a column line by line would be lost, and what is left of them stored.
 */
import { takesLetters } from "../../../components/picker/use-letters";
import { isTyping } from "../../../components/virtual-grid/grid-keys";

const ends: Readonly<Record<string, string>> = { Enter: "\n", Tab: "\t" };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** @returns what waits with one more key, which may be the end of a cell or take back a letter */
export function withKey(waiting: string, pressed: Pressed): string {
  const { key } = pressed;
  if (key === "Backspace") return waiting.slice(0, -1);
  // Alone, another Enter or blank is of the cell that is being written.
  if (waiting !== "" && (key in ends || key === " ")) return waiting + (ends[key] ?? key);
  return isTyping(pressed) ? waiting + key : waiting;
}

/** Writes into a field what waited for it, in place of all it holds. @returns what is of the cells after it */
export function writeAhead(field: HTMLInputElement | HTMLTextAreaElement, waiting: string): string {
  if (field instanceof HTMLTextAreaElement) {
    write(field, waiting);
    return "";
  }
  const end = waiting.search(/[\n\t]/);
  const text = end < 0 ? waiting : waiting.slice(0, end);
  if (takesLetters(field)) for (const key of text) press(field, key);
  else write(field, text);
  if (end < 0) return "";
  // Once the field has taken what was written.
  setTimeout(() => press(field, waiting[end] === "\t" ? "Tab" : "Enter"), 0);
  return waiting.slice(end + 1);
}

function write(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, 0, field.value.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A key as if it were pressed in a field that heard none. */
export function press(field: HTMLElement, key: string): void {
  field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}
