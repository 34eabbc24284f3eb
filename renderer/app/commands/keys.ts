/**
 * Keys as they are written in an entry, such as `Ctrl+Shift+Z`: how they are pressed, how they are printed. The
 * window's menu understands the same writing.
 */

/** Names of keys that a keyboard event and a reader know by others. */
const special: Readonly<Record<string, { readonly pressed: string; readonly printed: string }>> = {
  Left: { pressed: "arrowleft", printed: "←" },
  Right: { pressed: "arrowright", printed: "→" },
  // The writing parts keys by this sign.
  Plus: { pressed: "+", printed: "+" },
};

/** Keys that are known by their place: the Vietnamese layout has letters where others have these. */
const places: Readonly<Record<string, string>> = { "=": "Equal", "-": "Minus", "0": "Digit0" };

export type Keys = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey"> & {
  readonly code?: string;
};

/** Whether these keys are pressed. */
export function pressed(keys: string, event: Keys): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  return (
    (event.key.toLowerCase() === (special[key]?.pressed ?? key.toLowerCase()) ||
      (event.code !== undefined && event.code === places[key])) &&
    (event.ctrlKey || event.metaKey) === parts.includes("Ctrl") &&
    event.altKey === parts.includes("Alt") &&
    event.shiftKey === parts.includes("Shift")
  );
}

/** How the keys are printed: `Ctrl + Shift + Z`. */
export function printed(keys: string): string {
  return keys
    .split("+")
    .map((key) => special[key]?.printed ?? key)
    .join(" + ");
}

/** Whether typing goes into this element. */
export function inTextField(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !["checkbox", "radio", "button", "submit", "range"].includes(target.type) && !target.readOnly;
}
