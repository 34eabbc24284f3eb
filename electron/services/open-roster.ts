/**
 * One roster that is open: its file, its index in memory and the way to write in it.
 *
 * Every write of every service goes through here, so that the index follows each change without exception, and that
 * whoever listens is told of it: a service that had to tell by itself would one day forget to.
 */
import { appError } from "../../shared/contract/errors";
import type { MassCount } from "../../shared/domain/mass-change";
import type { Proposed, Written } from "../../shared/contract/schemas/proposed";
import type { Change } from "../../shared/contract/stale";
import type { FormDraftText } from "../roster/file/form-drafts";
import type { ReadHandle } from "../roster/file/handle";
import type { ChangeRequest, WriteResult } from "../roster/change-log";
import type { Swept } from "../roster/log/unused-blobs";
import { fromHex, toHex } from "../../shared/sync/bytes";
import { sha256 } from "../roster/file/sha256";
import { checkDocument, hasBlob } from "../roster/log/blobs";
import type { Deciding } from "../roster/edit/decide";
import type { ReceiveEnvironment, ReceiveSession } from "../roster/receive/receive-session";
import type { SentPacket } from "../roster/log/sent";
import { type KnownCut, knownCut } from "../roster/read/known-cut";
import { officialIds } from "../roster/read/officials";
import {
  type Leftover,
  type Looking,
  type OpenForWriting,
  openRoster,
  openRosterReadOnly,
  type ProjectionWatch,
  type Roster,
  type RosterReader,
} from "../roster/roster";
import { type Environment, todayOf } from "./environment";
import { massCheck } from "./mass-changes";
import { ownDay } from "./own-day";
import { proposedOf } from "./proposed";
import { KnownRosters } from "./known-rosters";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";
import type { PeopleReading } from "../roster/read/index/people-reading";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { OpenIndex } from "./open-index";
import { startReading } from "./start-reading";

/** Why an answer by the knowledge of a past day may differ from what was seen then. */
export interface PastKnowledge {
  /** Entries that were placed by the order of the log, since this PC's clock was wrong when they came. */
  readonly doubted: number;
  /** The first day of which the roster knows anything, `YYYY-MM-DD`. */
  readonly began: string;
}

type Progress = (done: number, total: number) => void;

export type Edits = Omit<ChangeRequest, "user">;

/** What was written, and what of it waits as a proposal. */
export type Done = WriteResult & Written;

/** People who are named one by one when a change is told. */
const mostNamed = 200;

export class OpenRoster {
  readonly path: string;
  readonly db: ReadHandle;
  readonly log: ReadHandle;
  readonly readOnly: boolean;
  /** What lay beside the file and is not this roster's. */
  readonly leftovers: readonly Leftover[];
  readonly #roster: Roster | null;
  readonly #reader: RosterReader | null;
  readonly #environment: Environment;
  readonly #index: OpenIndex;
  #reading: PeopleReading | null = null;
  #listener: (change: Change) => void = () => undefined;
  readonly #known: KnownRosters<OpenRoster>;
  #past: PastKnowledge | null = null;
  readonly #proposed: Proposed[] = [];
  readonly brought = new Map<string, Uint8Array>();
  #closed = false;

  private constructor(environment: Environment, roster: Roster | null, reader: RosterReader | null) {
    const open = roster ?? reader;
    if (open === null) throw new Error("Neither a roster nor a reader");
    this.#environment = environment;
    this.#roster = roster;
    this.#reader = reader;
    this.path = open.path;
    this.db = open.db;
    this.log = reader?.log ?? open.db;
    this.readOnly = roster === null;
    this.leftovers = open.leftovers;
    this.#index = new OpenIndex(this, environment.t);
    this.#known = new KnownRosters({
      path: this.path,
      pause: environment.pause,
      today: () => todayOf(environment),
      cutOf: (day, today) => knownCut(this.db, day, today),
      take: (past, cut) => OpenRoster.#ofPast({ ...past, log: this.db }, environment, cut),
    });
  }

  /** Vietnamese or English words, by the settings; and what lets other work run between slices of long work. */
  get surroundings(): Pick<Environment, "t" | "pause"> {
    return this.#environment;
  }

  /** @throws AppError see openRoster */
  static async open(path: string, environment: Environment, how?: OpenForWriting): Promise<OpenRoster> {
    return new OpenRoster(environment, await openRoster(path, environment, how), null);
  }

  /** For looking only, also while another program writes in it. @throws AppError see openRosterReadOnly */
  static async read(
    path: string,
    environment: Environment,
    projecting?: ProjectionWatch,
    looking?: Looking,
  ): Promise<OpenRoster> {
    return new OpenRoster(environment, null, await openRosterReadOnly(path, projecting, looking));
  }

  /** Takes over a roster that is open already: a new one, or a rehearsal. */
  static of(roster: Roster, environment: Environment): OpenRoster {
    return new OpenRoster(environment, roster, null);
  }

  /** What is known of a moment is known of every one: whoever holds this asks no other. */
  static #ofPast(reader: RosterReader, environment: Environment, cut: KnownCut): OpenRoster {
    const roster = new OpenRoster(environment, null, reader);
    roster.#past = { doubted: cut.doubted, began: cut.began };
    return roster;
  }

  /** What to say beside every answer of a past knowledge; null where this is what is known now. */
  get past(): PastKnowledge | null {
    return this.#past;
  }

  /**
   * What a question about a moment is read from: the roster itself, or as it was known at the end of a past day; that one
   * can only be read, and has no log. A day that is not over is not past: what is written on it is seen at once.
   * @throws AppError cancelled
   */
  at({ knownOn }: { readonly knownOn?: string | null | undefined }): Promise<OpenRoster> {
    if (knownOn == null || this.#past !== null || knownOn >= todayOf(this.#environment))
      return Promise.resolve(this);
    return this.#known.on(knownOn);
  }

  /** @param onProgress is told how far the making of a past day is; once more with a total of 0 when it ends */
  watchPast(onProgress: Progress): void {
    this.#known.watch(onProgress);
  }

  /** Gives up a past day that is being made; whoever waits for it is refused with `cancelled`. */
  stopPast(): void {
    this.#known.stop();
  }

  /** @param listener is told of each change once the index has it */
  onChanged(listener: (change: Change) => void): void {
    this.#listener = listener;
  }

  /** The index; read from the file the first time. */
  index(onProgress: Progress = () => undefined): Promise<RosterIndex> {
    return this.#index.get(() => this.#startReading(onProgress));
  }

  /** The index if it is there already. */
  get indexNow(): RosterIndex | null {
    return this.#index.now;
  }

  /** Units, posts and standard sets; read by themselves while nobody asked for the index, which reads everybody. */
  catalog(): CatalogFacts {
    return this.#index.catalog();
  }

  /** Writes a change in this PC's user's name. @throws AppError roster-readonly, and see ChangeLog.write */
  write(edits: Edits): Done {
    const { log } = this.#writable();
    const documents = [...this.brought.values()];
    const result = log.write({ ...edits, documents, user: this.#environment.caller().user });
    for (const hash of this.brought.keys()) if (hasBlob(this.db, fromHex(hash))) this.brought.delete(hash);
    return this.#taken(result);
  }

  /**
   * Writes a change of many edits in slices, so that the window goes on and may end it; nothing else is written meanwhile.
   * @param pause between slices, told of how many edits were written; what it throws ends the change
   * @throws AppError roster-readonly, busy, and see ChangeLog.writeInSlices; nothing was written then
   */
  async writeInSlices(
    edits: Omit<Edits, "documents" | "onProgress">,
    pause: (edits: number) => Promise<void>,
  ): Promise<Done> {
    const { log } = this.#writable();
    return this.#taken(await log.writeInSlices({ ...edits, user: this.#environment.caller().user }, pause));
  }

  /**
   * Takes a document for the change that names it; until then it is in memory only, so that a change which is refused
   * leaves nothing in the file.
   * @returns its hash, as a field of type `document` holds it
   * @throws AppError document-empty, document-too-large
   */
  bring(bytes: Uint8Array): string {
    checkDocument(bytes);
    const hash = toHex(sha256(bytes));
    this.brought.set(hash, bytes);
    return hash;
  }

  /** Keys with which this roster's office ever wrote, 32 bytes each. @throws AppError roster-readonly, busy */
  keepOwnKeys(keys: readonly Uint8Array[]): void {
    const touched = this.#writable().log.keepOwnKeys(keys);
    if (touched !== null && touched.entities.size > 0) this.#takeIn(touched);
  }

  /** Keeps how lists are looked at, as one text. @throws AppError roster-readonly, busy */
  keepViews(text: string): void {
    this.#writable().log.keepViews(text);
    this.#listener({ parts: ["views"], officials: [] });
  }

  /** Keeps what is typed and not saved in place of others. @param draft null: none @throws AppError roster-readonly, busy */
  keepFormDraft(draft: FormDraftText | null, instead: readonly string[]): void {
    this.#writable().log.keepFormDraft(draft, instead);
    this.#listener({ parts: ["formDrafts"], officials: [] });
  }

  /**
   * Decides about proposals, or takes our own back, in this PC's user's name.
   * @param confirmed what was agreed to, where it changes much
   * @param on ISO day for which figures are compared
   * @throws AppError roster-readonly, mass-unconfirmed, busy
   */
  async decide(
    deciding: Deciding,
    confirmed: readonly MassCount[],
    on = ownDay(this.db, this.#environment),
  ): Promise<Done & { readonly decided: ReadonlySet<string> }> {
    const { log } = this.#writable();
    const check = massCheck(await this.index(), on, confirmed, this.#environment.t);
    const result = log.decide({ ...deciding, user: this.#environment.caller().user }, check);
    return { ...this.#taken(result), decided: result.decided };
  }

  /** @throws AppError roster-readonly, undo-blocked, undo-nothing */
  undo(changeId: number): Done {
    return this.#taken(this.#writable().log.undo(changeId, { user: this.#environment.caller().user }));
  }

  /** As `undo`; see ChangeLog.undoInSlices. @throws AppError as `undo`; busy; whatever `pause` throws */
  async undoInSlices(id: number, pause: (rows: number) => Promise<void>): Promise<Done> {
    return this.#taken(await this.#writable().log.undoInSlices(id, this.#environment.caller(), pause));
  }

  /**
   * Begins to receive files; editing waits until `keepReceived` or `discardReceived`.
   * @throws AppError roster-readonly, busy
   */
  beginReceive(environment: Omit<ReceiveEnvironment, "now" | "user">): ReceiveSession {
    const { now, caller } = this.#environment;
    return this.#writable().log.beginReceive({ ...environment, now, user: caller().user });
  }

  /** Keeps what was received. @returns its number, null where nothing was new */
  keepReceived(): number | null {
    const { receptionId, touched } = this.#writable().log.keepReceived();
    this.#known.logChanged();
    if (receptionId === null) this.#listener({ parts: ["exchange"], officials: [] });
    else this.#takeIn(touched);
    return receptionId;
  }

  discardReceived(): void {
    this.#roster?.log.discardReceived();
  }

  /**
   * @param confirmed what was agreed to, where it changes much
   * @param on ISO day for which figures are compared
   * @throws AppError roster-readonly, row-unknown, reception-undo-blocked, mass-unconfirmed, busy
   */
  async undoReception(
    id: number,
    confirmed: readonly MassCount[],
    on = ownDay(this.db, this.#environment),
  ): Promise<void> {
    const { log } = this.#writable();
    const check = massCheck(await this.index(), on, confirmed, this.#environment.t);
    const { touched } = log.undoReception(id, this.#environment.caller().user, check);
    this.#known.logChanged();
    this.#takeIn(touched);
  }

  /**
   * Lets the work write packets and note each; told once, since there may be thousands of them.
   * @throws AppError roster-readonly, busy by `note`; whatever the work throws
   */
  async sending<T>(work: (note: (packet: Omit<SentPacket, "user">) => void) => Promise<T>): Promise<T> {
    const { log } = this.#writable();
    const user = this.#environment.caller().user;
    let noted = false;
    try {
      return await work((packet) => {
        log.noteSent({ ...packet, user });
        noted = true;
      });
    } finally {
      if (noted) this.#listener({ parts: ["exchange"], officials: [] });
    }
  }

  /** Clears away documents that nothing names. @throws AppError roster-readonly, busy */
  tidy(): Swept {
    const { swept, written } = this.#writable().log.tidy(this.#environment.caller().user);
    this.#taken(written);
    return swept;
  }

  /** Does what changes keys or trust, which lie beside the roster and which questions about it are read from too. */
  changeTrust<T>(work: () => T): T {
    const done = work();
    this.#listener({ parts: ["exchange"], officials: [] });
    return done;
  }

  /** Saves everything as a roster of its own. @throws AppError roster-readonly; see Roster.saveCopy */
  saveCopy(path: string): Promise<void> {
    return this.#writable().saveCopy(path);
  }

  /** Takes in what others wrote. @throws AppError roster-readonly; see Roster.catchUp */
  catchUp(): void {
    this.#writable().catchUp();
    this.#index.forget();
    this.#known.logChanged();
  }

  newId(): string {
    return this.#environment.newId();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#known.close();
    // The reading under way holds the file; it stops at its next pause.
    await this.#reading?.stop();
    await this.#index.settled();
    this.discardReceived();
    this.#roster?.log.stopWriting();
    await this.#roster?.close();
    this.#reader?.close();
  }

  #startReading(onProgress: Progress): PeopleReading {
    // Only this thread can see a copy.
    const isFile = this.#reader?.isCopy !== true;
    this.#reading = startReading(this, this.#environment, isFile, onProgress, () => this.#closed);
    return this.#reading;
  }

  #writable(): Roster {
    if (this.#roster === null) throw appError("roster-readonly", { path: this.path });
    return this.#roster;
  }

  /** What was written since it was opened and waits as proposals, change by change. */
  get proposed(): readonly Proposed[] {
    return this.#proposed;
  }

  /** Every way of writing a change ends here. */
  #taken(result: WriteResult): Done {
    if (result.changeId === null) return { ...result, proposed: null };
    this.#known.opsWritten();
    this.#takeIn(result.touched);
    const proposed = proposedOf(this.db, result);
    if (proposed !== null) this.#proposed.push(proposed);
    return { ...result, proposed };
  }

  #takeIn(touched: WriteResult["touched"]): void {
    this.#index.take(touched);
    this.#listener({
      parts: [...touched.entities, "log", "exchange"],
      officials: this.#named(touched.officials),
    });
  }

  /** Null where there are too many to name, or where somebody is no longer there to be named. */
  #named(pks: readonly number[]): readonly string[] | null {
    if (pks.length > mostNamed) return null;
    const ids = officialIds(this.db, pks);
    return ids.size === new Set(pks).size ? [...ids.values()] : null;
  }
}
