/**
 * The file of a roster that is open for writing: its two connections, its lock, and the certainty that both are of the
 * file that people see under its name.
 *
 * A cloud program or a copy may put another file in its place, a stick may be pulled out and put back: what SQLite holds
 * open is then not what lies there. Nothing is written, and nothing is confirmed as saved, until the two agree. Where the
 * file that lies there holds the same as ours, it is opened instead, without a word; otherwise what is open can still be
 * read and be saved elsewhere.
 */
import { rmSync } from "node:fs";
import { appError } from "../../../shared/contract/errors";
import { type Connection, closeAside, connectReadOnly, emptyLog, settle } from "./connect";
import { entryOf, type FileIdentity, identityOf, isSameFile } from "./file-identity";
import { type ReadHandle, readHandle, type Source, type WriteWatch } from "./handle";
import { canonical, openExamined, openForWriting, saveCopy } from "./open-file";
import type { RosterLock } from "./roster-lock";

export interface RosterFileParts {
  /** As it was asked for; may lead to the file through links. */
  readonly path: string;
  readonly file: string;
  readonly lock: RosterLock;
  /** Tells how far a roster has come; equal for the same content only. */
  readonly markOf: (db: ReadHandle) => string;
  /** The file was opened again: another one by its numbers, with the same content. */
  readonly reopened: (looking: ReadHandle) => void;
}

interface Opened {
  readonly writing: Connection;
  readonly reading: Connection;
  readonly identity: FileIdentity | null;
  /** Of the log that SQLite keeps beside the file. */
  readonly wal: FileIdentity | null;
}

function walOf(file: string): string {
  return `${file}-wal`;
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
    return saveCopy(this.#opened.reading, path);
  }

  /** Never fails because the lock or the file went away. */
  close(): void {
    const { writing, reading, wal } = this.#opened;
    const { file, lock } = this.#parts;
    try {
      if (this.#isOthers()) {
        // What lies there is somebody else's, and SQLite would remove its log by name.
        closeAside(writing, reading);
        if (wal !== null && isSameFile(wal, entryOf(walOf(file))))
          for (const one of [walOf(file), `${file}-shm`]) rmSync(one, { force: true });
      } else {
        reading.close();
        settle(writing);
      }
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
    // SQLite opens what lies beside the file at the first reading; by then, that may be another file's.
    for (const one of [writing, reading]) one.pragma("user_version");
    return { writing, reading, identity: identityOf(path), wal: entryOf(walOf(file)) };
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
    // Emptied, so that whoever opens the other file does not have our log applied to it.
    if (this.#isOthers()) emptyLog(this.#opened.writing);
    return appError("roster-replaced", { path: this.#parts.path });
  }

  /** Opens what lies under the name now, where it holds the same as ours. */
  #openAgain(): boolean {
    const { path, file, lock, reopened } = this.#parts;
    const before = this.#opened;
    if (before.writing.inTransaction || identityOf(path) === null || canonical(path) !== file) return false;
    // As long as the log beside it is not empty, it may be ours and would show our work in the other file.
    if (this.#isOthers() && !emptyLog(before.writing)) return false;
    if (!this.#holdsTheSame()) return false;
    lock.check();
    const writing = openForWriting(file);
    try {
      this.#opened = this.#complete(writing);
    } catch (error) {
      writing.close();
      throw error;
    }
    closeAside(before.writing, before.reading);
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
