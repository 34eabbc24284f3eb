/**
 * Writes changes of the roster's own writer: one transaction each, the head kept outside before it is committed and
 * confirmed after it. A short change is written at once; a long one in slices between which other work runs, with nothing
 * else written meanwhile.
 *
 * Invariants: a change is written whole or not at all, whatever ends it; what is remembered between changes (where the
 * writer stands, how ops stand) holds only as long as nobody else wrote.
 */
import { AppError, appError } from "../../../shared/contract/errors";
import { bytesToUuid, sameBytes } from "../../../shared/sync/bytes";
import type { ChainEnd } from "../../../shared/sync/chain";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import type { ConfirmedChange } from "../file/writer-identity";
import { type ChangeHeader, ChangeWriter, type WriterHead, type WrittenHead } from "../log/change-writer";
import { readHead } from "../log/own-head";
import { Standings } from "../log/standings";
import type { WriteResult } from "./edits";
import { RowEditor } from "./row-editor";
import type { WriterGuard } from "./writer-guard";

export interface Planned<Work> {
  readonly header: ChangeHeader;
  readonly work: (rows: RowEditor) => Work;
}

/** Of an undo, how many rows it left as they are. */
export type KeptLater = number | void;

interface Begun {
  readonly change: ChangeWriter;
  readonly rows: RowEditor;
  readonly start: WriterHead;
}

interface Ended {
  readonly result: WriteResult;
  readonly start: WriterHead;
  /** Null where nothing was written. */
  readonly head: WrittenHead | null;
}

export class OwnChanges {
  readonly #db: WriteHandle;
  readonly #guard: WriterGuard;
  /** Ids that were handed out and not used yet: a bulk load need not ask whether they are new. */
  readonly #freshIds: Set<string>;
  /** Where the writer stood after our last change, as long as nobody else wrote. */
  #head: WriterHead | null = null;
  /** Kept as long as nobody else wrote, like the head. */
  #standings: Standings | null = null;
  #standingsOutside = -1;
  #outside = -1;
  #isWriting = false;

  constructor(db: WriteHandle, guard: WriterGuard, freshIds: Set<string>) {
    this.#db = db;
    this.#guard = guard;
    this.#freshIds = freshIds;
  }

  /** Whether a long change is under way: nothing else may write. */
  get isWriting(): boolean {
    return this.#isWriting;
  }

  /** Ends a long change that is under way as if it had not been begun; whoever waits for it is refused with `cancelled`. */
  stop(): void {
    if (this.#isWriting && this.#db.inTransaction()) this.#db.script(sql`ROLLBACK`);
  }

  /** Something else than a change of our own was written. */
  forgetHead(): void {
    this.#head = null;
    this.#standings = null;
  }

  /** Ops may stand otherwise since. */
  forgetStandings(): void {
    this.#standings = null;
  }

  /** @throws AppError `busy` while a long change is written, and whatever the work throws; nothing was written then */
  write(plan: () => Planned<KeptLater>): WriteResult {
    if (this.#isWriting) throw appError("busy");
    const recording = new Recording(this.#guard);
    try {
      const { ended, at } = this.#db.transaction(() => {
        const { header, work } = plan();
        const begun = this.#begun(header);
        const keptLater = work(begun.rows) ?? 0;
        return { ended: this.#ended(begun, keptLater, recording), at: header.at };
      });
      return this.#kept(ended, at);
    } catch (error) {
      throw this.#failed(error, recording);
    }
  }

  /**
   * Writes a change in slices.
   * @param plan its work stops wherever it yields, until other work has run
   * @param pause lets other work run; what it throws ends the change, and nothing was written then
   * @throws AppError as `write`; `cancelled` where the roster was closed meanwhile
   */
  async writeInSlices(
    plan: () => Planned<Iterator<unknown, KeptLater>>,
    pause: () => Promise<void>,
  ): Promise<WriteResult> {
    if (this.#isWriting) throw appError("busy");
    const recording = new Recording(this.#guard);
    this.#isWriting = true;
    try {
      this.#db.begin();
      const { header, work } = plan();
      const begun = this.#begun(header);
      const slices = work(begun.rows);
      let slice = slices.next();
      while (slice.done !== true) {
        await pause();
        // SQLite ends a transaction by itself when the disk is full or gone: nothing may be written outside of it.
        if (!this.#db.inTransaction()) throw appError("cancelled");
        slice = slices.next();
      }
      const ended = this.#ended(begun, slice.value ?? 0, recording);
      this.#db.commit();
      return this.#kept(ended, header.at);
    } catch (error) {
      if (this.#db.inTransaction()) this.#db.script(sql`ROLLBACK`);
      throw this.#failed(error, recording);
    } finally {
      this.#isWriting = false;
    }
  }

  #begun(header: ChangeHeader): Begun {
    const start = this.#currentHead();
    const change = new ChangeWriter(this.#db, start, header);
    return { start, change, rows: new RowEditor(this.#db, change, this.#freshIds, this.#standingsNow()) };
  }

  #ended({ start, change, rows }: Begun, keptLater: number, recording: Recording): Ended {
    const head = change.finish((message) => this.#guard.sign(message));
    const result: WriteResult = {
      changeId: change.changeId,
      opCount: change.opCount,
      proposals: rows.proposals,
      waiting: rows.waiting,
      keptOut: rows.keptOut,
      keptLater,
      touched: rows.touched,
    };
    // Kept outside first: if power fails before the commit, the next start sees a roster that is behind and takes a
    // new incarnation. The other way round, one sequence could be given to two ops.
    if (head !== null) recording.record(head.end);
    return { result, start, head };
  }

  #kept({ result, start, head }: Ended, at: number): WriteResult {
    this.#head = head ?? start;
    if (head !== null) this.#confirm({ end: head.end, at });
    return result;
  }

  #failed(error: unknown, { recorded }: Recording): unknown {
    this.forgetHead();
    if (recorded !== null && !this.#stands(recorded)) this.#guard.forget();
    return error;
  }

  #standingsNow(): Standings {
    const outside = this.#db.outsideVersion();
    if (this.#standings === null || outside !== this.#standingsOutside)
      this.#standings = new Standings(this.#db, this.#guard.identity);
    this.#standingsOutside = outside;
    return this.#standings;
  }

  /** The change stands: that a copy without it is behind is known from here on. */
  #confirm(change: Omit<ConfirmedChange, "roster">): void {
    try {
      const office = this.#db.value<Buffer>(sql`SELECT value FROM local_state WHERE key = 'office'`);
      this.#guard.confirm({ ...change, roster: office === undefined ? null : bytesToUuid(office) });
    } catch (error) {
      // It is saved, and said to be about to be written already; the next opening finds that it was.
      if (!(error instanceof AppError)) throw error;
    }
  }

  /**
   * Whether the log got as far as that although something failed: the change was committed, but cannot be confirmed. What
   * was kept outside must then stay, and also where nobody can tell: one incarnation too many costs little.
   */
  #stands(end: ChainEnd): boolean {
    try {
      const now = readHead(this.#db, this.#guard.identity).end;
      return now !== null && now.seq >= end.seq;
    } catch {
      return true;
    }
  }

  /** Reads where the writer stands; takes a new incarnation where the roster and what is kept outside disagree. */
  #currentHead(): WriterHead {
    const outside = this.#db.outsideVersion();
    const isKnown = this.#head !== null && outside === this.#outside;
    const head = isKnown && this.#head !== null ? this.#head : readHead(this.#db, this.#guard.identity);
    this.#outside = outside;
    if (sameBytes(head.identity, this.#guard.identity) && this.#guard.agrees(head.end)) return head;
    this.#guard.renew();
    return readHead(this.#db, this.#guard.identity);
  }
}

/** What was kept outside of where the roster is about to stand. */
class Recording {
  readonly #guard: WriterGuard;
  recorded: ChainEnd | null = null;

  constructor(guard: WriterGuard) {
    this.#guard = guard;
  }

  record(end: ChainEnd): void {
    this.#guard.record(end);
    this.recorded = end;
  }
}
