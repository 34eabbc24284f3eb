/**
 * The drafts that forms of this window are writing just now, and the one that somebody took up. Kept outside of React:
 * the notice over the screens must not offer what is being typed, and whoever leaves all forms at once drops all of it.
 */
import { useSyncExternalStore } from "react";
import type { ToldFormDraft } from "../../../shared/contract/schemas/form-drafts";

/** A form as it is known here. */
export interface LiveForm {
  readonly ids: readonly string[];
  readonly drop: () => Promise<void>;
}

class LiveForms {
  readonly #forms = new Set<LiveForm>();
  readonly #listeners = new Set<() => void>();
  #taken: ToldFormDraft | null = null;
  #hasFailed = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** As one text, so that equal answers are one value. */
  readonly ids = (): string => [...this.#forms].flatMap(({ ids }) => ids).join(" ");
  readonly taken = (): ToldFormDraft | null => this.#taken;

  add(form: LiveForm): () => void {
    this.#forms.add(form);
    this.#hasFailed = false;
    this.tell();
    return () => {
      this.#forms.delete(form);
      this.tell();
    };
  }

  take(draft: ToldFormDraft | null): void {
    this.#taken = draft;
    this.tell();
  }

  async dropAll(): Promise<void> {
    await Promise.all([...this.#forms].map((form) => form.drop()));
  }

  /** The page is being taken away by a bug, and its forms with it: what they kept is what is left of the typing. */
  fail(): void {
    this.#hasFailed = true;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const liveForms = new LiveForms();

/** Whether a draft is that of a form which is on screen. */
export function useIsLive(): (id: string) => boolean {
  const ids = useSyncExternalStore(liveForms.subscribe, liveForms.ids).split(" ");
  return (id) => ids.includes(id);
}

/** The draft that somebody took up and no form has taken in yet, where it is meant for this form. */
export function useTaken(isMeant: (draft: ToldFormDraft) => boolean): ToldFormDraft | null {
  const taken = useSyncExternalStore(liveForms.subscribe, liveForms.taken);
  return taken !== null && isMeant(taken) ? taken : null;
}
