/**
 * Proves a roster whole: the file, every writer's chain, and that the tables say what the log says.
 *
 * Run after a bad day (power cut, damaged stick, doubtful copy) and before trusting a backup. It only reads.
 */
import type { Standing } from "../../shared/domain/authority";
import { AppError, type ErrorParams } from "../../shared/contract/errors";
import { type ChainEnd, chainCheck } from "../../shared/sync/chain";
import { OpFormatError } from "../../shared/sync/op-codec";
import { isoInstant } from "../../shared/domain/hanoi-time";
import { isShippedWriter } from "../../shared/sync/shipped-op";
import { ChangeGatherer, type LoggedChange } from "./log/change-list";
import type { Connection } from "./file/connect";
import { contentFault } from "./file/content-check";
import { schemaVersion } from "./file/migrations/migrate";
import { storedTables } from "./file/schema-check";
import { fileFaults } from "./file/file-faults";
import { type ReadHandle, readHandle } from "./file/handle";
import { openLog } from "./file/open-file";
import { type Sql, type SqlValue, sql } from "./file/sql";
import { verifySignature } from "../files/ed25519";
import { damagedBlobs } from "./log/blobs";
import { headFaults } from "./log/check-heads";
import { type ChainLink, chainOfWriter } from "./log/op-rows";
import { standOtherwise } from "./log/standings";
import { firstDifference, sameRow } from "./projection/compare";
import { lists } from "./projection/rebuild";
import { currentShape, sharedTables, storedShape } from "./projection/shape";
import { withTablesAside } from "./projection/tables-aside";
import { type Memory, missingChanges } from "./missing";
import { waitingDocumentCount } from "./read/documents";
import { sha256 } from "./file/sha256";

export type ProblemCode =
  | "schema"
  | "integrity"
  | "foreign-key"
  | "chain"
  | "op-hash"
  | "head"
  | "standing"
  | "projection"
  | "change-list"
  | "proof"
  | "document"
  | "rolled-back";

export interface Problem {
  readonly code: ProblemCode;
  /** For engineers: table, row or writer; never a person's data. */
  readonly detail: string;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly ops: number;
  readonly writers: number;
  /** Documents that are named and have not come: no damage. */
  readonly waitingDocuments: number;
  /** What was saved on this machine and is not here, with the ISO instant of the last of it. */
  readonly missing: { readonly changes: number; readonly lastAt: string } | null;
  readonly problems: readonly Problem[];
}

export interface VerifyOptions {
  /** Called every few thousand rows with a growing count of steps. */
  readonly onProgress?: (steps: number) => void;
  /** What this machine remembers of what it wrote; nothing is asked of it when left out. */
  readonly memory?: Memory;
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

/** Compares a list whole: it is short. */
function compareList(
  list: string,
  order: Sql,
  actual: ReadHandle,
  expected: ReadHandle,
  findings: Findings,
): void {
  const all = sql`SELECT * FROM ${sql.name(list)} ORDER BY ${order}`;
  const rows = actual.raw<SqlValue[]>(all);
  const others = expected.raw<SqlValue[]>(all);
  const differs = rows.length !== others.length || rows.some((row, place) => !sameRow(row, others[place]));
  if (differs) findings.add("projection", `${list}: ${rows.length} listed, ${others.length} in the log`);
}

/** Compares how each op stands with what the rule of authority says of the whole log. */
function checkStandings(db: ReadHandle, found: ReadonlyMap<number, Standing>, findings: Findings): void {
  for (const { id, standing } of standOtherwise(db, found))
    findings.add("standing", `op ${id}: ${standing} is not what the log says`);
}

const tableNamesSql = sql`SELECT name FROM sqlite_schema WHERE type = 'table'`;

/** Tables of another registry are made anew at the next opening; what is to be found there again is compared. */
function checkProjection(db: ReadHandle, findings: Findings, step: () => void): void {
  const shape = storedShape(db);
  const tables = sharedTables(shape);
  if (tables === null) return;
  const there = new Set(db.raw<[string]>(tableNamesSql).map(([name]) => name));
  const judged = (standings: ReadonlyMap<number, Standing>) => checkStandings(db, standings, findings);
  withTablesAside(db, judged, step, (aside) => {
    for (const { table, columns } of tables) {
      if (!there.has(table)) {
        findings.add("projection", `${table} is missing`);
        continue;
      }
      const comparing = firstDifference({ db, table }, { db: aside, table }, columns, null);
      let compared = comparing.next();
      for (; compared.done !== true; compared = comparing.next()) step();
      if (compared.value !== null) findings.add("projection", `${table} ${compared.value}`);
    }
    if (shape !== currentShape) return;
    for (const [list, order] of Object.entries(lists)) compareList(list, order, db, aside, findings);
  });
}

/** A whole file may still be an old one. */
function checkMemory(
  db: ReadHandle,
  path: string,
  memory: Memory | undefined,
  findings: Findings,
): VerifyReport["missing"] {
  const missing = memory === undefined ? null : missingChanges(db, path, memory);
  if (missing === null) return null;
  const { changes } = missing;
  const lastAt = isoInstant(missing.lastAt);
  findings.add("rolled-back", `${changes} changes saved here until ${lastAt} are missing`);
  return { changes, lastAt };
}

/** Of a file that is not made as a roster nothing is read. */
function unread({ params }: AppError): VerifyReport {
  const { name, what } = params as ErrorParams<"roster-altered">;
  const problems: Problem[] = [{ code: "schema", detail: `${name}: ${what}` }];
  return { ok: false, ops: 0, writers: 0, waitingDocuments: 0, missing: null, problems };
}

/**
 * Examines a roster from end to end; reading only, also while it is open elsewhere.
 * @throws AppError as `openRosterReadOnly`: what cannot be opened cannot be examined
 */
export function verifyRoster(path: string, { onProgress, memory }: VerifyOptions = {}): VerifyReport {
  let file: Connection;
  try {
    file = openLog(path, { rowsAside: true }).db;
  } catch (error) {
    if (error instanceof AppError && error.code === "roster-altered") return unread(error);
    throw error;
  }
  const findings = new Findings();
  let steps = 0;
  const step = () => onProgress?.(++steps);
  let ops = 0;
  let writers: WriterRow[] = [];
  let waitingDocuments = 0;
  let missing: VerifyReport["missing"] = null;
  try {
    const db = readHandle(file, path);
    for (const { code, detail } of fileFaults(db)) findings.add(code, detail);
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
    for (const fault of headFaults(db, verifySignature)) findings.add("head", fault);
    checkProjection(db, findings, step);
    const unproven = contentFault(file, storedTables(file, schemaVersion));
    if (unproven !== null) findings.add("proof", unproven);
    for (const id of damagedBlobs(db)) findings.add("document", `blob ${id}`);
    waitingDocuments = waitingDocumentCount(db);
    missing = checkMemory(db, path, memory, findings);
  } catch (error) {
    // Pages that cannot be read end the examination; they are its result.
    if (error instanceof AppError && error.code === "roster-damaged")
      findings.add("integrity", "unreadable page");
    else if (error instanceof OpFormatError) findings.add("op-hash", error.message);
    else throw error;
  } finally {
    file.close();
  }
  const people = writers.filter(({ identity }) => !isShippedWriter(identity));
  const { problems } = findings;
  return { ok: problems.length === 0, ops, writers: people.length, waitingDocuments, missing, problems };
}
