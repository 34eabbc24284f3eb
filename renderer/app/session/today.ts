/** The page's only clock: everything else is given its day. */
import { hanoiDay } from "../../../shared/domain/hanoi-time";

/** Today in Hà Nội by this PC's clock, `YYYY-MM-DD`. */
export function today(): string {
  return hanoiDay(Date.now());
}
