/**
 * A roster read into memory whole, without SQLite touching the file: where a write was killed and nothing may be written
 * to undo it (a read-only stick, a roster that is only looked at), or where something foreign lies beside it.
 */
import { lstatSync } from "node:fs";
import { basename } from "node:path";
import { appError } from "../../../shared/contract/errors";
import { readPlainFile } from "../../files/plain-file";
import { type Connection, inMemory } from "./connect";
import { rolledBack } from "./journal";
import { foreignAtSight, hasPending, journalIsOf, journalOf, type Leftover } from "./leftovers";

/** Another program may be writing just now: times, and the pause between them, ms. */
const mostTries = 40;
const pause = 50;

export interface Snapshot {
  readonly db: Connection;
  /** What lies beside it and was passed over. */
  readonly leftovers: readonly Leftover[];
}

/** Differs once anything was written into one of the files, as far as its times tell. */
function marks(...paths: readonly string[]): string {
  return paths
    .map((path) => lstatSync(path, { bigint: true, throwIfNoEntry: false }))
    .map((stats) => (stats === undefined ? "-" : `${stats.ino} ${stats.size} ${stats.mtimeNs}`))
    .join(" ");
}

function plain(path: string, following: boolean): Buffer {
  const bytes = readPlainFile(path, { following });
  if (bytes === null) throw appError("roster-foreign", { path });
  return bytes;
}

/** @throws AppError `roster-foreign`, `busy` where somebody keeps on writing; errors of node:fs and SQLite */
export function snapshot(file: string): Snapshot {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = marks(file, journalOf(file));
    const bytes = plain(file, true);
    const pending = hasPending(file) ? plain(journalOf(file), false) : null;
    if (before !== marks(file, journalOf(file))) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
      continue;
    }
    const whose = pending === null ? "nothing" : journalIsOf(bytes, pending);
    const foreign = foreignAtSight(file);
    if (whose === "foreign") foreign.push(journalOf(file));
    const whole = whose === "ours" && pending !== null ? rolledBack(bytes, pending) : bytes;
    return {
      db: inMemory(whole),
      leftovers: foreign.map((path) => ({ name: basename(path), asideAs: null })),
    };
  }
  throw appError("busy");
}
