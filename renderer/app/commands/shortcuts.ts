/** The keys of the commands: what they do and what the help dialog prints, from one list. */
import type { CommandName } from "./command-names";

export interface Shortcut {
  readonly command: CommandName;
  readonly ctrl?: true;
  readonly alt?: true;
  readonly shift?: true;
  /** `KeyboardEvent.key` in lower case. */
  readonly key: string;
  /** How the keys are printed. */
  readonly label: string;
  /** Works only outside text fields, where the key means something else. */
  readonly outsideText?: true;
  /** A second way to the same command, left out of the help. */
  readonly quiet?: true;
}

export const shortcuts: readonly Shortcut[] = [
  { command: "find", ctrl: true, key: "f", label: "Ctrl + F" },
  { command: "search", ctrl: true, key: "k", label: "Ctrl + K" },
  { command: "newOfficial", ctrl: true, key: "n", label: "Ctrl + N" },
  { command: "save", ctrl: true, key: "s", label: "Ctrl + S" },
  { command: "report", ctrl: true, key: "p", label: "Ctrl + P" },
  { command: "send", ctrl: true, key: "g", label: "Ctrl + G" },
  { command: "receive", ctrl: true, key: "r", label: "Ctrl + R" },
  { command: "openRoster", ctrl: true, key: "o", label: "Ctrl + O" },
  { command: "undo", ctrl: true, key: "z", label: "Ctrl + Z", outsideText: true },
  { command: "redo", ctrl: true, key: "y", label: "Ctrl + Y", outsideText: true },
  {
    command: "redo",
    ctrl: true,
    shift: true,
    key: "z",
    label: "Ctrl + Shift + Z",
    outsideText: true,
    quiet: true,
  },
  { command: "statistics", alt: true, key: "1", label: "Alt + 1" },
  { command: "officials", alt: true, key: "2", label: "Alt + 2" },
  { command: "log", alt: true, key: "3", label: "Alt + 3" },
  { command: "catalog", alt: true, key: "4", label: "Alt + 4" },
  { command: "exchange", alt: true, key: "5", label: "Alt + 5" },
  { command: "back", alt: true, key: "arrowleft", label: "Alt + ←" },
  { command: "forward", alt: true, key: "arrowright", label: "Alt + →" },
  { command: "help", key: "f1", label: "F1" },
  { command: "help", ctrl: true, key: "/", label: "Ctrl + /", quiet: true },
];

/** Whether typing goes into this element. */
export function inTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !["checkbox", "radio", "button", "submit", "range"].includes(target.type) && !target.readOnly;
}

type Keys = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">;

/** The command of a key press, or null. */
export function shortcutCommand(event: Keys, insideText: boolean): CommandName | null {
  const ctrl = event.ctrlKey || event.metaKey;
  const found = shortcuts.find(
    (shortcut) =>
      shortcut.key === event.key.toLowerCase() &&
      (shortcut.ctrl ?? false) === ctrl &&
      (shortcut.alt ?? false) === event.altKey &&
      (shortcut.shift ?? false) === event.shiftKey &&
      !(insideText && shortcut.outsideText === true),
  );
  return found?.command ?? null;
}
