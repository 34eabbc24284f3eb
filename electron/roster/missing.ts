/**
 * What was saved on this machine and is not in a roster: after a backup was put back, the disk was set back to an earlier
 * state, or an older copy was put in the roster's place. The roster itself cannot know; the sentinels beside it do.
 *
 * A copy is not the roster. Whoever looks into last month's backup, or into what was once copied onto a stick, while the
 * roster itself still lies where it was written, misses nothing. So a sentinel speaks of a roster that tells of its writer
 * where the file is the one that it was kept for, by its place or by its number, or where nothing lies there any more; and
 * of one that goes back to before its writer's first change only at that very place, where the same office keeps it.
 */
import { existsSync } from "node:fs";
import { bytesToUuid, sameBytes } from "../../shared/sync/bytes";
import { type FileHints, fileHints, type MachineHints, sameFile, sameMachine } from "./file/machine-hints";
import { canonical } from "./file/open-file";
import { allSentinels, type Confirmed, type FoundSentinel, SentinelFile } from "./file/sentinel";
import type { ReadHandle } from "./file/handle";
import { sql } from "./file/sql";
import { holdsOp } from "./log/op-rows";
import { rosterKeys } from "./log/own-keys";

/** What this machine remembers with. */
export interface Memory {
  /** Folder of keys, sentinels and settings. */
  readonly home: string;
  readonly hints: MachineHints;
}

export interface MissingChanges {
  /** How many changes; at least one. */
  readonly changes: number;
  /** Instant of the last of them, ms since 1970. */
  readonly lastAt: number;
  /** What was saved in this roster since it went on without them, which whatever holds them lacks; null: nothing. */
  readonly since: SavedSince | null;
}

export interface SavedSince {
  readonly changes: number;
  /** Instants of the first and the last of them. */
  readonly firstAt: number;
  readonly lastAt: number;
}

interface Behind {
  readonly sentinel: FoundSentinel;
  readonly confirmed: Confirmed;
  readonly changes: number;
}

function isItsFile(sentinel: FoundSentinel, file: FileHints): boolean {
  return sentinel.file.path === file.path || sameFile(sentinel.file, file);
}

function changesOf(db: ReadHandle, identity: Uint8Array): number {
  const query = sql`
    SELECT count(*) FROM change JOIN writer ON writer.id = change.writer WHERE writer.identity = ${identity}`;
  return db.value<number>(query) ?? 0;
}

function behind(db: ReadHandle, path: string, { home, hints }: Memory): Behind[] {
  const file = fileHints(canonical(path));
  const office = db.value<Buffer>(sql`SELECT value FROM local_state WHERE key = 'office'`);
  const id = office === undefined ? null : bytesToUuid(office);
  const writers = db.raw<[Buffer]>(sql`SELECT DISTINCT identity FROM writer`);
  return allSentinels(home).flatMap((sentinel): Behind[] => {
    const { confirmed, letGo, machine, roster, identity } = sentinel;
    if (confirmed === null || letGo || !sameMachine(machine, hints)) return [];
    const isTold = writers.some(([writer]) => sameBytes(writer, identity));
    const isHere = isItsFile(sentinel, file);
    const isOfThis = isHere ? isTold || (roster !== null && roster === id) : isTold;
    if (!isOfThis || (!isHere && existsSync(sentinel.file.path))) return [];
    if (holdsOp(db, identity, confirmed.end.seq, confirmed.end.hash)) return [];
    return [{ sentinel, confirmed, changes: Math.max(1, confirmed.changes - changesOf(db, identity)) }];
  });
}

/**
 * What this machine saved into a roster and the roster does not hold; null where nothing is known to be missing.
 * @param path of the roster's file
 * @throws AppError `home-unusable`
 */
export function missingChanges(db: ReadHandle, path: string, memory: Memory): MissingChanges | null {
  const found = behind(db, path, memory);
  if (found.length === 0) return null;
  return {
    changes: found.reduce((sum, { changes }) => sum + changes, 0),
    lastAt: Math.max(...found.map(({ confirmed }) => confirmed.at)),
    since: savedSince(db, found),
  };
}

/**
 * Own changes under other names than those that were rolled back, which a roster that is behind gives up: those after the
 * last change under such a name, or, where none of those is left, after the last that is missing by this machine's clock.
 */
function savedSince(db: ReadHandle, found: readonly Behind[]): SavedSince | null {
  const lost = found.map(({ sentinel }) => Buffer.from(sentinel.identity).toString("hex"));
  const at = Math.max(...found.map(({ confirmed }) => confirmed.at));
  const known = db.value<number>(sql`
    SELECT max(change.id) FROM change JOIN writer ON writer.id = change.writer
    WHERE lower(hex(writer.identity)) IN (SELECT value FROM json_each(${JSON.stringify(lost)}))`);
  const { changes, firstAt, lastAt } = db.get<{ changes: number; firstAt: number; lastAt: number }>(sql`
    SELECT count(*) AS changes, min(change.at) AS firstAt, max(change.at) AS lastAt
    FROM change JOIN writer ON writer.id = change.writer
    WHERE change.reception IS NULL AND change.id > ${known ?? 0} AND (${known ?? null} IS NOT NULL OR change.at > ${at})
      AND lower(hex(substr(writer.identity, 1, 32))) IN (SELECT value FROM json_each(${JSON.stringify(rosterKeys(db))}))
  `) ?? { changes: 0, firstAt: 0, lastAt: 0 };
  return changes === 0 ? null : { changes, firstAt, lastAt };
}

/** Somebody goes on with the roster as it is: what is missing is not said again. @throws AppError `home-unusable` */
export function letMissingGo(db: ReadHandle, path: string, memory: Memory): void {
  for (const { sentinel } of behind(db, path, memory)) {
    const { identity, ...remembered } = sentinel;
    new SentinelFile(memory.home, identity).write({ ...remembered, letGo: true });
  }
}
