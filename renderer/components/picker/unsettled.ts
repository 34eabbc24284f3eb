/**
 * Fields that were given what they cannot take: text in a picker that names no entry, letters that no entry of a short list
 * begins with, a day that is none. Such a field still has its old value, and a form that holds one is not stored as
 * though nobody had touched it: whoever stores asks here first. Every field that finds fault by itself says so here;
 * the others hand on what was typed, and the checks of the record find it.
 */
import { type RefObject, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { tellRefused } from "../keyboard/first-mistake";
import { settleFocus } from "../keyboard/settle-focus";

const unsettled = new Map<HTMLElement, () => void>();
const watchers = new Set<() => void>();

function tell(): void {
  for (const watcher of watchers) watcher();
}

/** Ids of the fields of the page that hold such a thing. */
export function useUnsettledIds(): readonly string[] {
  const ids = useSyncExternalStore(watch, () => [...unsettled.keys()].map(({ id }) => id).join(" "));
  return ids === "" ? [] : ids.split(" ");
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Says that a field holds such a thing. @param say shows beside the field what is wrong with it */
export function useUnsettled(field: RefObject<HTMLElement | null>, holds: boolean, say: () => void): void {
  const latest = useEffectEvent(say);
  useEffect(() => {
    const element = field.current;
    if (!holds || element === null) return undefined;
    unsettled.set(element, () => latest());
    tell();
    return () => {
      unsettled.delete(element);
      tell();
    };
  }, [field, holds]);
}

/**
 * Leads to the first such field within a part of the page.
 * @returns whether there is one
 */
export function stopAtUnsettled(part: Node): boolean {
  const found = [...unsettled].find(([element]) => part.contains(element));
  if (found === undefined) return false;
  const [element, say] = found;
  element.focus();
  say();
  return true;
}

/** Whether a part of the page has such a field. */
export function holdsUnsettled(part: Node): boolean {
  return [...unsettled.keys()].some((element) => part.contains(element));
}

/** What a form hears when it is kept from being handed in for such a field. */
const stopped = "stopped";

/** Hears that a form was kept from being handed in, so that whatever else is wrong with it is said in the same go. */
export function useStopped(form: RefObject<HTMLElement | null>, say: () => void): void {
  const latest = useEffectEvent(say);
  useEffect(() => {
    const element = form.current;
    const hear = () => latest();
    element?.addEventListener(stopped, hear);
    return () => element?.removeEventListener(stopped, hear);
  }, [form]);
}

/**
 * Keeps every form of the page from being handed in while it holds one; the field from which somebody hands it in
 * by Enter settles first.
 * @returns a function that ends it
 */
export function guardForms(page: Document): () => void {
  const onSubmit = (event: SubmitEvent) => {
    if (!(event.target instanceof Node)) return;
    settleFocus(event.target);
    if (!stopAtUnsettled(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    event.target.dispatchEvent(new Event(stopped));
    if (event.target instanceof Element) tellRefused(event.target);
  };
  page.addEventListener("submit", onSubmit, true);
  return () => page.removeEventListener("submit", onSubmit, true);
}
