/** Rosters with a past: the machine's clock cannot be turned back for a whole program, so what is recorded is. */
import DatabaseConstructor from "better-sqlite3";
import { hanoiDay } from "../../shared/domain/hanoi-time";

const dayMs = 86_400_000;

/** Makes everything in a closed roster look as if it had been recorded so many days earlier. */
export function recordedEarlier(path: string, days: number): void {
  const db = new DatabaseConstructor(path);
  try {
    for (const table of ["op", "change"]) db.prepare(`UPDATE "${table}" SET at = at - ?`).run(days * dayMs);
  } finally {
    db.close();
  }
}

/** A day before today in Hà Nội, `YYYY-MM-DD`. */
export function dayBefore(days: number): string {
  return hanoiDay(Date.now() - days * dayMs);
}
