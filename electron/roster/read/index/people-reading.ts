/**
 * How an open roster's people come into memory: facts first, which all figures are counted from, then names.
 *
 * `readHere` does it in this thread, slice by slice; worker-reading.ts in another one, for rosters so large that even
 * the slices would be felt.
 */
import type { ReadHandle } from "../../file/handle";
import { type LoadedFacts, loadFacts, type LoadOptions } from "./load-facts";
import { NameList } from "./name-list";

export interface PeopleReading {
  readonly facts: Promise<LoadedFacts>;
  /** Comes after the facts; its indices are theirs. */
  readonly names: Promise<NameList>;
  /** Ends the reading where it is still going on; resolves once nothing holds the file any more. */
  stop(): Promise<void>;
}

/** Starts a reading of the roster file at this path. */
export type StartReading = (path: string, onProgress: (done: number, total: number) => void) => PeopleReading;

/** @throws AppError by the promises, when the roster cannot be read; whatever `pause` throws */
export function readHere(db: ReadHandle, options: LoadOptions): PeopleReading {
  const facts = loadFacts(db, options);
  const names = facts.then((loaded) => NameList.load(db, loaded.facts, options));
  return { facts, names, stop: () => names.then(ignore, ignore) };
}

function ignore(): void {
  // Whoever asked for the facts is told of a failure; stopping only waits.
}
