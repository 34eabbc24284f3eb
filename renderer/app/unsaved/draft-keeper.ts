/**
 * When the draft of one form is written: a pause after the last key, at the latest some seconds after the first one, and
 * when the field or the window is left. Each write waits for the disk, so not with each key.
 *
 * Apart from React, so that it can be tried without a page.
 */
import type { FormDraft } from "../../../shared/contract/schemas/form-drafts";

/** Milliseconds after the last key, and at the longest after the first that is not kept yet. */
export const pauseMs = 1_000;
export const longestMs = 5_000;

export interface DraftKeeperOutside {
  /** @throws BridgeError; `instead` is kept no more once it is done */
  readonly keep: (id: string, draft: FormDraft, instead: readonly string[]) => Promise<unknown>;
  readonly drop: (ids: readonly string[]) => Promise<unknown>;
  readonly newId: () => string;
  readonly now: () => number;
  /** Whether it failed for a moment only, so that it is tried again. */
  readonly isPassing: (error: unknown) => boolean;
  /** Told once of a form. */
  readonly onFailed: (error: unknown) => void;
}

export class DraftKeeper {
  readonly #outside: DraftKeeperOutside;
  readonly #id: string;
  /** Reads the form as it stands; null where nothing in it is unsaved. */
  #read: () => FormDraft | null = () => null;
  #kept: string | null = null;
  #instead: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #since: number | null = null;
  #isTold = false;
  /** Counts how often what is typed was saved or given up: what was on its way then is not tried again. */
  #dropped = 0;

  constructor(outside: DraftKeeperOutside) {
    this.#outside = outside;
    this.#id = outside.newId();
  }

  /** What the file holds of this form. */
  get ids(): readonly string[] {
    return [this.#id, ...this.#instead];
  }

  /** The form may say something else than before. @param read reads it as it stands, also later */
  changed(read: () => FormDraft | null): void {
    this.#read = read;
    if (read() === null) {
      // A form that takes a draft in may hold it only once it is drawn again.
      if (this.#kept === null && this.#instead.length > 0) this.#wait(pauseMs);
      else void this.drop();
      return;
    }
    const now = this.#outside.now();
    this.#since ??= now;
    this.#wait(Math.max(0, Math.min(pauseMs, this.#since + longestMs - now)));
  }

  /** Keeps at once what waits to be kept. */
  async flush(): Promise<void> {
    if (this.#timer === null) return;
    this.#stop();
    const draft = this.#read();
    if (draft === null) return this.drop();
    const text = JSON.stringify(draft);
    if (text === this.#kept && this.#instead.length === 0) return;
    const [before, instead, dropped] = [this.#kept, this.#instead, this.#dropped];
    this.#kept = text;
    try {
      await this.#outside.keep(this.#id, draft, instead);
      this.#instead = this.#instead.filter((id) => !instead.includes(id));
    } catch (error) {
      if (this.#dropped !== dropped) return;
      if (this.#kept === text) this.#kept = before;
      this.#failed(error);
    }
  }

  /** Goes on from a draft that was taken up in this form: what is kept from here on takes its place. */
  takeOver(id: string, read: () => FormDraft | null): void {
    this.#read = read;
    this.#instead = [...this.#instead, id];
    this.#wait(pauseMs);
  }

  /** The roster is another file: what was kept lies in the one before. */
  forget(): void {
    this.#kept = null;
    this.#instead = [];
  }

  /** What is typed was saved or given up. Never fails: what could not be dropped is offered again. */
  async drop(): Promise<void> {
    this.#stop();
    const { ids } = this;
    if (this.#kept === null && this.#instead.length === 0) return;
    this.#dropped++;
    this.#kept = null;
    this.#instead = [];
    try {
      await this.#outside.drop(ids);
    } catch {
      // The roster is closed, or cannot be written; the next opening asks about it.
    }
  }

  /** Ends without dropping what is kept. */
  end(): void {
    this.#stop();
  }

  #wait(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#since = null;
  }

  #failed(error: unknown): void {
    if (this.#outside.isPassing(error)) this.#wait(pauseMs);
    else if (!this.#isTold) {
      this.#isTold = true;
      this.#outside.onFailed(error);
    }
  }
}
