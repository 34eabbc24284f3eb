/** Keeps what is to be said until the page asks: at start things go wrong before there is a page to hear of it. */
import type { NoticeData } from "../../shared/contract/schemas/notices";

export class Notices {
  readonly #waiting = new Map<string, NoticeData>();
  #told: () => void = () => undefined;

  /** @param told is called whenever there is something to take */
  onTold(told: () => void): void {
    this.#told = told;
  }

  tell(notice: NoticeData): void {
    this.#waiting.set(JSON.stringify(notice), notice);
    this.#told();
  }

  /** Hands everything over, once. */
  take(): NoticeData[] {
    const notices = [...this.#waiting.values()];
    this.#waiting.clear();
    return notices;
  }
}
