/**
 * The file of a roster that is open for writing: its two connections, its lock, and the certainty that both are of the
 * file that people see under its name.
 *
 * A cloud program or a copy may put another file in its place, a stick may be pulled out and put back: what SQLite holds
 * open is then not what lies there. Nothing is written, and nothing is confirmed as saved, until the two agree. Where the
 * file that lies there holds the same as ours, it is opened instead, without a word; otherwise what is open can still be
 * read and be saved elsewhere.
 */
import { lstatSync } from "node:fs";
import { appError } from "../../../shared/contract/errors";
import { removeIfFree } from "../../files/rename";
import { type Connection, closeAside, connectReadOnly, keepInMemory, settle } from "./connect";
import { type FileIdentity, identityOf, isSameFile } from "./file-identity";
import { type ReadHandle, readHandle, type Source, type WriteWatch } from "./handle";
import { foreignAtSight, hasPending, journalOf } from "./leftovers";
import { canonical, openExamined, openForWriting, saveCopy } from "./open-file";
import type { RosterLock } from "./roster-lock";

export interface RosterFileParts {
  /** As it was asked for; may lead to the file through links. */
  readonly path: string;
  readonly file: string;
  readonly lock: RosterLock;
  readonly home: string;
  /** Tells how far a roster has come; equal for the same content only. */
  readonly markOf: (db: ReadHandle) => string;
  /** The file was opened again: another one by its numbers, with the same content. */
  readonly reopened: (looking: ReadHandle) => void;
}

interface Opened {
  readonly writing: Connection;
  readonly reading: Connection;
  readonly identity: FileIdentity | null;
}

export class RosterFile {
  readonly #parts: RosterFileParts;
  #opened: Opened;
  #mark = "";
  /** Of the writing connection after the last look: another number means that somebody else wrote. */
  #version = -1;
  /** Somebody else wrote while the lock was lost; what the window shows is old until the roster is opened anew. */
  #isBehind = false;

  /** @param writing a connection to the file; closed by `close` from here on */
  constructor(parts: RosterFileParts, writing: Connection) {
    this.#parts = parts;
    this.#opened = this.#complete(writing);
    this.#look();
  }

  /** What readers of the roster ask through. */
  get reading(): Source {
    return this.#source(() => this.#opened.reading);
  }

  get writing(): Source {
    return this.#source(() => this.#opened.writing);
  }

  /** Refuses what would be written elsewhere than people think, or over somebody else's work. */
  readonly watch: WriteWatch = {
    ready: () => {
      if (!this.#isInPlace() && !this.#openAgain()) throw this.#replaced();
    },
    begun: () => {
      if (!this.#isInPlace()) throw this.#replaced();
      if (this.#parts.lock.check() === "retaken" && this.#versionNow() !== this.#version)
        this.#isBehind = true;
      if (this.#isBehind) throw appError("roster-changed", { path: this.#parts.path });
      this.#version = this.#versionNow();
    },
    committed: () => {
      this.#look();
      if (!this.#isInPlace()) throw this.#replaced();
    },
  };

  /** Goes on from what others wrote; whoever asks has shown it. @throws AppError `lock-lost`, `roster-replaced` */
  catchUp(): void {
    this.watch.ready();
    this.#parts.lock.check();
    this.#isBehind = false;
    this.#look();
  }

  /** Saves what is open as a roster of its own, also where its own file was replaced. @throws AppError see `saveCopy` */
  saveCopy(path: string): Promise<void> {
    return saveCopy(this.#opened.reading, path, this.#parts.home);
  }

  /** Never fails because the lock or the file went away. */
  close(): void {
    const { writing, reading } = this.#opened;
    const { lock } = this.#parts;
    try {
      closeAside(reading);
      if (!this.#isOthers()) return settle(writing);
      // What lies there is somebody else's, and SQLite would remove its journal by name.
      closeAside(writing);
      this.#removeOwnJournal();
    } finally {
      lock.release();
    }
  }

  #source(now: () => Connection): Source {
    const openAgain = () => this.#openAgain();
    return {
      get db() {
        return now();
      },
      revive: openAgain,
    };
  }

  #complete(writing: Connection): Opened {
    const { path, file } = this.#parts;
    const reading = connectReadOnly(file);
    keepInMemory(writing);
    return { writing, reading, identity: identityOf(path) };
  }

  #look(): void {
    const { writing } = this.#opened;
    // Not by a source that opens the file again: that ends here.
    this.#mark = this.#parts.markOf(readHandle(writing, this.#parts.path));
    this.#version = this.#versionNow();
  }

  #versionNow(): number {
    return this.#opened.writing.pragma("data_version", { simple: true }) as number;
  }

  #isInPlace(): boolean {
    return isSameFile(this.#opened.identity, identityOf(this.#parts.path));
  }

  /** Whether another file lies there; not where none does. */
  #isOthers(): boolean {
    try {
      const there = identityOf(this.#parts.file);
      return there !== null && !isSameFile(this.#opened.identity, there);
    } catch {
      return false;
    }
  }

  #replaced(): Error {
    return appError("roster-replaced", { path: this.#parts.path });
  }

  /** The journal that our writes left, as long as nobody else can be writing there. */
  #removeOwnJournal(): void {
    const { file, lock } = this.#parts;
    try {
      const there = lstatSync(journalOf(file), { throwIfNoEntry: false });
      if (there?.isFile() === true && there.size === 0 && lock.check() === "held")
        removeIfFree(journalOf(file));
    } catch {
      // An empty journal beside a file that somebody else holds says nothing to anybody.
    }
  }

  /** Opens what lies under the name now, where it holds the same as ours. */
  #openAgain(): boolean {
    const { path, file, lock, reopened } = this.#parts;
    const before = this.#opened;
    if (before.writing.inTransaction || identityOf(path) === null || canonical(path) !== file) return false;
    // What lies beside it is dealt with when it is opened by people.
    if (foreignAtSight(file).length > 0 || hasPending(file) || !this.#holdsTheSame()) return false;
    lock.check();
    const writing = openForWriting(file);
    try {
      this.#opened = this.#complete(writing);
    } catch (error) {
      writing.close();
      throw error;
    }
    for (const one of [before.reading, before.writing]) closeAside(one);
    this.#look();
    reopened(readHandle(this.#opened.reading, path));
    return true;
  }

  #holdsTheSame(): boolean {
    const { path, file, markOf } = this.#parts;
    try {
      const looking = openExamined(file);
      try {
        return markOf(readHandle(looking, path)) === this.#mark;
      } finally {
        looking.close();
      }
    } catch {
      // What cannot be read as a roster is another file, or none.
      return false;
    }
  }
}
