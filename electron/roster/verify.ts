/**
 * Proves a roster whole: the file, every writer's chain, and that the tables say what the log says.
 *
 * Run after a bad day (power cut, damaged stick, doubtful copy) and before trusting a backup. It only reads.
 */
import { AppError } from "../../shared/contract/errors";
import { type ChainEnd, chainCheck } from "../../shared/sync/chain";
import { OpFormatError } from "../../shared/sync/op-codec";
import { isShippedWriter } from "../../shared/sync/shipped-op";
import { ChangeGatherer, type LoggedChange } from "./log/change-list";
import { temporaryDatabase } from "./file/connect";
import { type ReadHandle, writeHandle } from "./file/handle";
import { type Sql, type SqlValue, sql } from "./file/sql";
import { type ChainLink, chainOfWriter } from "./log/op-rows";
import { projectionOrder, tableOf } from "./projection/columns";
import { projectLog } from "./projection/rebuild";
import { openRosterReadOnly } from "./reader";
import { sha256 } from "./file/sha256";

export type ProblemCode = "integrity" | "foreign-key" | "chain" | "op-hash" | "projection" | "change-list";

export interface Problem {
  readonly code: ProblemCode;
  /** For engineers: table, row or writer; never a person's data. */
  readonly detail: string;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly ops: number;
  readonly writers: number;
  readonly problems: readonly Problem[];
}

/** Problems beyond this many of one kind add nothing. */
const mostOfAKind = 20;
const pageRows = 2000;

class Findings {
  readonly problems: Problem[] = [];

  add(code: ProblemCode, detail: string): void {
    if (this.problems.filter((one) => one.code === code).length < mostOfAKind)
      this.problems.push({ code, detail });
  }
}

function checkFile(db: ReadHandle, findings: Findings): void {
  for (const { integrity_check: line } of db.all<{ integrity_check: string }>(sql`PRAGMA integrity_check`)) {
    if (line !== "ok") findings.add("integrity", line);
  }
  for (const { table, rowid } of db.all<{ table: string; rowid: number }>(sql`PRAGMA foreign_key_check`)) {
    findings.add("foreign-key", `${table} ${rowid}`);
  }
}

interface WriterRow {
  readonly id: number;
  readonly identity: Buffer;
  readonly seq: number;
  readonly hash: Buffer | null;
  readonly firstSeq: number;
  /** 1 for the writer of this roster, whose ops cannot be missing. */
  readonly isOwn: number;
}

/** Hash of the op before a piece of a forked writer. */
function firstPrev(db: ReadHandle, writer: WriterRow): Uint8Array {
  const query = sql`SELECT prev FROM op WHERE writer = ${writer.id} AND seq = ${writer.firstSeq}`;
  return db.value<Buffer>(query) ?? new Uint8Array();
}

type ChangeRow = readonly [
  firstSeq: number,
  lastSeq: number,
  at: number,
  user: string,
  action: string,
  reason: string | null,
];

const changeSql = (id: number) => sql`
  SELECT first_seq, last_seq, at, author.name, action, reason
  FROM change JOIN author ON author.id = change.author
  WHERE change.id = ${id}`;

function sameChange(row: ChangeRow | undefined, logged: LoggedChange): boolean {
  if (row === undefined) return false;
  const { firstSeq, lastSeq, at, user, action, reason } = logged;
  return [firstSeq, lastSeq, at, user, action, reason].every((part, index) => row[index] === part);
}

/** Follows one writer's ops; returns how many there are and how many changes they make. */
function checkWriter(
  db: ReadHandle,
  writer: WriterRow,
  findings: Findings,
  step: () => void,
): { ops: number; changes: number } {
  let ops = 0;
  let changes = 0;
  const gatherer = new ChangeGatherer((change) => {
    changes++;
    const [row] = db.raw<ChangeRow>(changeSql(change.id));
    if (!sameChange(row, change)) findings.add("change-list", `change ${change.id}`);
  });
  function* counted(): Generator<ChainLink> {
    for (const link of chainOfWriter(db, writer.id, writer.identity)) {
      ops++;
      if (!isShippedWriter(writer.identity)) gatherer.add(link);
      if (ops % pageRows === 0) step();
      yield link;
    }
    gatherer.finish();
  }
  try {
    const before = writer.firstSeq > 1 ? { seq: writer.firstSeq - 1, hash: firstPrev(db, writer) } : null;
    const result = chainCheck(counted(), sha256, before, { gaps: writer.isOwn === 0 });
    if (result.ok) checkEnd(writer, result.end, findings);
    else {
      const { kind, seq } = result.fault;
      findings.add(kind === "altered" ? "op-hash" : "chain", `writer ${writer.id}, op ${seq}: ${kind}`);
    }
  } catch (error) {
    if (!(error instanceof OpFormatError)) throw error;
    findings.add("op-hash", `writer ${writer.id}, op ${ops}: ${error.message}`);
  }
  return { ops, changes };
}

function checkEnd(writer: WriterRow, end: ChainEnd | null, findings: Findings): void {
  const fits = writer.hash === null ? end === null : end?.seq === writer.seq && writer.hash.equals(end.hash);
  if (!fits) findings.add("chain", `writer ${writer.id}: its last op is not the one noted`);
}

function sameRow(a: readonly SqlValue[], b: readonly SqlValue[] | undefined): boolean {
  if (b === undefined || a.length !== b.length) return false;
  return a.every((value, index) => {
    const other = b[index];
    return value instanceof Uint8Array
      ? other instanceof Uint8Array && Buffer.compare(value, other) === 0
      : value === other;
  });
}

/** Compares one table of two databases, in the order of pk. */
function compareTable(
  table: string,
  actual: ReadHandle,
  expected: ReadHandle,
  findings: Findings,
  step: () => void,
): void {
  let after = -1;
  for (;;) {
    const page = sql`SELECT * FROM ${sql.name(table)} WHERE pk > ${after} ORDER BY pk LIMIT ${pageRows}`;
    const rows = actual.raw<[number, ...SqlValue[]]>(page);
    const others = expected.raw<[number, ...SqlValue[]]>(page);
    const differs = rows.findIndex((row, index) => !sameRow(row, others[index]));
    if (differs >= 0 || rows.length !== others.length) {
      const at = differs >= 0 ? rows[differs]?.[0] : (rows[others.length] ?? others[rows.length])?.[0];
      findings.add("projection", `${table} ${at}`);
      return;
    }
    step();
    const last = rows[rows.length - 1];
    if (last === undefined) return;
    after = last[0];
  }
}

/** Lists read from the log beside the tables, each with what puts it in order. */
const listOrders = {
  conflict: sql`row, field`,
  unresolved: sql`row, field`,
  hidden: sql`row`,
  waiting: sql`row`,
};

/** As `compareTable` for a list, which is short. */
function compareList(
  list: string,
  order: Sql,
  actual: ReadHandle,
  expected: ReadHandle,
  findings: Findings,
): void {
  const query = sql`SELECT * FROM ${sql.name(list)} ORDER BY ${order}`;
  const rows = actual.raw<SqlValue[]>(query);
  const others = expected.raw<SqlValue[]>(query);
  const differs = rows.length !== others.length || rows.some((row, place) => !sameRow(row, others[place]));
  if (differs) findings.add("projection", `${list}: ${rows.length} listed, ${others.length} in the log`);
}

function checkProjection(db: ReadHandle, findings: Findings, step: () => void): void {
  const expected = temporaryDatabase();
  try {
    const handle = writeHandle(expected, "");
    handle.transaction(() => projectLog(db, handle, undefined, step));
    for (const entity of projectionOrder) compareTable(tableOf(entity), db, handle, findings, step);
    for (const [list, order] of Object.entries(listOrders)) compareList(list, order, db, handle, findings);
  } finally {
    expected.close();
  }
}

/**
 * Examines a roster from end to end; reading only, also while it is open elsewhere.
 * @param onProgress called every few thousand rows with a growing count of steps
 * @throws AppError as `openRosterReadOnly`: what cannot be opened cannot be examined
 */
export function verifyRoster(path: string, onProgress?: (steps: number) => void): VerifyReport {
  const roster = openRosterReadOnly(path);
  const findings = new Findings();
  let steps = 0;
  const step = () => onProgress?.(++steps);
  let ops = 0;
  let writers: WriterRow[] = [];
  try {
    const { db } = roster;
    checkFile(db, findings);
    writers = db.all<WriterRow>(
      sql`SELECT id, identity, last_seq AS seq, last_hash AS hash, first_seq AS firstSeq,
              forked = 0 AND identity IS (SELECT value FROM local_state WHERE key = 'writer') AS isOwn
       FROM writer ORDER BY id`,
    );
    let changes = 0;
    for (const writer of writers) {
      const counts = checkWriter(db, writer, findings, step);
      ops += counts.ops;
      changes += counts.changes;
    }
    const listed = db.value<number>(sql`SELECT count(*) FROM change`) ?? 0;
    if (listed !== changes && findings.problems.length === 0) {
      findings.add("change-list", `${listed} listed, ${changes} in the log`);
    }
    checkProjection(db, findings, step);
  } catch (error) {
    // Pages that cannot be read end the examination; they are its result.
    if (error instanceof AppError && error.code === "roster-damaged")
      findings.add("integrity", "unreadable page");
    else if (error instanceof OpFormatError) findings.add("op-hash", error.message);
    else throw error;
  } finally {
    roster.close();
  }
  const people = writers.filter(({ identity }) => !isShippedWriter(identity));
  return { ok: findings.problems.length === 0, ops, writers: people.length, problems: findings.problems };
}
