/**
 * The one way to write into a roster.
 *
 * A change is one transaction: ops are appended, rows are put into their tables, the change is listed; all of it or
 * nothing. Whoever wrote to a table in another way would break audit, undo, "as known on" and exchange at once.
 */
import type { ChainEnd } from "../../../shared/sync/chain";
import { sameBytes } from "../../../shared/sync/bytes";
import type { ChangeRef } from "../../../shared/sync/op";
import type { WriteHandle } from "../handle";
import { rebuildInPlace } from "../projection/rebuild";
import { applyEdit } from "./apply-edit";
import { type ChangeHeader, ChangeWriter, type WriterHead } from "./change-writer";
import type { ChangeRequest, WriteResult } from "./edits";
import { RowEditor } from "./row-editor";
import { planUndo, Undoer } from "./undo";

export type { ChangeRequest, Edit, Touched, WriteResult } from "./edits";

/** Keeps the writer's identity honest outside the database; see electron/files/writer-identity.ts. */
export interface WriterGuard {
  /** Key and incarnation, 48 bytes. */
  readonly identity: Uint8Array;
  /** Whether what is kept outside still agrees with where the roster stands. */
  agrees(end: ChainEnd | null): boolean;
  /** Takes a new incarnation: the roster was restored, or a copy of it went on elsewhere. */
  renew(): void;
  /** Keeps where the roster is about to stand, before it does. */
  record(end: ChainEnd | null): void;
}

export interface ChangeLogEnvironment {
  /** Wall clock, ms since 1970. */
  readonly now: () => number;
  /** A new UUID (version 7, so that rows made together lie together). */
  readonly newId: () => string;
}

export interface UndoRequest {
  readonly user: string;
  readonly reason?: string | null;
  readonly onProgress?: (opCount: number) => void;
}

const mostFreshIds = 10_000;

interface Planned {
  readonly header: ChangeHeader;
  readonly work: (rows: RowEditor) => void;
}

export class ChangeLog {
  readonly #db: WriteHandle;
  readonly #guard: WriterGuard;
  readonly #environment: ChangeLogEnvironment;
  /** Where the writer stood after our last change, as long as nobody else wrote. */
  #head: WriterHead | null = null;
  /** Ids that were handed out and not used yet: a bulk load need not ask whether they are new. */
  readonly #freshIds = new Set<string>();
  #outside = -1;

  constructor(db: WriteHandle, guard: WriterGuard, environment: ChangeLogEnvironment) {
    this.#db = db;
    this.#guard = guard;
    this.#environment = environment;
  }

  /** An id for a row that is about to be created. */
  newId(): string {
    const id = this.#environment.newId();
    if (this.#freshIds.size >= mostFreshIds) this.#freshIds.clear();
    this.#freshIds.add(id);
    return id;
  }

  /**
   * Writes a change.
   * @returns `changeId` null when no edit differed from what is there
   * @throws AppError `row-unknown`, `reference-missing`, `disk-full`, `roster-disk-failed`, `roster-readonly`, `home-unusable`;
   *   nothing was written then. Error for values of a wrong form.
   */
  write(request: ChangeRequest): WriteResult {
    return this.#commit(() => ({
      header: this.#header(request, request.action, null, null),
      work: (rows) => {
        for (const edit of request.edits) applyEdit(this.#db, rows, edit);
      },
    }));
  }

  /**
   * Takes a change back; of an undo: does it again.
   * @throws AppError `undo-blocked` with `laterChangeId` and `at` of the change that went on from it, `undo-nothing`
   */
  undo(changeId: number, request: UndoRequest): WriteResult {
    return this.#commit(() => {
      const plan = planUndo(this.#db, changeId);
      const writer = this.#db.value<Buffer>("SELECT identity FROM writer WHERE id = ?", plan.writer);
      if (writer === undefined) throw new Error(`Change ${changeId} has no writer`);
      const action = plan.redoes ? "redo" : "undo";
      return {
        header: this.#header(request, action, { writer, seq: plan.firstSeq }, changeId),
        work: (rows) => new Undoer(this.#db, rows, plan).run(),
      };
    });
  }

  /** Makes the tables again from the log, for a roster that an older program wrote. */
  rebuild(onProgress?: (opCount: number) => void): void {
    this.#db.transaction(() => rebuildInPlace(this.#db, onProgress));
  }

  #header(
    request: UndoRequest,
    action: string,
    undoes: ChangeRef | null,
    undoneId: number | null,
  ): ChangeHeader {
    return {
      at: this.#environment.now(),
      user: request.user,
      meta: { action, reason: request.reason ?? null, undoes },
      undoes: undoneId,
      onProgress: request.onProgress,
    };
  }

  #commit(plan: () => Planned): WriteResult {
    let recorded = false;
    let before: ChainEnd | null = null;
    try {
      const { result, head } = this.#db.transaction(() => {
        const start = this.#currentHead();
        before = start.end;
        const { header, work } = plan();
        const change = new ChangeWriter(this.#db, start, header);
        const rows = new RowEditor(this.#db, change, this.#freshIds);
        work(rows);
        const end = change.finish(rows.subject);
        const written: WriteResult = {
          changeId: change.changeId,
          opCount: change.opCount,
          touched: rows.touched,
        };
        if (end === null) return { result: written, head: start };
        // Kept outside first: if power fails before the commit, the next start sees a roster that is behind and takes a
        // new incarnation. The other way round, one sequence could be given to two ops.
        this.#guard.record(end.end);
        recorded = true;
        return { result: written, head: end };
      });
      this.#head = head;
      return result;
    } catch (error) {
      this.#head = null;
      if (recorded) this.#guard.record(before);
      throw error;
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

interface WriterRow {
  readonly id: number;
  readonly seq: number;
  readonly hash: Buffer | null;
}

function readHead(db: WriteHandle, identity: Uint8Array): WriterHead {
  const row = db.get<WriterRow>(
    "SELECT id, last_seq AS seq, last_hash AS hash FROM writer WHERE identity = ? AND branch = 0",
    identity,
  );
  const lamport = db.value<number>("SELECT max(last_lamport) FROM writer") ?? 0;
  const end = row?.hash == null ? null : { seq: row.seq, hash: row.hash };
  return { identity, writer: row?.id ?? null, end, lamport };
}
