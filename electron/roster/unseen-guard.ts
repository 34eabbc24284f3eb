/**
 * The writer's memory of a roster that is being made beside its name: kept once, when it is whole.
 *
 * A sentinel guards against copies and backups that went on elsewhere, of which there can be none before the file has
 * appeared. Writing it at each of a sample's thousands of changes took a third of the time.
 */
import type { WriterGuard } from "./change-log";
import type { ConfirmedChange } from "./file/writer-identity";

export class UnseenGuard {
  #guard: WriterGuard | null = null;
  #last: ConfirmedChange | null = null;

  /** What a change log asks in place of a guard. */
  before(guard: WriterGuard): WriterGuard {
    this.#guard = guard;
    return {
      get identity() {
        return guard.identity;
      },
      sign: guard.sign,
      agrees: () => true,
      renew: () => guard.renew(),
      record: () => undefined,
      forget: () => undefined,
      confirm: (change) => {
        this.#last = change;
      },
    };
  }

  /** Keeps how far the roster was written. @throws AppError `home-unusable` */
  keep(): void {
    if (this.#last === null) return;
    this.#guard?.record(this.#last.end);
    this.#guard?.confirm(this.#last);
  }
}
