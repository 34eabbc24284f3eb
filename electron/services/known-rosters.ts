/**
 * The open roster as it was known on past days: made when first asked about, kept for the next questions, and given up
 * as soon as an op comes that was written by then.
 *
 * A screen asks several questions at once about one day; they share one making. Two days are kept, so that a user can
 * go to and fro between them.
 */
import { appError } from "../../shared/contract/errors";
import { endOfHanoiDay } from "../../shared/domain/hanoi-time";
import { openAsKnown, type RosterReader } from "../roster/roster";
import type { Environment } from "./environment";

/** Days that are kept; each is a whole roster in a temporary file. */
const keptDays = 2;

type MakingProgress = (done: number, total: number) => void;

interface Kept<T> {
  readonly day: string;
  readonly made: Promise<T>;
  isReady: boolean;
  givenUp: boolean;
}

export class KnownRosters<T extends { close(): Promise<void> }> {
  readonly #path: string;
  readonly #pause: Environment["pause"];
  readonly #take: (reader: RosterReader) => T;
  #kept: Kept<T>[] = [];
  #onProgress: MakingProgress = () => undefined;

  /** @param take makes of what was opened what questions are asked of; the result closes the reader */
  constructor(path: string, pause: Environment["pause"], take: (reader: RosterReader) => T) {
    this.#path = path;
    this.#pause = pause;
    this.#take = take;
  }

  /**
   * The roster as known at the end of a day.
   * @throws AppError cancelled; see openRosterReadOnly
   */
  on(day: string): Promise<T> {
    const known = this.#kept.find((one) => one.day === day);
    if (known !== undefined) {
      this.#kept = [...this.#kept.filter((one) => one !== known), known];
      return known.made;
    }
    const kept: Kept<T> = { day, made: this.#make(day, () => kept.givenUp), isReady: false, givenUp: false };
    this.#kept.push(kept);
    kept.made.then(
      () => (kept.isReady = true),
      () => this.#forget(kept),
    );
    const [oldest] = this.#kept;
    if (this.#kept.length > keptDays && oldest !== undefined) this.#forget(oldest);
    return kept.made;
  }

  /** @param onProgress is told how far a making is; once more with a total of 0 when it ends */
  watch(onProgress: MakingProgress): void {
    this.#onProgress = onProgress;
  }

  /** Gives up what is being made; whoever waits for it is refused with `cancelled`. */
  stop(): void {
    for (const kept of this.#kept) if (!kept.isReady) this.#forget(kept);
  }

  /** An op was written at this time (ms), or at times that nobody knows (null): what was known since then is another. */
  opWritten(at: number | null): void {
    for (const kept of this.#kept) if (at === null || at <= endOfHanoiDay(kept.day)) this.#forget(kept);
  }

  async close(): Promise<void> {
    const all = this.#kept;
    for (const kept of all) this.#forget(kept);
    await Promise.allSettled(all.map(({ made }) => made));
  }

  #forget(kept: Kept<T>): void {
    kept.givenUp = true;
    this.#kept = this.#kept.filter((one) => one !== kept);
    // One that could not be made has nothing to close, and was told of to whoever asked for it.
    kept.made.then((roster) => roster.close()).catch(() => undefined);
  }

  async #make(day: string, givenUp: () => boolean): Promise<T> {
    try {
      const reader = await openAsKnown(this.#path, day, {
        onProgress: ({ done, total }) => this.#onProgress(done, total),
        pause: async () => {
          await this.#pause();
          if (givenUp()) throw appError("cancelled");
        },
      });
      return this.#take(reader);
    } finally {
      this.#onProgress(0, 0);
    }
  }
}
