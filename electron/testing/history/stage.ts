/**
 * Plays a generated history on real rosters and writes down, beside them, the plain set of ops with what each author
 * knew. A step that is not possible at the moment (nothing to restore, a removal that is refused) does nothing.
 */
import { AppError, type ErrorCode } from "../../../shared/contract/errors";
import { standing } from "../../../shared/domain/authority";
import { bytesToUuid, toHex } from "../../../shared/sync/bytes";
import { decodeBody } from "../../../shared/sync/op-codec";
import { isShippedWriter } from "../../../shared/sync/shipped-op";
import { verifyRoster } from "../../roster/verify";
import type { Edit } from "../../roster/edit/edits";
import { expectedOf, type ModelOp, type Portrait } from "./model";
import { PlayOffice, type World } from "./office";
import { type OpFile } from "../op-files";
import { portraitOf } from "./portrait";
import { sql } from "../../roster/file/sql";

const refusals: ReadonlySet<ErrorCode> = new Set([
  "row-unknown",
  "reference-missing",
  "row-in-use",
  "undo-blocked",
  "undo-done",
  "undo-nothing",
  "undo-proposal",
  "undo-settled",
  "undo-trust",
  "reception-undo-blocked",
]);

interface Posted {
  readonly to: PlayOffice;
  readonly file: OpFile;
}

export class Stage {
  readonly world: World;
  readonly offices: PlayOffice[];
  /** All ops that were ever written, by hash. */
  readonly ops = new Map<string, ModelOp>();
  /** Hex of writers that are no office of the play. */
  readonly strangers = new Set<string>();
  readonly post: Posted[] = [];
  readonly backups: { of: PlayOffice; folder: string; file: string }[] = [];
  /** Hex keys whose files an office no longer takes. */
  readonly revoked = new Map<PlayOffice, Set<string>>();
  readonly #known = new Map<PlayOffice, Set<string>>();
  /** Of these, the ops that count. */
  readonly #counting = new Map<PlayOffice, Set<string>>();
  /** Called around every reception; for invariants of a single reception. */
  onReceive: ((office: PlayOffice, before: ReadonlySet<string>, after: ReadonlySet<string>) => void) | null =
    null;

  constructor(world: World, offices = 2) {
    this.world = world;
    world.begin();
    const names = Array.from({ length: offices }, (_, place) => `office-${place}`);
    const begun = world.begun(offices);
    this.offices = begun ?? names.map((name) => world.office(name));
    for (const office of this.offices) this.note(office);
  }

  close(): void {
    for (const office of this.offices) office.close();
  }

  office(place: number): PlayOffice {
    return this.offices[place % this.offices.length] as PlayOffice;
  }

  /** What an office holds, as model ops. */
  held(office: PlayOffice): ModelOp[] {
    return [...this.knownTo(office)].map((hash) => this.ops.get(hash) as ModelOp);
  }

  knownTo(office: PlayOffice): ReadonlySet<string> {
    return this.#known.get(office) ?? new Set();
  }

  /** What counts at an office of all that it holds. */
  counting(office: PlayOffice): ReadonlySet<string> {
    return this.#counting.get(office) ?? new Set();
  }

  /**
   * Writes an office's new ops down; each was written by it knowing all that counted there before, and all that its own
   * writer had written. What waits as a proposal is nothing that somebody who edits has in front of them.
   */
  note(office: PlayOffice): void {
    const past = new Set(this.#counting.get(office));
    const rows = office.handle.raw<
      [Buffer, Buffer, number, number, number, Buffer, number, number, Buffer, number]
    >(sql`SELECT op.hash, writer.identity, op.seq, op.change_seq, op.lamport, op.row, op.entity, op.created, op.body,
         op.standing
       FROM op JOIN writer ON writer.id = op.writer ORDER BY op.id`);
    const now = new Set<string>();
    const counting = new Set<string>();
    /** By writer, what came before. */
    const mine = new Map<string, readonly string[]>();
    for (const [hash, writer, seq, change, lamport, row, entity, created, body, stands] of rows) {
      const id = toHex(hash);
      const own = mine.get(toHex(writer)) ?? [];
      mine.set(toHex(writer), [...own, id]);
      now.add(id);
      if (stands === standing.counts) counting.add(id);
      else if (this.world.ruled === "byAll") throw new Error("An op of our own does not count");
      if (this.ops.has(id)) continue;
      this.ops.set(id, {
        hash: id,
        writer: toHex(writer),
        seq,
        change,
        lamport,
        row: bytesToUuid(row),
        entity,
        create: created === 1,
        fields: decodeBody(body).fields,
        past: this.#pastOf(writer, past, own),
      });
      if (stands === standing.counts) past.add(id);
    }
    this.#known.set(office, now);
    this.#counting.set(office, counting);
  }

  /** Nobody wrote a row of a shipped list, having seen anything; a writer from outside saw its own ops. */
  #pastOf(writer: Uint8Array, counting: ReadonlySet<string>, own: readonly string[]): ReadonlySet<string> {
    if (isShippedWriter(writer)) return new Set();
    const name = toHex(writer);
    if (!this.strangers.has(name)) return new Set([...counting, ...own]);
    return new Set([...this.ops.values()].filter((op) => op.writer === name).map((op) => op.hash));
  }

  write(office: PlayOffice, edits: readonly Edit[]): void {
    this.attempt(office, () => {
      office.log.write({ action: "edit", user: office.name, edits });
    });
  }

  /** Does something that may be refused; then nothing may have changed. */
  attempt(office: PlayOffice, work: () => void): void {
    const before = this.knownTo(office);
    try {
      work();
    } catch (error) {
      if (!(error instanceof AppError) || !refusals.has(error.code)) throw error;
      this.note(office);
      if (this.knownTo(office).size !== before.size)
        throw new Error("A refused change left ops", { cause: error });
    }
    this.note(office);
  }

  async receive(office: PlayOffice, ...brought: readonly OpFile[]): Promise<void> {
    const revoked = this.revoked.get(office);
    const files = brought.filter(({ manifest }) => revoked?.has(toHex(manifest.sender.signKey)) !== true);
    if (files.length === 0) return;
    const before = this.knownTo(office);
    await office.receive(...files);
    this.note(office);
    this.onReceive?.(office, before, this.knownTo(office));
  }

  /**
   * Everybody gets everything by way of the first office, in whole files or what each receiver's statement lacks.
   * Each request is followed by its answer, since of two clones with one key the last statement counts.
   */
  async exchangeAll(whole: boolean): Promise<void> {
    const [hub, ...others] = this.offices;
    if (hub === undefined) return;
    for (const other of others) {
      await this.receive(other, hub.write(other, whole));
      await this.receive(hub, other.write(hub, whole));
    }
    for (const other of others) {
      await this.receive(hub, other.write(hub, whole));
      await this.receive(other, hub.write(other, whole));
    }
  }

  portrait(office: PlayOffice): Portrait {
    return portraitOf(office.handle);
  }

  expected(office: PlayOffice): Portrait {
    const counting = this.counting(office);
    const held = this.held(office);
    return expectedOf(
      held.filter(({ hash }) => counting.has(hash)),
      held,
    );
  }

  verify(office: PlayOffice): unknown {
    office.reopen();
    return verifyRoster(office.path);
  }
}
