/**
 * Whose record was saved last in this window, so that a list on whose day that person holds no post can say where they
 * are: what was saved a moment ago must not seem to have vanished.
 */
import { useSyncExternalStore } from "react";

type Listener = () => void;

/** Kept for the page, and dropped with the roster that it is about. */
class JustSaved {
  #id: string | null = null;
  readonly #listeners = new Set<Listener>();

  readonly read = (): string | null => this.#id;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(id: string | null): void {
    this.#id = id;
    for (const listener of this.#listeners) listener();
  }
}

const justSaved = new JustSaved();

/** @param id null: nobody any more */
export function noteSaved(id: string | null): void {
  justSaved.set(id);
}

/** Id of the person saved last; null while nobody was. */
export function useJustSaved(): string | null {
  return useSyncExternalStore(justSaved.subscribe, justSaved.read);
}
