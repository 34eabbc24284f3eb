/**
 * The one way to write into a roster.
 *
 * A change is one transaction: ops are appended, rows are put into their tables, the change is listed; all of it or
 * nothing. Whoever wrote to a table in another way would break audit, undo, "as known on" and exchange at once.
 */
import type { ChainEnd } from "../../shared/sync/chain";
import { entities } from "../../shared/domain/entities";
import { bytesToUuid, sameBytes, uuidToBytes } from "../../shared/sync/bytes";
import { AppError, appError } from "../../shared/contract/errors";
import { type Sign, signatureLength } from "../../shared/sync/packet/signing";
import type { ReadHandle, WriteHandle } from "./file/handle";
import type { ConfirmedChange } from "./file/writer-identity";
import { sql } from "./file/sql";
import { RowRefresher } from "./projection/row-refresher";
import type { Touched } from "./projection/touched";
import { applyEdit } from "./edit/apply-edit";
import { decideAll, type Deciding } from "./edit/decide";
import { changeHeader, type UndoRequest } from "./log/change-header";
import { type ChangeHeader, ChangeWriter, type WriterHead } from "./log/change-writer";
import { readHead } from "./log/own-head";
import type { ChangeRequest, WriteResult } from "./edit/edits";
import { type ReceiveEnd, type ReceiveEnvironment, ReceiveSession } from "./receive/receive-session";
import { type ReceptionUndone, undoReception } from "./receive/receive-undo";
import { RowEditor } from "./edit/row-editor";
import { sha256 } from "./file/sha256";
import { isNamed } from "./read/documents";
import { addBlob } from "./log/blobs";
import { isOwnKey, keepOwnKeys } from "./log/own-keys";
import { Standings } from "./log/standings";
import { keepOwnViews } from "./log/own-views";
import { keepSent, type SentPacket } from "./log/sent";
import { sweepBlobs, type Swept } from "./log/unused-blobs";
import { addShippedRow, type ShippedRow } from "./edit/shipped-rows";
import { Undoer } from "./edit/undo";
import { planUndo } from "./edit/undo-plan";

export type { ChangeRequest, Edit, WriteResult } from "./edit/edits";
export type { UndoRequest };

/** Keeps the writer's identity honest outside the database; see electron/files/writer-identity.ts. */
export interface WriterGuard {
  /** Key and incarnation, 48 bytes. */
  readonly identity: Uint8Array;
  /** Whether what is kept outside still agrees with where the roster stands. */
  agrees(end: ChainEnd | null): boolean;
  /** Takes a new incarnation: the roster was restored, or a copy of it went on elsewhere. */
  renew(): void;
  /** Keeps where the roster is about to stand, before it does. */
  record(end: ChainEnd): void;
  /** The roster does not stand where it was about to. */
  forget(): void;
  /** The roster stands there. */
  confirm(change: ConfirmedChange): void;
  /** Signs in the name of the identity. */
  readonly sign: Sign;
}

/**
 * Of a roster that nobody will go on with under this name: nothing is kept outside.
 * @param sign left out where what is written goes nowhere
 */
export function unguarded(
  identity: Uint8Array,
  sign: Sign = () => new Uint8Array(signatureLength),
): WriterGuard {
  const nothing = () => undefined;
  const memory = { agrees: () => true, renew: nothing, record: nothing, forget: nothing, confirm: nothing };
  return { identity, sign, ...memory };
}

export interface ChangeLogEnvironment {
  /** Wall clock, ms since 1970. */
  readonly now: () => number;
  /** A new UUID (version 7, so that rows made together lie together). */
  readonly newId: () => string;
}

/** What `tidy` did. */
export interface Tidied {
  readonly swept: Swept;
  readonly written: WriteResult;
}

/** Action of the change that says that documents were cleared away. */
export const tidyAction = "tidy";

const mostFreshIds = 10_000;

interface Planned {
  readonly header: ChangeHeader;
  /** @returns of an undo, how many rows it left as they are */
  readonly work: (rows: RowEditor) => number | void;
}

export class ChangeLog {
  readonly #db: WriteHandle;
  readonly #guard: WriterGuard;
  readonly #environment: ChangeLogEnvironment;
  /** Where the writer stood after our last change, as long as nobody else wrote. */
  #head: WriterHead | null = null;
  /** Kept as long as nobody else wrote, like the head. */
  #standings: Standings | null = null;
  #standingsOutside = -1;
  /** Ids that were handed out and not used yet: a bulk load need not ask whether they are new. */
  readonly #freshIds = new Set<string>();
  #outside = -1;
  #session: ReceiveSession | null = null;

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
      header: changeHeader(this.#environment.now(), request, request.action, null, null),
      work: (rows) => {
        for (const edit of request.edits) applyEdit(this.#db, rows, edit);
        for (const bytes of request.documents ?? [])
          if (isNamed(this.#db, sha256(bytes))) addBlob(this.#db, bytes);
      },
    }));
  }

  /**
   * Decides about proposals, or takes our own back, as far as this roster's office may.
   * @param check sees how everything stands then; what it throws refuses the deciding
   * @returns what was written, and ids of what was decided
   */
  decide(
    deciding: Deciding & { readonly user: string },
    check?: (after: ReadHandle, touched: Touched) => void,
  ): WriteResult & { readonly decided: ReadonlySet<string> } {
    let decided: ReadonlySet<string> = new Set();
    const written = this.#commit(() => ({
      header: changeHeader(
        this.#environment.now(),
        { user: deciding.user, reason: deciding.note },
        deciding.verdict === "withdraw" ? "withdraw" : "decide",
        null,
        null,
      ),
      work: (rows) => {
        decided = decideAll(this.#db, rows, deciding);
        check?.(this.#db, rows.touched);
      },
    }));
    return { ...written, decided };
  }

  /**
   * Takes a change back; of an undo: does it again.
   * @throws AppError `undo-blocked` with `laterChangeId` and `at` of the change that went on from it, `undo-nothing`
   */
  undo(changeId: number, request: UndoRequest): WriteResult {
    return this.#commit(() => {
      const plan = planUndo(this.#db, changeId);
      const writer = this.#db.value<Buffer>(sql`SELECT identity FROM writer WHERE id = ${plan.writer}`);
      if (writer === undefined) throw new Error(`Change ${changeId} has no writer`);
      const action = plan.redoes ? "redo" : "undo";
      return {
        header: changeHeader(
          this.#environment.now(),
          request,
          action,
          { writer, seq: plan.firstSeq },
          changeId,
        ),
        work: (rows) => new Undoer(this.#db, rows, plan).run(),
      };
    });
  }

  /**
   * Puts rows of the shipped lists into the roster; those that are there are left alone.
   * @returns how many were added
   */
  ship(rows: Iterable<ShippedRow>): number {
    this.#refuseWhileReceiving();
    return this.#db.transaction(() => {
      const refresher = new RowRefresher(this.#db, this.#db);
      let added = 0;
      for (const row of rows) if (addShippedRow(this.#db, refresher, row)) added++;
      // A unit more may be what a proposal waited for.
      this.#standings = null;
      for (const { row, entity } of new Standings(this.#db, this.#guard.identity).askAgain())
        refresher.refresh(entity, uuidToBytes(row));
      return added;
    });
  }

  /**
   * Keeps keys as those of the roster's own office.
   * @param keys 32 bytes each
   * @returns what is shown otherwise since; null where all were known
   */
  keepOwnKeys(keys: readonly Uint8Array[]): Touched | null {
    this.#refuseWhileReceiving();
    if (keys.every((key) => isOwnKey(this.#db, key))) return null;
    this.#standings = null;
    return this.#db.transaction(() => {
      keepOwnKeys(this.#db, keys);
      const refresher = new RowRefresher(this.#db, this.#db);
      for (const { row, entity } of new Standings(this.#db).anew())
        refresher.refresh(entity, uuidToBytes(row));
      const { entities: touched, officials } = refresher.touched;
      return { entities: touched, officials: [...officials] };
    });
  }

  /** Notes which of the roster's offices is the one that keeps it. */
  keepOffice(id: string): void {
    this.#standings = null;
    this.#db.run(sql`INSERT OR REPLACE INTO local_state (key, value) VALUES ('office', ${uuidToBytes(id)})`);
  }

  /**
   * Begins to receive files. Until `keepReceived` or `discardReceived` nothing else may write.
   * @throws AppError `busy`
   */
  beginReceive(environment: ReceiveEnvironment): ReceiveSession {
    this.#refuseWhileReceiving();
    this.#session = new ReceiveSession(this.#db, environment);
    return this.#session;
  }

  /** Keeps what the open session received. */
  keepReceived(): ReceiveEnd {
    const session = this.#ownSession();
    this.#session = null;
    this.#head = null;
    this.#standings = null;
    const end = session.keep();
    if (end.writers.some((writer) => sameBytes(writer, this.#guard.identity))) this.#guard.renew();
    return end;
  }

  /** Leaves the roster as it was; does nothing where no session is open. */
  discardReceived(): void {
    const session = this.#session;
    this.#session = null;
    session?.discard();
  }

  /**
   * @param check sees how everything stands then; what it throws refuses the undoing
   * @throws AppError `reception-undo-blocked`, `row-unknown`
   */
  undoReception(
    id: number,
    user: string,
    check?: (after: ReadHandle, touched: Touched) => void,
  ): ReceptionUndone {
    this.#refuseWhileReceiving();
    this.#head = null;
    this.#standings = null;
    const by = { user, at: this.#environment.now() };
    return this.#db.transaction(() => undoReception(this.#db, id, by, check));
  }

  /**
   * Clears away documents that nothing names. A change of the office's own row says in the log that it was done, where
   * there were any.
   */
  tidy(user: string): Tidied {
    let swept: Swept = { documents: 0, bytes: 0 };
    const written = this.#commit(() => ({
      header: changeHeader(this.#environment.now(), { user }, tidyAction, null, null),
      work: (rows) => {
        swept = sweepBlobs(this.#db);
        if (swept.documents > 0) this.#noteTidying(rows);
      },
    }));
    return { swept, written };
  }

  #noteTidying(rows: RowEditor): void {
    const office = this.#db.value<Buffer>(sql`SELECT value FROM local_state WHERE key = 'office'`);
    // Only a roster that nobody has set up yet has none.
    if (office !== undefined) rows.write(rows.open(entities.office.id, bytesToUuid(office)), new Map());
  }

  /** Notes a packet that was written. */
  /** See own-views.ts. @throws AppError busy */
  keepViews(text: string): void {
    this.#refuseWhileReceiving();
    this.#db.transaction(() => keepOwnViews(this.#db, text));
  }

  noteSent(packet: SentPacket): void {
    this.#refuseWhileReceiving();
    this.#db.transaction(() => keepSent(this.#db, packet));
  }

  #ownSession(): ReceiveSession {
    if (this.#session === null) throw new Error("No reception is open");
    return this.#session;
  }

  #refuseWhileReceiving(): void {
    if (this.#session !== null) throw appError("busy");
  }

  #commit(plan: () => Planned): WriteResult {
    this.#refuseWhileReceiving();
    let recorded: ChainEnd | null = null;
    try {
      const { result, head, confirmed } = this.#db.transaction(() => {
        const start = this.#currentHead();
        const { header, work } = plan();
        const change = new ChangeWriter(this.#db, start, header);
        const rows = new RowEditor(this.#db, change, this.#freshIds, this.#standingsNow());
        const keptLater = work(rows) ?? 0;
        const end = change.finish((message) => this.#guard.sign(message));
        const written: WriteResult = {
          changeId: change.changeId,
          opCount: change.opCount,
          proposals: rows.proposals,
          waiting: rows.waiting,
          keptOut: rows.keptOut,
          keptLater,
          touched: rows.touched,
        };
        if (end === null) return { result: written, head: start, confirmed: null };
        // Kept outside first: if power fails before the commit, the next start sees a roster that is behind and takes a
        // new incarnation. The other way round, one sequence could be given to two ops.
        this.#guard.record(end.end);
        recorded = end.end;
        return { result: written, head: end, confirmed: { end: end.end, at: header.at } };
      });
      this.#head = head;
      if (confirmed !== null) this.#confirm(confirmed);
      return result;
    } catch (error) {
      this.#head = null;
      this.#standings = null;
      if (recorded !== null && !this.#stands(recorded)) this.#guard.forget();
      throw error;
    }
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
