/** Begins to read an open roster's people into memory: in a thread of its own where there are many, else in slices. */
import { appError } from "../../shared/contract/errors";
import type { ReadHandle } from "../roster/file/handle";
import { lastRow } from "../roster/read/facts";
import { type PeopleReading, readHere } from "../roster/read/index/people-reading";
import type { Environment } from "./environment";

/** Rosters whose rows were numbered up to here are read in a thread of their own, where there is one. */
const largeRoster = 100_000;

/** @param isFile whether another thread can see it @param isClosed asked between slices */
export function startReading(
  { db, path }: { readonly db: ReadHandle; readonly path: string },
  { readElsewhere, pause }: Environment,
  isFile: boolean,
  onProgress: (done: number, total: number) => void,
  isClosed: () => boolean,
): PeopleReading {
  if (readElsewhere !== undefined && isFile && lastRow(db) >= largeRoster)
    return readElsewhere(path, onProgress);
  return readHere(db, {
    onProgress,
    pause: async () => {
      await pause();
      if (isClosed()) throw appError("cancelled");
    },
  });
}
