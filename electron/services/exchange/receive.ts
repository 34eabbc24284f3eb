/**
 * Receiving: files are taken in as one, shown, and then kept or discarded as one.
 *
 * A file that is refused does not stop the others. Trust passes on to renewed keys, and superiors' revocations count,
 * only when what was received is kept.
 */
import { isoInstant } from "../../../shared/domain/hanoi-time";
import { leastCrowded, type MassCount, massOf } from "../../../shared/domain/mass-change";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { appError } from "../../../shared/contract/errors";
import type {
  ReceivedFile,
  ReceiveSummary,
  RefusedWriterData,
} from "../../../shared/contract/schemas/exchange";
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import type { ProvenCard } from "../../../shared/sync/packet/card-codec";
import type { FileEffect } from "../../roster/receive/receipt-effects";
import type { RefusedWriter } from "../../../shared/sync/proof/prove";
import type { ReceiveSession } from "../../roster/receive/receive-session";
import { duplicateCount } from "../../roster/read/duplicates";
import { type PairKeptApart, pairsApart } from "../../roster/read/kept-apart";
import { compared, type ComparedPeople } from "../../roster/read/index/compared-people";
import type { Environment } from "../environment";
import { refuseUnconfirmed } from "../mass-changes";
import type { OpenRoster } from "../open-roster";
import { ownDay } from "../own-day";
import { apartJoined } from "./apart-joined";
import { FileProgress } from "./file-progress";
import { incomingOf, isAllRefused, isOfFile, isOwn, keepForLater, lookAt, type LookedAt } from "./open-file";
import { OfficeNames } from "./office-names";
import { type OwnOffice, ownOffice } from "./own-office";
import { refusedWriters } from "./refused-writers";
import { confirmCards, confirmTrusted } from "./credentials";
import { untied } from "../../roster/read/credentials";
import { ShippedCatalog } from "./shipped";

export interface ReceiveControl {
  readonly signal?: AbortSignal | undefined;
  /** Told in hundredths of a file. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** ISO day for which figures are compared; the roster's own where it is left out. */
  readonly on?: string | undefined;
  /** Whether figures are wanted also where nothing can be asked about, since nobody is there before. */
  readonly figures?: boolean;
}

const parts = 100;

const noEffect: FileEffect = {
  ops: 0,
  waiting: 0,
  added: 0,
  changed: 0,
  ended: 0,
  removed: 0,
  catalog: 0,
  conflicts: 0,
  settled: 0,
  proposals: 0,
  decided: 0,
  unreadable: 0,
  pieces: 0,
  documents: 0,
};

/** A file came under a new key that a trusted one has signed for. */
class RenewedKey extends Error {
  readonly card: ProvenCard;

  constructor(card: ProvenCard) {
    super("A renewed key");
    this.name = "RenewedKey";
    this.card = card;
  }
}

/** Files that were taken in and are not kept yet. */
export class Receiving {
  readonly #roster: OpenRoster;
  readonly #environment: Environment;
  readonly #own: OwnOffice;
  readonly #files: ReceivedFile[] = [];
  readonly #cards: ProvenCard[] = [];
  readonly #revoked: Uint8Array[] = [];
  readonly session: ReceiveSession;
  /** ISO day for which figures are compared. */
  readonly #on: string;
  #compared: ComparedPeople | null = null;
  readonly #shipped: ShippedCatalog;
  #duplicatesBefore = 0;
  #apartBefore: readonly PairKeptApart[] = [];
  #peopleBefore = 0;
  /** Bytes that came in the files that were taken in. */
  #came = 0;
  /** What must be agreed to since the roster grows so much. */
  #grown: readonly MassCount[] = [];
  /** Of the file that is being taken in. */
  #progress: FileProgress | null = null;

  private constructor(
    roster: OpenRoster,
    environment: Environment,
    own: OwnOffice,
    session: ReceiveSession,
    on: string,
    shipped: ShippedCatalog,
  ) {
    this.#shipped = shipped;
    this.#roster = roster;
    this.#environment = environment;
    this.#own = own;
    this.session = session;
    this.#on = on;
  }

  /**
   * Takes files in, in the order given.
   * @throws AppError roster-readonly, busy, cancelled (everything is as before then)
   */
  static async of(
    roster: OpenRoster,
    environment: Environment,
    paths: readonly string[],
    control: ReceiveControl = {},
  ): Promise<Receiving> {
    const own = ownOffice(roster, environment);
    confirmTrusted(roster, own);
    for (;;) {
      try {
        return await Receiving.#once(roster, environment, own, paths, control);
      } catch (error) {
        if (!(error instanceof RenewedKey)) throw error;
        // What the new key wrote counts from the beginning, so the files are taken in once more.
        confirmCards(roster, [error.card]);
      }
    }
  }

  static async #once(
    roster: OpenRoster,
    environment: Environment,
    own: OwnOffice,
    paths: readonly string[],
    { signal, onProgress, on = ownDay(roster.db, environment), figures = true }: ReceiveControl,
  ): Promise<Receiving> {
    // Read before anything comes in: of a roster in memory, nobody could see afterwards what stood there.
    const before = await roster.index();
    const shipped = new ShippedCatalog();
    let session: ReceiveSession | null = null;
    let receiving: Receiving | null = null;
    let place = 0;
    let told = -1;
    /** Of the comparing, which comes after all files and counts as one more. */
    let comparedShare = 0;
    const pause = async () => {
      const ofFile = receiving === null ? 0 : (receiving.#progress?.paused() ?? 0);
      const share = place < paths.length ? ofFile : comparedShare;
      const done = place * parts + Math.floor(share * parts);
      if (done !== told) onProgress?.(done, (paths.length + 1) * parts);
      told = done;
      await environment.pause();
      // The roster may have been closed meanwhile, and the session with it.
      if (signal?.aborted === true || session?.isOpen === false) throw appError("cancelled");
    };
    session = roster.beginReceive({ pause, shippedRow: (id) => shipped.row(id) });
    receiving = new Receiving(roster, environment, own, session, on, shipped);
    try {
      receiving.#duplicatesBefore = duplicateCount(session.db);
      receiving.#apartBefore = pairsApart(session.db);
      for (const path of paths) {
        await receiving.#take(path);
        place++;
        await pause();
      }
      const { peopleCount } = before.facts;
      receiving.#peopleBefore = peopleCount;
      receiving.#grown = receiving.#growth();
      if (figures || peopleCount > 0) {
        const after = { db: session.db, touched: session.touched, t: environment.t };
        receiving.#compared = await compared(before, after, isoToPacked(on), pause, (share) => {
          comparedShare = share;
        });
      }
      return receiving;
    } catch (error) {
      roster.discardReceived();
      throw error;
    }
  }

  get files(): readonly ReceivedFile[] {
    return this.#files;
  }

  summary(): ReceiveSummary {
    const { session } = this;
    const names = new OfficeNames(session.db, this.#own, this.#environment.t);
    return {
      files: [...this.#files],
      ...session.effects.total(),
      duplicates: Math.max(0, duplicateCount(session.db) - this.#duplicatesBefore),
      apartJoined: apartJoined(session.db, this.#apartBefore, (writer) => names.of(writer)),
      people: session.effects.size,
      on: this.#on,
      mass: [...(this.#compared?.mass ?? []), ...this.#grown],
      units: this.#compared?.units.length ?? 0,
    };
  }

  /** The table before and after; null where it was not asked for and nobody was there before. */
  get compared(): ComparedPeople | null {
    return this.#compared;
  }

  /**
   * Keeps everything.
   * @param confirmed what the user agreed to by its numbers
   * @throws AppError mass-unconfirmed; the files stay taken in then
   */
  keep(confirmed: readonly MassCount[]): { receptionId: number | null; summary: ReceiveSummary } {
    const summary = this.summary();
    refuseUnconfirmed(summary.mass, confirmed, this.#environment.t);
    // Before the roster: where this fails, nothing was kept, and what superiors revoked is not taken for received.
    this.#passTrustOn();
    return { receptionId: this.#roster.keepReceived(), summary };
  }

  discard(): void {
    this.#roster.discardReceived();
  }

  #growth(): readonly MassCount[] {
    const { session } = this;
    const { crowded, uncounted, bytes } = session.growth(leastCrowded);
    const megabytes = Math.floor((bytes - this.#came) / (1 << 20));
    const added = this.#files.reduce((most, file) => Math.max(most, file.added), 0);
    return massOf({ added, crowded, uncounted, megabytes }, this.#peopleBefore);
  }

  #passTrustOn(): void {
    const { trust } = this.#own;
    const at = this.#environment.now();
    for (const card of this.#cards) trust.renewedBy(card, at);
    for (const key of this.#revoked) {
      const office = trust.bySignKey(key);
      if (office !== null) trust.revoke(office.fingerprint, at);
    }
  }

  async #take(path: string): Promise<void> {
    const { opened, sender, refusal } = await this.#look(path);
    const about = {
      path,
      sender,
      number: opened?.manifest.number ?? null,
      at: opened === null ? null : isoInstant(opened.manifest.at),
    };
    if (refusal !== null || opened === null) {
      if (refusal?.code === "packet-newer") await keepForLater(this.#environment.home, path);
      this.#files.push({
        ...about,
        result: "refused",
        error: refusal?.toData() ?? null,
        ...counted(noEffect),
        refusedWriters: [],
      });
      return;
    }
    this.#stopAtRenewed(opened.manifest.sender);
    let refused: RefusedWriterData[] = [];
    try {
      const packet = await incomingOf(opened, path, this.#shipped);
      refused = this.#refusedWriters(packet.ops.refused);
      // Closing the roster ends the session, whatever this was waiting for.
      if (!this.session.isOpen) throw appError("cancelled");
      if (isAllRefused(packet)) throw appError("packet-unproven", { path });
      const progress = new FileProgress(opened.manifest.opCount);
      this.#progress = progress;
      this.#came += opened.compressedOps.length + opened.pieces.length;
      const effect = await this.session.add({ ...packet, watch: (batches) => progress.watch(batches) });
      this.#files.push({
        ...about,
        result: resultOf(effect),
        error: null,
        ...counted(effect),
        refusedWriters: refused,
      });
      this.#note(opened.manifest.sender, opened.manifest.revoked, isOwn(this.#own, opened));
    } catch (error) {
      if (!isOfFile(error)) throw error;
      this.#files.push({
        ...about,
        result: "refused",
        error: error.toData(),
        ...counted(noEffect),
        refusedWriters: refused,
      });
    } finally {
      this.#progress = null;
    }
  }

  /** @throws RenewedKey for a key of which the roster does not know that it took the place of a trusted one */
  #stopAtRenewed(card: ProvenCard): void {
    const { trust } = this.#own;
    if (trust.bySignKey(card.signKey) !== null || trust.renewalOf(card) === null) return;
    const tie = { key: toHex(card.signKey), unit: card.unitId, office: card.office };
    if (untied(this.session.db, [tie]).length > 0) throw new RenewedKey(card);
  }

  /** As `lookAt`, and no more of a key that a file before this one revoked. */
  async #look(path: string): Promise<LookedAt> {
    const looked = await lookAt(path, this.#own);
    const { opened, sender, refusal } = looked;
    if (opened === null || sender === null || refusal !== null) return looked;
    const { signKey } = opened.manifest.sender;
    if (!this.#revoked.some((key) => sameBytes(key, signKey)) || isOwn(this.#own, opened)) return looked;
    const { office, fingerprint } = sender;
    return { opened, sender, refusal: appError("sender-revoked", { path, office, fingerprint }) };
  }

  #refusedWriters(refused: readonly RefusedWriter[]): RefusedWriterData[] {
    if (refused.length === 0) return [];
    const names = new OfficeNames(this.session.db, this.#own, this.#environment.t);
    return refusedWriters(refused, (key) => names.confirmed(key)?.office ?? "");
  }

  #note(sender: ProvenCard, revoked: readonly Uint8Array[], own: boolean): void {
    if (own) return;
    const known = this.#own.trust.bySignKey(sender.signKey) ?? this.#own.trust.renewalOf(sender);
    this.#cards.push(sender);
    if (known?.role === "superior") this.#revoked.push(...revoked);
  }
}

function resultOf({ ops, waiting, pieces }: FileEffect): ReceivedFile["result"] {
  if (ops === 0) return pieces === 0 ? "already" : "applied";
  return waiting >= ops ? "waiting" : "applied";
}

function counted({ ops: _ops, pieces: _pieces, ...counts }: FileEffect) {
  return counts;
}
