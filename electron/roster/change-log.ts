/**
 * The one way to write into a roster.
 *
 * A change is one transaction: ops are appended, rows are put into their tables, the change is listed; all of it or
 * nothing. Whoever wrote to a table in another way would break audit, undo, "as known on" and exchange at once.
 */
import { entities } from "../../shared/domain/entities";
import { bytesToUuid, sameBytes, uuidToBytes } from "../../shared/sync/bytes";
import { appError } from "../../shared/contract/errors";
import { type FormDraftText, keepFormDraft } from "./file/form-drafts";
import type { ReadHandle, WriteHandle } from "./file/handle";
import { sql } from "./file/sql";
import { RowRefresher } from "./projection/row-refresher";
import type { Touched } from "./projection/touched";
import { ClassEffects } from "./edit/class-effects";
import { decideAll, type Deciding } from "./edit/decide";
import { changeHeader, type UndoRequest } from "./log/change-header";
import type { ChangeRequest, WriteResult } from "./edit/edits";
import { type ReceiveEnd, type ReceiveEnvironment, ReceiveSession } from "./receive/receive-session";
import { type ReceptionUndone, undoReception } from "./receive/receive-undo";
import { OwnChanges, type Planned } from "./edit/own-changes";
import type { RowEditor } from "./edit/row-editor";
import type { ChangeLogEnvironment, WriterGuard } from "./edit/writer-guard";
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
export { type ChangeLogEnvironment, unguarded, type WriterGuard } from "./edit/writer-guard";
export type { UndoRequest };

/** What `tidy` did. */
export interface Tidied {
  readonly swept: Swept;
  readonly written: WriteResult;
}

/** Action of the change that says that documents were cleared away. */
export const tidyAction = "tidy";

/** Edits between two pauses of a long change: some milliseconds. */
const editsAtOnce = 64;
const mostFreshIds = 10_000;

export class ChangeLog {
  readonly #db: WriteHandle;
  readonly #guard: WriterGuard;
  readonly #environment: ChangeLogEnvironment;
  /** Ids that were handed out and not used yet: a bulk load need not ask whether they are new. */
  readonly #freshIds = new Set<string>();
  readonly #own: OwnChanges;
  #session: ReceiveSession | null = null;

  constructor(db: WriteHandle, guard: WriterGuard, environment: ChangeLogEnvironment) {
    this.#db = db;
    this.#guard = guard;
    this.#environment = environment;
    this.#own = new OwnChanges(db, guard, this.#freshIds);
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
   * @throws AppError `row-unknown`, `reference-missing`, `validation` for a class that gets too full, `disk-full`, `roster-disk-failed`, `roster-readonly`, `home-unusable`;
   *   nothing was written then. Error for values of a wrong form.
   */
  write(request: ChangeRequest): WriteResult {
    return this.#write(() => ({
      header: changeHeader(this.#environment.now(), request, request.action, null, null),
      work: (rows) => {
        const effects = new ClassEffects(this.#db, rows);
        for (const edit of request.edits) effects.apply(edit);
        effects.finish();
        for (const bytes of request.documents ?? [])
          if (isNamed(this.#db, sha256(bytes))) addBlob(this.#db, bytes);
      },
    }));
  }

  /**
   * Writes a change of many edits in slices between which other work runs; nothing else may write meanwhile, and readers,
   * who have a connection of their own, see none of it before it is whole.
   * @param pause between slices, told of how many edits were written; what it throws ends the change
   * @throws AppError as `write`; `busy`; whatever `pause` throws; nothing was written then
   */
  writeInSlices(
    request: Omit<ChangeRequest, "documents" | "onProgress">,
    pause: (edits: number) => Promise<void>,
  ): Promise<WriteResult> {
    this.#refuseWhileBusy();
    const db = this.#db;
    let count = 0;
    const work = function* (rows: RowEditor): Generator<void, void> {
      const effects = new ClassEffects(db, rows);
      for (const edit of request.edits) {
        effects.apply(edit);
        if (++count % editsAtOnce === 0) yield;
      }
      effects.finish();
    };
    const header = () => changeHeader(this.#environment.now(), request, request.action, null, null);
    return this.#own.writeInSlices(
      () => ({ header: header(), work }),
      () => pause(count),
    );
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
    const written = this.#write(() => ({
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
    return this.#write(() => {
      const { header, undoer } = this.#undoing(changeId, request);
      return { header, work: (rows) => undoer(rows).run() };
    });
  }

  /**
   * As `undo`, in slices as `writeInSlices`.
   * @param pause between slices, told of how many rows were looked at; what it throws ends the undo
   */
  undoInSlices(
    changeId: number,
    request: UndoRequest,
    pause: (rows: number) => Promise<void>,
  ): Promise<WriteResult> {
    this.#refuseWhileBusy();
    let count = 0;
    const noted = (rows: number) => {
      count = rows;
    };
    return this.#own.writeInSlices(
      () => {
        const { header, undoer } = this.#undoing(changeId, request);
        return { header, work: (rows) => undoer(rows).slices(noted) };
      },
      () => pause(count),
    );
  }

  #undoing(changeId: number, request: UndoRequest) {
    const plan = planUndo(this.#db, changeId);
    const writer = this.#db.value<Buffer>(sql`SELECT identity FROM writer WHERE id = ${plan.writer}`);
    if (writer === undefined) throw new Error(`Change ${changeId} has no writer`);
    const action = plan.redoes ? "redo" : "undo";
    const of = { writer, seq: plan.firstSeq };
    return {
      header: changeHeader(this.#environment.now(), request, action, of, changeId),
      undoer: (rows: RowEditor) => new Undoer(this.#db, rows, plan),
    };
  }

  /**
   * Puts rows of the shipped lists into the roster; those that are there are left alone.
   * @returns how many were added
   */
  ship(rows: Iterable<ShippedRow>): number {
    this.#refuseWhileBusy();
    return this.#db.transaction(() => {
      const refresher = new RowRefresher(this.#db, this.#db);
      let added = 0;
      for (const row of rows) if (addShippedRow(this.#db, refresher, row)) added++;
      // A unit more may be what a proposal waited for.
      this.#own.forgetStandings();
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
    this.#refuseWhileBusy();
    if (keys.every((key) => isOwnKey(this.#db, key))) return null;
    this.#own.forgetStandings();
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
    this.#own.forgetStandings();
    this.#db.run(sql`INSERT OR REPLACE INTO local_state (key, value) VALUES ('office', ${uuidToBytes(id)})`);
  }

  /**
   * Begins to receive files. Until `keepReceived` or `discardReceived` nothing else may write.
   * @throws AppError `busy`
   */
  beginReceive(environment: ReceiveEnvironment): ReceiveSession {
    this.#refuseWhileBusy();
    this.#session = new ReceiveSession(this.#db, environment);
    return this.#session;
  }

  /** Keeps what the open session received. */
  keepReceived(): ReceiveEnd {
    const session = this.#ownSession();
    this.#session = null;
    this.#own.forgetHead();
    const end = session.keep();
    if (end.writers.some((writer) => sameBytes(writer, this.#guard.identity))) this.#guard.renew();
    return end;
  }

  /** Takes a long change back that is being written; does nothing where none is. */
  stopWriting(): void {
    this.#own.stop();
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
    this.#refuseWhileBusy();
    this.#own.forgetHead();
    const by = { user, at: this.#environment.now() };
    return this.#db.transaction(() => undoReception(this.#db, id, by, check));
  }

  /**
   * Clears away documents that nothing names. A change of the office's own row says in the log that it was done, where
   * there were any.
   */
  tidy(user: string): Tidied {
    let swept: Swept = { documents: 0, bytes: 0 };
    const written = this.#write(() => ({
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

  /** See own-views.ts. @throws AppError busy */
  keepViews(text: string): void {
    this.#refuseWhileBusy();
    this.#db.transaction(() => keepOwnViews(this.#db, text));
  }

  /** See file/form-drafts.ts. @throws AppError busy */
  keepFormDraft(draft: FormDraftText | null, instead: readonly string[]): void {
    this.#refuseWhileBusy();
    this.#db.transaction(() => keepFormDraft(this.#db, draft, instead));
  }

  /** Notes a packet that was written. */
  noteSent(packet: SentPacket): void {
    this.#refuseWhileBusy();
    this.#db.transaction(() => keepSent(this.#db, packet));
  }

  #ownSession(): ReceiveSession {
    if (this.#session === null) throw new Error("No reception is open");
    return this.#session;
  }

  #refuseWhileBusy(): void {
    if (this.#session !== null || this.#own.isWriting) throw appError("busy");
  }

  #write(plan: () => Planned<number | void>): WriteResult {
    this.#refuseWhileBusy();
    return this.#own.write(plan);
  }
}
