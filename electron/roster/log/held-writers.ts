/** What this roster holds of each writer: unbroken runs of ops, as statements to other offices and gap lists need it. */
import type { HeldRun, HeldWriter } from "../../../shared/sync/packet/types";
import { isShippedWriter } from "../../../shared/sync/shipped-op";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

export interface WriterRow {
  readonly id: number;
  readonly identity: Buffer;
  readonly branch: number;
  readonly forked: boolean;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Of a forked writer: the row that this one goes on from; null for a beginning, and after a gap. */
  readonly parent: number | null;
}

/** Every writer but those of shipped rows; a forked one has a row a piece. */
export function writerRows(db: ReadHandle): WriterRow[] {
  return db
    .all<Omit<WriterRow, "forked"> & { forked: number }>(
      sql`
        SELECT id, identity, branch, forked, first_seq AS firstSeq, last_seq AS lastSeq, parent FROM writer
        ORDER BY id`,
    )
    .filter(({ identity }) => !isShippedWriter(identity))
    .map((row) => ({ ...row, forked: row.forked === 1 }));
}

const runStartsSql = (writer: number) => sql`
  SELECT min(seq) FROM op WHERE writer = ${writer}
  UNION SELECT seq FROM op WHERE writer = ${writer} AND prev IS NOT NULL
  ORDER BY 1`;

/** The unbroken runs of one row of the writer table, in order. */
export function runsOf(db: ReadHandle, writer: number): HeldRun[] {
  const starts = db.raw<[number | null]>(runStartsSql(writer)).flatMap(([seq]) => seq ?? []);
  return starts.flatMap((first, place) => {
    const before = starts[place + 1] ?? Number.MAX_SAFE_INTEGER;
    const end = db.get<{ seq: number; hash: Buffer }>(
      sql`SELECT seq, hash FROM op WHERE writer = ${writer} AND seq < ${before} ORDER BY seq DESC LIMIT 1`,
    );
    return end === undefined ? [] : [{ first, last: end.seq, hash: end.hash }];
  });
}

/** Runs of one writer that a statement names; of the others it says nothing, and they are sent again. */
const mostRuns = 16;

/** @param isFor whether a writer may be named to the addressee */
export function heldWriters(db: ReadHandle, isFor: (identity: Uint8Array) => boolean): HeldWriter[] {
  const byWriter = new Map<string, { writer: Uint8Array; runs: HeldRun[] }>();
  for (const { id, identity } of writerRows(db)) {
    if (!isFor(identity)) continue;
    const name = identity.toString("hex");
    const held: { writer: Uint8Array; runs: HeldRun[] } = byWriter.get(name) ?? {
      writer: identity,
      runs: [],
    };
    for (const run of runsOf(db, id)) held.runs.push(run);
    byWriter.set(name, held);
  }
  return [...byWriter.values()].map(({ writer, runs }) => ({
    writer,
    runs: runs
      .sort((a, b) => b.last - b.first - (a.last - a.first))
      .slice(0, mostRuns)
      .sort((a, b) => a.first - b.first || a.last - b.last),
  }));
}
