/**
 * What services need from the machine they run on, handed in by the composition root, so that every service runs in
 * a test and on the command line as it does in the window.
 */
import type { Translate } from "../../shared/i18n";
import type { RosterEnvironment } from "../roster/roster";
import type { Permissions } from "./permissions";
import type { StartReading } from "../roster/read/index/people-reading";

export interface Environment extends RosterEnvironment, Permissions {
  /** Vietnamese or English words, by the settings. */
  readonly t: Translate;
  /** Lets other work of the process run between slices of long work. */
  readonly pause: () => Promise<void>;
  /** Reads a large roster's people in another thread, where the composition root has one. */
  readonly readElsewhere?: StartReading;
}

/** Today by this PC's clock and time zone, `YYYY-MM-DD`. */
export function todayOf(environment: Pick<Environment, "now">): string {
  const now = new Date(environment.now());
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
