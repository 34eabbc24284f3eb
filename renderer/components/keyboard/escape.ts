/**
 * What Escape means, in one place: it closes what was opened last, one thing a press. Lists, dialogs and screens each
 * say what it does to them; who comes last is asked first, and a field that has its own use for the key keeps it.
 *
 * Without the one order a key that closes a list would also close the dialog around it, or leave the record behind it.
 */
import { useEffect, useEffectEvent } from "react";

const handlers: (() => void)[] = [];

/** Lists and menus of the kit, which close on the key themselves without saying so. */
const ownLists = "[role=menu], [aria-expanded=true][role=combobox], [aria-expanded=true][aria-haspopup=menu]";
const closing = new WeakSet<Event>();

function noticeLists(event: KeyboardEvent): void {
  if (event.key !== "Escape" || !(event.target instanceof Element)) return;
  if (event.target.closest(ownLists) !== null) closing.add(event);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || closing.has(event)) return;
  const last = handlers.at(-1);
  if (last === undefined) return;
  event.preventDefault();
  last();
}

function add(handler: () => void): () => void {
  if (handlers.length === 0) {
    window.addEventListener("keydown", noticeLists, true);
    window.addEventListener("keydown", onKeyDown);
  }
  handlers.push(handler);
  return () => {
    handlers.splice(handlers.lastIndexOf(handler), 1);
    if (handlers.length > 0) return;
    window.removeEventListener("keydown", noticeLists, true);
    window.removeEventListener("keydown", onKeyDown);
  };
}

/** Says what Escape does while the component is on screen and nothing newer has the key. */
export function useEscape(handler: () => void, enabled = true): void {
  const latest = useEffectEvent(handler);
  useEffect(() => (enabled ? add(() => latest()) : undefined), [enabled]);
}
