/**
 * Makes the entity tables from the log alone.
 *
 * This is what makes the log the truth: `verify` compares the result with the tables, "as known on" builds them from
 * the ops of a past day, and a program with another registry makes them anew. All of them come through `projectLog`.
 *
 * The work is a generator that stops after each slice, so that it can run to its end at once, or let others work in
 * between and be broken off (`atOnce`, `withPauses`). The transaction is the caller's.
 */
import type { Standing } from "../../../shared/domain/authority";
import { entityById, presenceField } from "../../../shared/domain/entities";
import { storedBody } from "../../../shared/sync/op-codec";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { steppedTables } from "../file/migrations/migrate";
import { sql } from "../file/sql";
import { OpsAnew } from "../log/ops-anew";
import { readerOf } from "../log/own-keys";
import { listProposedOwners } from "../log/proposed-owners";
import { allStandings, applyStandings } from "../log/standings";
import { appError } from "../../../shared/contract/errors";
import type { ChainEnd } from "../../../shared/sync/chain";
import { hashAt, proveOp } from "../log/op-rows";
import { shownFields } from "../log/shown-fields";
import { projectionOrder, tableOf } from "./columns";
import { firstDifference } from "./compare";
import { RowRefresher } from "./row-refresher";
import { createIndexes, createTables } from "./schema";
import { addUp } from "./totals";
import { noteShape, sharedTables, storedShape, tablesIn } from "./shape";

/** How far the work is, in ops of the log. */
export interface ProjectionProgress {
  readonly done: number;
  readonly total: number;
}

export type Projecting<T = void> = Generator<ProjectionProgress, T, void>;

type OpRow = readonly [
  id: number,
  entity: number,
  row: Buffer,
  created: number,
  at: number,
  body: Buffer,
  writer: number,
  identity: Buffer | null,
  seq: number,
  hash: Buffer,
  prev: Buffer | null,
  lamport: number,
  user: string | null,
  change: number,
];

const pageRows = 2000;

function opsAfter(source: ReadHandle, after: number, lastOp: number): OpRow[] {
  return source.raw<OpRow>(sql`
    SELECT op.id, entity, row, created, at, body, writer, identity, seq, hash, prev, lamport, author.name, change_seq
    FROM op LEFT JOIN writer ON writer.id = op.writer LEFT JOIN author ON author.id = op.author
    WHERE op.id > ${after} AND op.id <= ${lastOp} ORDER BY op.id LIMIT ${pageRows}`);
}

/** Proves ops by their hashes as they come; those of one writer mostly follow each other. */
class ProvenOps {
  readonly #db: ReadHandle;
  readonly #last = new Map<number, ChainEnd>();

  constructor(db: ReadHandle) {
    this.#db = db;
  }

  /** @throws AppError `roster-damaged` */
  prove([
    ,
    entity,
    row,
    created,
    at,
    body,
    id,
    writer,
    seq,
    hash,
    stored,
    lamport,
    user,
    change,
  ]: OpRow): void {
    // Without a name of its writer or its author it is not what was written.
    if (writer === null || user === null) throw appError("roster-damaged", { path: this.#db.path });
    const prev = stored ?? (seq === 1 ? null : this.#hashBefore(id, seq));
    proveOp(
      this.#db,
      { writer, seq, prev, lamport, at, user, change, entity, row, create: created === 1, body },
      hash,
    );
    this.#last.set(id, { seq, hash });
  }

  #hashBefore(writer: number, seq: number): Uint8Array | null {
    const last = this.#last.get(writer);
    return last?.seq === seq - 1 ? last.hash : hashAt(this.#db, writer, seq - 1);
  }
}

function keyOf(row: Buffer): string {
  return row.toString("latin1");
}

/** Rows that several ops tell of: the others need no second reading of the log. */
function rowsOfSeveralOps(source: ReadHandle): Set<string> {
  const rows = source.raw<[Buffer]>(sql`SELECT row FROM op GROUP BY row HAVING count(*) > 1`);
  return new Set(rows.map(([row]) => keyOf(row)));
}

/** What is read from the log beside the entity tables, each with what puts it in order. */
export const lists = {
  conflict: sql`row, field`,
  unresolved: sql`row, field`,
  hidden: sql`row`,
  waiting: sql`row`,
  named_document: sql`row, field, op`,
  person_unit: sql`official, unit`,
  open_op: sql`op`,
  proposed_owner: sql`op`,
  unreadable: sql`row, field, op`,
} as const;

export function highestOp(db: ReadHandle): number {
  return db.value<number>(sql`SELECT max(id) FROM op`) ?? 0;
}

/**
 * Makes the tables in a database that has none, and fills them and the lists.
 * @param source holds the log; may be the same database as `target`
 * @param lastOp local id of the last op that counts; all of them when left out
 * @returns rows of known entities that the log tells of
 * @throws AppError `roster-damaged` where an op is not what its hash was made of
 */
export function* projectLog(
  source: ReadHandle,
  target: WriteHandle,
  lastOp: number = highestOp(source),
  judged: WhenJudged = () => undefined,
): Projecting<number> {
  createTables(target);
  const rows = yield* fillTables(source, target, lastOp, judged);
  createIndexes(target);
  addUp(target);
  noteShape(target);
  return rows;
}

/** Is told how every op stands that does not simply count, by local id. */
export type WhenJudged = (standings: ReadonlyMap<number, Standing>) => void;

/** As `projectLog`, where the tables are there and empty; totals and the shape are left to the caller. */
export function* fillTables(
  source: ReadHandle,
  target: WriteHandle,
  lastOp: number,
  judged: WhenJudged,
): Projecting<number> {
  const total = lastOp;
  const before = new OpsAnew(source, lastOp + 1);
  const standings = yield* standingsOf(source, target, lastOp, before);
  listProposedOwners(source, target, standings);
  judged(standings);
  const refresher = new RowRefresher(source, target, {
    lastOp,
    anew: true,
    judged: { ops: before, standings },
  });
  const ofSeveral = rowsOfSeveralOps(source);
  const done = new Set<string>();
  const proving = new ProvenOps(source);
  let rows = 0;
  for (let after = 0; ; ) {
    const page = opsAfter(source, after, lastOp);
    for (const op of page) {
      const [id, entityId, row, created, at, body] = op;
      proving.prove(op);
      after = id;
      const key = keyOf(row);
      const hasMore = ofSeveral.has(key);
      if (hasMore && done.has(key)) continue;
      if (hasMore) done.add(key);
      else if (standings.has(id)) continue;
      const ops = hasMore ? refresher.history(row) : undefined;
      if (ops?.length === 0) continue;
      const entity = entityById(ops?.[0]?.entity ?? entityId);
      if (entity !== null) rows++;
      const only = !hasMore && created === 1 ? shownFields(entityId, storedBody(body)) : null;
      if (only !== null && entity !== null && only.unread === null && !only.fields.has(presenceField)) {
        refresher.insertNew(entity, id, row, only.fields, at);
      } else {
        refresher.refresh(ops?.[0]?.entity ?? entityId, row, ops);
      }
    }
    yield { done: after, total };
    if (page.length < pageRows) break;
  }
  return rows;
}

/** What does not count of the log, worked out anew; in the roster itself it is written down as well. */
function* standingsOf(
  source: ReadHandle,
  target: WriteHandle,
  lastOp: number,
  ops: OpsAnew,
): Projecting<ReadonlyMap<number, Standing>> {
  const work = allStandings(source, target, readerOf(source), lastOp, ops);
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield { done: 0, total: lastOp };
  if (source === target) applyStandings(target, step.value);
  return step.value;
}

/** Makes the tables of a roster that holds nothing yet. */
export function makeEmptyTables(db: WriteHandle): void {
  createTables(db);
  createIndexes(db);
  addUp(db);
  noteShape(db);
}

function asideName(table: string): string {
  return `before ${table}`;
}

function hasTable(db: ReadHandle, table: string): boolean {
  return db.value<number>(sql`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ${table}`) === 1;
}

/**
 * Puts the tables away under other names; their indexes go, since names of indexes are taken once only.
 * @param shape what it names of the log is none of the tables, whoever wrote it
 */
function setAside(db: WriteHandle, shape: string): string[] {
  const tables = [...new Set([...tablesIn(shape), ...projectionOrder.map(tableOf)])].filter(
    (table) => !steppedTables.has(table) && hasTable(db, table),
  );
  for (const table of tables) {
    const indexes = db.raw<[string]>(
      sql`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ${table}`,
    );
    for (const [index] of indexes) db.run(sql`DROP INDEX ${sql.name(index)}`);
    db.run(sql`ALTER TABLE ${sql.name(table)} RENAME TO ${sql.name(asideName(table))}`);
  }
  return tables;
}

function count(db: ReadHandle, table: string): number {
  return db.value<number>(sql`SELECT count(*) FROM ${sql.name(table)}`) ?? 0;
}

/** Every row that the log tells of stands in its table, is left out or waits for its beginning. */
function allThere(db: ReadHandle, rows: number): boolean {
  const standing = projectionOrder.map((entity) => count(db, tableOf(entity)));
  const waiting = db
    .raw<[number, number]>(sql`SELECT entity, count(*) FROM waiting GROUP BY entity`)
    .map(([entity, rowsOfIt]) => (entityById(entity) === null ? 0 : rowsOfIt));
  return rows === [...standing, ...waiting, count(db, "hidden")].reduce((sum, one) => sum + one, 0);
}

/** The new tables were not made right, or the old ones did not say what the log says; nothing is changed then. */
export class ProjectionFault extends Error {
  constructor(detail: string) {
    super(`Tables made anew do not hold: ${detail}`);
    this.name = "ProjectionFault";
  }
}

/**
 * Makes the tables anew beside those that are there, checks them, and puts them in their place. Call it inside a
 * transaction that does not check references (see file/remake.ts).
 * @throws ProjectionFault
 */
export function* projectAnew(db: WriteHandle): Projecting {
  const shape = storedShape(db);
  const aside = setAside(db, shape);
  for (const list of Object.keys(lists)) db.run(sql`DELETE FROM ${sql.name(list)}`);
  const rows = yield* projectLog(db, db);
  if (!allThere(db, rows)) throw new ProjectionFault("rows are missing");
  const total = highestOp(db);
  for (const { table, columns } of sharedTables(shape) ?? []) {
    if (!aside.includes(table)) throw new ProjectionFault(`${table} was not there`);
    const before = { db, table: asideName(table) };
    const differing = yield* firstDifference(before, { db, table }, columns, { done: total, total });
    if (differing !== null) throw new ProjectionFault(`${table} ${differing}`);
  }
  for (const table of aside) db.run(sql`DROP TABLE ${sql.name(asideName(table))}`);
}

/** Runs the work to its end. */
export function atOnce<T>(work: Projecting<T>, onProgress?: (progress: ProjectionProgress) => void): T {
  let step = work.next();
  for (; step.done !== true; step = work.next()) onProgress?.(step.value);
  return step.value;
}

/** Who waits for the work. */
export interface ProjectionWatch {
  /** Lets other work of the process run; throws to break off. */
  readonly pause: () => Promise<void>;
  readonly onProgress?: (progress: ProjectionProgress) => void;
}

/** Runs the work with pauses. @throws whatever `pause` throws; the work is then to be rolled back */
export async function withPauses<T>(work: Projecting<T>, watch: ProjectionWatch): Promise<T> {
  let step = work.next();
  for (; step.done !== true; step = work.next()) {
    watch.onProgress?.(step.value);
    await watch.pause();
  }
  return step.value;
}
