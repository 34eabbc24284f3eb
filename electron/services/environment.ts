/**
 * What services need from the machine they run on, handed in by the composition root, so that every service runs in
 * a test and on the command line as it does in the window.
 */
import { hanoiDay } from "../../shared/domain/hanoi-time";
import type { Translate } from "../../shared/i18n";
import type { RosterEnvironment } from "../roster/roster";
import type { ReadWorkbook } from "../files/import/read-elsewhere";
import type { WriteXlsx } from "../files/report/long-table";
import type { SolveProgrammes } from "../files/solver/solver";
import type { Permissions } from "./permissions";
import type { RecoverPart } from "../roster/recover-elsewhere";
import type { StartReading } from "../roster/read/index/people-reading";

export interface Environment extends RosterEnvironment, Permissions {
  /** Vietnamese or English words, by the settings. */
  readonly t: Translate;
  /** Lets other work of the process run between slices of long work. */
  readonly pause: () => Promise<void>;
  /** Reads a large roster's people in another thread, where the composition root has one. */
  readonly readElsewhere?: StartReading;
  /** Recovers a roster in another thread, where the composition root has one. */
  readonly recoverElsewhere?: RecoverPart;
  /** Reads a workbook in another thread, where the composition root has one. */
  readonly readWorkbookElsewhere?: ReadWorkbook;
  /** Makes a long workbook in another thread, where the composition root has one. */
  readonly writeXlsxElsewhere?: WriteXlsx;
  /** Solves a training plan in another thread, where the composition root has one. */
  readonly solveElsewhere?: SolveProgrammes;
}

/** Today in Hà Nội by this PC's clock, `YYYY-MM-DD`. */
export function todayOf(environment: Pick<Environment, "now">): string {
  return hanoiDay(environment.now());
}
