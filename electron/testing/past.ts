/** Rosters as they were known on past days, for tests that ask below the services. */
import { openAsKnown } from "../roster/as-known";
import type { ReadHandle } from "../roster/file/handle";
import type { RosterReader } from "../roster/reader";
import { knownCut } from "../roster/read/known-cut";

/** @param today the day on which it is asked; far ahead where all clocks are to be believed */
export function openOn(
  { path, db }: { readonly path: string; readonly db: ReadHandle },
  day: string,
  today = "2200-12-31",
): Promise<RosterReader> {
  return openAsKnown(path, knownCut(db, day, today).lastOp, { pause: () => Promise.resolve() });
}
