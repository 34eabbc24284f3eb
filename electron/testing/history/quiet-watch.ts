/**
 * Looks at offices after each step of a history: where a log grew and nothing of it counts, nothing at all may be shown
 * otherwise.
 */
import { same } from "./clerk-eyes";
import type { Portrait } from "./model";
import type { PlayOffice } from "./office";
import type { Play } from "./play";

export class QuietWatch {
  readonly #play: Play;
  readonly #before = new Map<PlayOffice, { held: number; counting: string; portrait: Portrait }>();
  /** How many times a log grew quietly. */
  quiet = 0;

  constructor(play: Play) {
    this.#play = play;
  }

  /** @throws where an office shows something else than what counts says, or where it grew quietly and shows otherwise */
  look(): void {
    for (const office of this.#play.offices) {
      const held = this.#play.knownTo(office).size;
      const before = this.#before.get(office);
      const counting = [...this.#play.counting(office)].sort().join();
      if (before?.held === held && before.counting === counting) continue;
      const portrait = this.#play.portrait(office);
      same(portrait, this.#play.expected(office));
      if (before?.counting === counting) {
        same(portrait, before.portrait);
        this.quiet++;
      }
      this.#before.set(office, { held, counting, portrait });
    }
  }
}
