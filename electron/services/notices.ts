/** Keeps what is to be said until the page asks: at start things go wrong before there is a page to hear of it. */
import type { NoticeName } from "../../shared/contract/schemas/notices";

export class Notices {
  readonly #waiting = new Set<NoticeName>();
  #told: () => void = () => undefined;

  /** @param told is called whenever there is something to take */
  onTold(told: () => void): void {
    this.#told = told;
  }

  tell(name: NoticeName): void {
    this.#waiting.add(name);
    this.#told();
  }

  /** Hands everything over, once. */
  take(): NoticeName[] {
    const names = [...this.#waiting];
    this.#waiting.clear();
    return names;
  }
}
