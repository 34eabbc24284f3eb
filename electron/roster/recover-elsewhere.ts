/**
 * Recovers a damaged roster without keeping others waiting: in a thread where the program has one, so that the window
 * goes on, shows how far it is and can break it off. What was begun and not ended leaves nothing behind, after a kill of
 * the program too.
 */
import { AppError } from "../../shared/contract/errors";
import { inThread } from "../files/thread";
import { beginPart } from "../files/unfinished";
import { flushFile } from "./file/connect";
import { appear, newPart, removePart } from "./file/open-file";
import { systemFailure } from "./file/sqlite-errors";
import type { LogUnit } from "./log/log-offices";
import { type Recovered, type RecoveredPart, recoverPart, type RecoveryRequest } from "./recover";
import type { Whose } from "./recover-whose";
import { openFile, type Roster, type RosterEnvironment } from "./roster";
import { UnseenGuard } from "./unseen-guard";

export interface RecoveryWatch {
  readonly signal?: AbortSignal | undefined;
  /** Told of a share of the whole, 0 to 1, that grows. */
  readonly onProgress?: (share: number) => void;
}

/** Does the work of `recoverPart` somewhere. */
export type RecoverPart = (request: RecoveryRequest, watch: RecoveryWatch) => Promise<RecoveredPart>;

/** In this thread, where nobody waits for anything else. */
const here: RecoverPart = (request, { onProgress }) =>
  new Promise((resolve) => resolve(recoverPart(request, onProgress)));

/** @param script the bundled recover-worker */
export function recoveringBy(script: URL): RecoverPart {
  return (order, { signal, onProgress }) =>
    inThread<RecoveryRequest, never, RecoveredPart>(script, { order, signal, onProgress });
}

export interface RecoveryPlace {
  /** The program's folder, where it is written down what is being made. */
  readonly home: string;
  /** Left out: in this thread. */
  readonly recoverElsewhere?: RecoverPart | undefined;
  /** Left out: nobody's machine, and nobody named an office. */
  readonly whose?: Whose;
  /** How the office's own row is made where it is lost. */
  readonly anew?: OfficeAnew;
}

export interface OfficeAnew {
  readonly environment: RosterEnvironment;
  /** Writes the office of a unit into a roster that has none. */
  readonly write: (roster: Roster, unit: LogUnit) => void;
}

/** Before the file has its name: no roster is made that is nobody's. */
async function makeOffice(part: string, unit: LogUnit, { environment, write }: OfficeAnew): Promise<void> {
  const unseen = new UnseenGuard();
  const roster = await openFile({ path: part, file: part, environment, unseen });
  try {
    write(roster, unit);
  } finally {
    await roster.close();
  }
  flushFile(part);
  unseen.keep();
}

const nobodys: Whose = { keys: [], unitCode: null };

/**
 * Recovers a damaged roster into a new file; the damaged one is only read.
 * @param to must not exist yet
 * @throws AppError as `recoverPart` and `beginPart`; `cancelled` where the signal came before it was whole
 */
export async function recoverRoster(
  path: string,
  to: string,
  { home, recoverElsewhere = here, whose = nobodys, anew }: RecoveryPlace,
  watch: RecoveryWatch = {},
): Promise<Recovered> {
  const [part, judged, copy] = [newPart(to), newPart(to), newPart(to)];
  const begun: [string, () => void][] = [];
  try {
    for (const one of [part, judged, copy]) begun.push([one, beginPart(home, one)]);
    const { officeless, ...recovered } = await recoverElsewhere({ path, to, part, copy, whose }, watch);
    if (officeless !== null) {
      if (anew === undefined) throw new Error("Nobody makes the office anew");
      await makeOffice(part, officeless, anew);
      // What others wrote was judged without an office: all is made anew for the one that is there.
      await recoverElsewhere({ path: part, to, part: judged, copy, whose }, watch);
    }
    try {
      appear(officeless === null ? part : judged, to);
    } catch (error) {
      throw error instanceof AppError ? error : systemFailure(error, to);
    }
    return recovered;
  } finally {
    for (const [one, done] of begun) {
      removePart(one);
      done();
    }
  }
}
