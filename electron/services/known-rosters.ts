/**
 * The open roster as it was known on past days: made when first asked about, kept for the next questions, and given up
 * as soon as something else turns out to have been known then.
 *
 * A screen asks several questions at once about one day; they share one making. Two days are kept, so that a user can
 * go to and fro between them.
 */
import { appError } from "../../shared/contract/errors";
import type { KnownCut } from "../roster/read/known-cut";
import { openAsKnown, type RosterReader } from "../roster/roster";
import type { Environment } from "./environment";

/** Days that are kept; each is a whole roster in a temporary file. */
const keptDays = 2;

type MakingProgress = (done: number, total: number) => void;

interface Kept<T> {
  readonly day: string;
  /** The day on which it was asked: until when clocks are believed. */
  readonly today: string;
  readonly cut: KnownCut;
  readonly made: Promise<T>;
  isReady: boolean;
  givenUp: boolean;
}

/** What the past is made from, and what is made of it. */
export interface KnownSource<T> {
  readonly path: string;
  readonly pause: Environment["pause"];
  readonly today: () => string;
  readonly cutOf: (day: string, today: string) => KnownCut;
  /** Makes of what was opened what questions are asked of; the result closes the reader. */
  readonly take: (reader: RosterReader, cut: KnownCut) => T;
}

export class KnownRosters<T extends { close(): Promise<void> }> {
  readonly #source: KnownSource<T>;
  #kept: Kept<T>[] = [];
  #onProgress: MakingProgress = () => undefined;

  constructor(source: KnownSource<T>) {
    this.#source = source;
  }

  /**
   * The roster as known at the end of a day.
   * @throws AppError cancelled; see openRosterReadOnly
   */
  on(day: string): Promise<T> {
    const today = this.#source.today();
    const known = this.#kept.find((one) => one.day === day);
    if (known !== undefined && (known.today === today || this.#stillHolds(known))) {
      this.#kept = [...this.#kept.filter((one) => one !== known), known];
      return known.made;
    }
    if (known !== undefined) this.#forget(known);
    const cut = this.#source.cutOf(day, today);
    const made = this.#make(cut, () => kept.givenUp);
    const kept: Kept<T> = { day, today, cut, made, isReady: false, givenUp: false };
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

  /** Ops were appended here: gives up days of which something else is known by them. */
  opsWritten(): void {
    for (const kept of this.#kept) if (!this.#stillHolds(kept)) this.#forget(kept);
  }

  /** Ops came, went or lost their values: gives up every day. */
  logChanged(): void {
    for (const kept of this.#kept) this.#forget(kept);
  }

  async close(): Promise<void> {
    const all = this.#kept;
    this.logChanged();
    await Promise.allSettled(all.map(({ made }) => made));
  }

  #stillHolds({ day, cut }: Kept<T>): boolean {
    const { lastOp, doubted } = this.#source.cutOf(day, this.#source.today());
    return lastOp === cut.lastOp && doubted === cut.doubted;
  }

  #forget(kept: Kept<T>): void {
    kept.givenUp = true;
    this.#kept = this.#kept.filter((one) => one !== kept);
    // One that could not be made has nothing to close, and was told of to whoever asked for it.
    kept.made.then((roster) => roster.close()).catch(() => undefined);
  }

  async #make(cut: KnownCut, givenUp: () => boolean): Promise<T> {
    const { path, pause, take } = this.#source;
    try {
      const reader = await openAsKnown(path, cut.lastOp, {
        onProgress: ({ done, total }) => this.#onProgress(done, total),
        pause: async () => {
          await pause();
          if (givenUp()) throw appError("cancelled");
        },
      });
      return take(reader, cut);
    } finally {
      this.#onProgress(0, 0);
    }
  }
}
