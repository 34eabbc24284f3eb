/**
 * Receiving files: one transaction from the first file to the moment that the user keeps or discards what they do.
 *
 * The preview is the result: everything is really done, shown, and then kept or rolled back. While a session is open
 * nothing else may write, since it would be rolled back along.
 *
 * Invariants: a file is taken in whole or not at all; receiving it again changes nothing; a session that is not kept,
 * by whatever end, leaves the roster as it was.
 */
import { entityById, presenceField } from "../../../shared/domain/entities";
import { standing } from "../../../shared/domain/authority";
import { bytesToUuid, toHex, uuidToBytes } from "../../../shared/sync/bytes";
import type { ArrivedPiece } from "../../../shared/sync/packet/pieces-codec";
import type { Manifest } from "../../../shared/sync/packet/types";
import type { OpsOfWriter, ProvenOps } from "../../../shared/sync/proof/prove";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { RowRefresher } from "../projection/row-refresher";
import { Arrivals } from "./arrivals";
import { takePieces } from "./arrived-documents";
import { authorId } from "../log/authors";
import type { Touched } from "../projection/touched";
import { type FileEffect, ReceivedEffects } from "./receipt-effects";
import { isReceived, keepReceipt, keepStatement, keepWithheld } from "../log/packet-memory";
import { everyOpOfRow, type StoredOp } from "../log/op-rows";
import { keepProofs } from "../log/proofs";
import { Standings } from "../log/standings";
import { uncountedFrom } from "../log/authority-lists";
import { addShippedFor, type ArrivedRow, inOrder } from "./arrived-rows";
import type { ShippedRow } from "../edit/shipped-rows";

/** A packet that was opened, verified and found to come from a trusted office. */
export interface IncomingPacket {
  readonly manifest: Manifest;
  /** Their batches throw OpFormatError where the ops are not what they should be; the file is then left out whole. */
  readonly ops: ProvenOps;
  /** Goes between the batches and whoever takes them in. */
  readonly watch?: (batches: ReturnType<ProvenOps["batches"]>) => Iterable<OpsOfWriter>;
  /** Of documents; throws as the batches do. */
  readonly pieces: Iterable<ArrivedPiece>;
}

export interface ReceiveEnvironment {
  readonly now: () => number;
  readonly user: string;
  /** Lets other work of the process run between slices; throws to stop. */
  readonly pause: () => Promise<void>;
  /** The shipped row of an id, for references to rows that this roster was made without. */
  readonly shippedRow: (id: string) => ShippedRow | null;
}

export interface ReceiveEnd {
  /** Null when no file brought anything. */
  readonly receptionId: number | null;
  readonly touched: Touched;
  /** Writers of which ops came, 48 bytes each. */
  readonly writers: readonly Uint8Array[];
}

/** What a reception does to the roster's size. */
export interface Growth {
  /** Rows of which at least so many ops came as was asked for. */
  readonly crowded: number;
  /** Ops that wait, or of which nothing can be said yet. */
  readonly uncounted: number;
  /** Bytes that are used in the file and were not before. */
  readonly bytes: number;
}

function usedBytes(db: ReadHandle): number {
  return (
    db.value<number>(
      sql`
        SELECT (page_count - freelist_count) * page_size
        FROM pragma_page_count, pragma_freelist_count, pragma_page_size`,
    ) ?? 0
  );
}

/** Rows looked at between two pauses. */
export const rowsPerPause = 400;

export class ReceiveSession {
  readonly #db: WriteHandle;
  readonly #environment: ReceiveEnvironment;
  readonly #receptionId: number;
  readonly #refresher: RowRefresher;
  #standings: Standings | null = null;
  readonly #writers = new Map<string, Uint8Array>();
  readonly effects: ReceivedEffects;
  readonly #bytesBefore: number;
  #firstOp: number | null = null;
  #lastOp: number | null = null;
  #files = 0;
  #open = true;

  /** Begins the transaction. */
  constructor(db: WriteHandle, environment: ReceiveEnvironment) {
    this.#db = db;
    this.#environment = environment;
    db.begin();
    try {
      this.#bytesBefore = usedBytes(db);
      this.#receptionId = db.run(
        sql`
          INSERT INTO reception (at, author)
          VALUES (${environment.now()}, ${authorId(db, environment.user)})`,
      );
      this.effects = new ReceivedEffects(db);
      this.#refresher = new RowRefresher(db, db, { touching: this.effects.touching });
    } catch (error) {
      db.script(sql`ROLLBACK`);
      throw error;
    }
  }

  /** Sees what was received and is not kept yet. */
  get db(): ReadHandle {
    return this.#db;
  }

  /** Local id of the first op that came; null while none did. */
  get firstOp(): number | null {
    return this.#firstOp;
  }

  /** What readers of the tables would have to look at again. */
  get touched(): Touched {
    const { entities, officials } = this.#refresher.touched;
    return { entities, officials: [...officials] };
  }

  /** @param crowd how many ops of one row make it crowded */
  growth(crowd: number): Growth {
    const crowded =
      this.#firstOp === null
        ? 0
        : this.#db.value<number>(
            sql`
              SELECT count(*) FROM (
                SELECT 1 FROM op WHERE id >= ${this.#firstOp} GROUP BY row HAVING count(*) >= ${crowd}
              )`,
          );
    return {
      crowded: crowded ?? 0,
      uncounted: uncountedFrom(this.#db, this.#firstOp),
      bytes: usedBytes(this.#db) - this.#bytesBefore,
    };
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /**
   * Takes one file in, or leaves everything as it was before that file.
   * @throws OpFormatError for ops of a wrong form, and whatever `pause` throws
   */
  async add(packet: IncomingPacket): Promise<FileEffect> {
    if (!this.#open) throw new Error("The reception has ended");
    // What came in this very file was kept together with the note that it came, so nothing of it can be missing.
    if (isReceived(this.#db, packet.manifest))
      return this.effects.closeFile(0, null, { pieces: 0, documents: 0 });
    this.#db.script(sql`SAVEPOINT file`);
    try {
      const effect = await this.#take(packet);
      this.#db.script(sql`RELEASE file`);
      return effect;
    } catch (error) {
      this.#leaveOut();
      throw error;
    }
  }

  /** Keeps everything. @returns what readers of the tables must look at again */
  keep(): ReceiveEnd {
    this.#end();
    const hasOps = this.#firstOp !== null;
    try {
      if (this.#files > 0) {
        this.#noteReception();
        this.#db.commit();
      } else {
        this.#db.script(sql`ROLLBACK`);
      }
    } catch (error) {
      if (this.#db.inTransaction()) this.#db.script(sql`ROLLBACK`);
      throw error;
    }
    return {
      receptionId: hasOps ? this.#receptionId : null,
      touched: this.touched,
      writers: [...this.#writers.values()],
    };
  }

  /** Leaves the roster as it was before the first file. */
  discard(): void {
    if (!this.#open) return;
    this.#end();
    if (this.#db.inTransaction()) this.#db.script(sql`ROLLBACK`);
  }

  #end(): void {
    if (!this.#open) throw new Error("The reception has ended");
    this.#open = false;
  }

  #leaveOut(): void {
    this.effects.forget();
    this.#standings = null;
    this.#refresher.cache.clear();
    if (!this.#open) return;
    // SQLite itself takes everything back when the disk is full or gone; then there is nothing to return to.
    if (this.#db.inTransaction()) this.#db.script(sql`ROLLBACK TO file; RELEASE file`);
    else this.#open = false;
  }

  /** Lets others work. @throws Error where the session was ended meanwhile: nothing may be written outside of it */
  async #pause(): Promise<void> {
    await this.#environment.pause();
    if (!this.#open) throw new Error("The reception has ended");
  }

  async #take({ manifest, ops: proven, watch, pieces }: IncomingPacket): Promise<FileEffect> {
    // Before anything of the file is there: what came with it is judged as something that came.
    const standings = this.#standingsNow();
    const arrivals = new Arrivals(this.#db, this.#receptionId);
    const rows = new Map<string, ArrivedRow>();
    let ops = 0;
    for (const batch of watch?.(proven.batches()) ?? proven.batches()) {
      for (const hashed of arrivals.unknownOf(batch.ops)) {
        const stored = arrivals.add(hashed);
        if (stored === null) continue;
        ops++;
        const key = toHex(hashed.op.row);
        const known = rows.get(key);
        if (known === undefined)
          rows.set(key, { entity: hashed.op.entity, row: hashed.op.row, ops: [stored] });
        else known.ops.push(stored);
      }
      await this.#pause();
    }
    const reshaped = arrivals.finish();
    keepProofs(this.#db, proven.heads);
    const first = arrivals.firstOp;
    if (first !== null) {
      const { completed, added } = addShippedFor(
        this.#db,
        this.#refresher,
        this.#environment.shippedRow,
        rows,
      );
      const histories = await this.#histories(rows, first, reshaped.length === 0 ? completed : null);
      const shipped = added.flatMap((row) => everyOpOfRow(this.#db, row));
      const arrived = [...rows.values()].flatMap(({ ops: came }) => came);
      const turned = standings.take([...shipped, ...arrived], histories);
      await this.#refreshRows(inOrder(rows.values()), histories);
      await this.#refreshTurned(turned, rows);
      for (const writer of reshaped) await this.#refreshAllOf(writer, rows);
    }
    const taken = await takePieces(this.#db, pieces, () => this.#pause());
    keepWithheld(this.#db, manifest);
    keepStatement(this.#db, manifest);
    keepReceipt(this.#db, manifest, {
      receptionId: this.#receptionId,
      receivedAt: this.#environment.now(),
      ops,
    });
    let compared = 0;
    const effect = await this.effects.closeFile(ops, first, taken, async () => {
      if (++compared % rowsPerPause === 0) await this.#pause();
    });
    // Only now: what was noted of a file that is left out after all would stay.
    this.#files++;
    if (first !== null) {
      for (const writer of arrivals.writers) this.#writers.set(toHex(writer), writer);
      this.#firstOp ??= first;
      this.#lastOp = arrivals.lastOp;
    }
    return effect;
  }

  #standingsNow(): Standings {
    this.#standings ??= new Standings(this.#db);
    return this.#standings;
  }

  /**
   * Every op of the rows of a file, by row.
   * @param completed hex ids of rows of which more was added than came; null: how ops stand to each other has changed
   */
  async #histories(
    rows: ReadonlyMap<string, ArrivedRow>,
    first: number,
    completed: ReadonlySet<string> | null,
  ): Promise<ReadonlyMap<string, readonly StoredOp[]>> {
    const histories = new Map<string, readonly StoredOp[]>();
    let done = 0;
    for (const [key, { row, ops }] of rows) {
      // What just came is at hand and need not be read again.
      const isInHand = completed !== null && !completed.has(key);
      const history = isInHand
        ? [...everyOpOfRow(this.#db, row, first), ...ops]
        : everyOpOfRow(this.#db, row);
      histories.set(bytesToUuid(row), history);
      if (++done % rowsPerPause === 0) await this.#pause();
    }
    return histories;
  }

  async #refreshRows(
    rows: Iterable<ArrivedRow>,
    histories: ReadonlyMap<string, readonly StoredOp[]>,
  ): Promise<void> {
    const standings = this.#standingsNow();
    let done = 0;
    for (const { entity, row, ops } of rows) {
      const all = histories.get(bytesToUuid(row)) ?? [];
      const history = all.filter((op) => standings.standingOf(op) === standing.counts);
      if (all.length === ops.length && history.length > 0) this.#insert(entity, row, history);
      else if (all.length > ops.length || history.length > 0) this.#refresher.refresh(entity, row, history);
      if (++done % rowsPerPause === 0) await this.#pause();
    }
  }

  /** Rows of ops that stand otherwise since the file came, though it brought nothing of them. */
  async #refreshTurned(turned: readonly StoredOp[], seen: ReadonlyMap<string, ArrivedRow>): Promise<void> {
    const others = new Map<string, ArrivedRow>();
    for (const { entity, row } of turned) {
      const bytes = uuidToBytes(row);
      if (!seen.has(toHex(bytes))) others.set(row, { entity, row: bytes, ops: [] });
    }
    await this.#refreshAgain(inOrder(others.values()));
  }

  async #refreshAgain(rows: Iterable<ArrivedRow>): Promise<void> {
    let done = 0;
    for (const { entity, row } of rows) {
      this.#refresher.refresh(entity, row);
      if (++done % rowsPerPause === 0) await this.#pause();
    }
  }

  /** A row that nobody had before: of one op in most cases, which is the short way. */
  #insert(entity: number, row: Uint8Array, ops: readonly StoredOp[]): void {
    const [only] = ops;
    const name = entityById(entity);
    const isPlain =
      only?.create === true && only.unread === null && ops.length === 1 && !only.fields.has(presenceField);
    if (!isPlain || name === null || only.entity !== entity) this.#refresher.refresh(entity, row, ops);
    else this.#refresher.insertNew(name, only.localId, row, only.fields, only.at);
  }

  /** A writer turned out to be two: what precedes what has changed, also for ops that were here before. */
  async #refreshAllOf(writer: Uint8Array, seen: ReadonlyMap<string, ArrivedRow>): Promise<void> {
    const rows = this.#db.raw<[Buffer, number]>(
      sql`
        SELECT DISTINCT op.row, op.entity FROM writer CROSS JOIN op ON op.writer = writer.id
        WHERE writer.identity = ${writer}`,
    );
    const others = rows
      .filter(([row]) => !seen.has(toHex(row)))
      .map(([row, entity]): ArrivedRow => ({ entity, row, ops: [] }));
    await this.#refreshAgain(others);
  }

  /** It stands in the roster from the moment on which it is kept, however long the preview was looked at. */
  #noteReception(): void {
    const { added, changed, ended, removed, catalog, conflicts, settled, proposals, decided, unreadable } =
      this.effects.total();
    this.#db.run(
      sql`UPDATE reception SET at = ${this.#environment.now()}, first_op = ${this.#firstOp}, last_op = ${this.#lastOp}, added = ${added},
  changed = ${changed}, ended = ${ended}, removed = ${removed}, catalog = ${catalog}, conflicts = ${conflicts},
  settled = ${settled}, proposals = ${proposals}, decided = ${decided}, unreadable = ${unreadable}
       WHERE id = ${this.#receptionId}`,
    );
    this.#forsakeOwnName();
  }

  /** Ops came under the very name that this roster writes under: somebody else has it too, so it is given up. */
  #forsakeOwnName(): void {
    const own = this.#db.value<Buffer>(sql`SELECT value FROM local_state WHERE key = 'writer'`);
    if (own !== undefined && this.#writers.has(toHex(own))) {
      this.#db.run(sql`DELETE FROM local_state WHERE key = 'writer'`);
    }
  }
}
