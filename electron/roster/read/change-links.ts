/**
 * Which change took which back, by what the changes themselves say.
 *
 * An undo names the change that it takes back in the log, so that every office that holds both tells the same of them;
 * the links of the list of changes are this roster's own, for its own next undo.
 */
import type { ChangeMeta } from "../../../shared/sync/op";
import { decodeBody } from "../../../shared/sync/op-codec";
import { sameBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";
import type { ChangeSpan } from "./change-people";

export interface LinkedChange extends ChangeSpan {
  readonly id: number;
}

const takingBack = sql`('undo', 'redo')`;

/** Changes that somebody may have taken back: they have a row in common with an undo. */
export const maybeUndone: Sql = sql`
  change.id IN (
    SELECT before.id FROM change AS later
    JOIN op ON op.writer = later.writer AND op.seq BETWEEN later.first_seq AND later.last_seq
    JOIN op AS other ON other.row = op.row
    JOIN change AS before ON before.writer = other.writer AND before.first_seq = other.change_seq
    WHERE later.action IN ${takingBack})`;

/** What the first op of a change says of it; null where that op is not here. */
function metaOf(db: ReadHandle, { writer, firstSeq }: ChangeSpan): ChangeMeta | null {
  const body = db.value<Buffer>(
    sql`SELECT body FROM op WHERE writer = ${writer} AND seq = ${firstSeq} AND change_seq = ${firstSeq}`,
  );
  return body === undefined ? null : decodeBody(body).meta;
}

/** The change that this one took back, as far as it is here. */
export function undoneOf(db: ReadHandle, change: ChangeSpan): number | null {
  const undoes = metaOf(db, change)?.undoes ?? null;
  if (undoes === null) return null;
  return (
    db.value<number>(sql`
      SELECT change.id FROM writer JOIN change ON change.writer = writer.id
      WHERE writer.identity = ${undoes.writer} AND change.first_seq = ${undoes.seq}
      ORDER BY writer.branch LIMIT 1`) ?? null
  );
}

/** Rows of one change in which whatever took it back is looked for. */
const mostRows = 40;

/** Reads the links of changes, each once. */
export class ChangeLinks {
  readonly #db: ReadHandle;
  readonly #undoers = new Map<number, readonly LinkedChange[]>();

  constructor(db: ReadHandle) {
    this.#db = db;
  }

  /** Changes that took one back, oldest first. */
  undoersOf(change: LinkedChange): readonly LinkedChange[] {
    const known = this.#undoers.get(change.id);
    if (known !== undefined) return known;
    const found = this.#candidates(change).filter((one) => this.#undoes(one, change));
    found.sort((a, b) => a.id - b.id);
    this.#undoers.set(change.id, found);
    return found;
  }

  /** Whether what it did stands: nothing took it back, or that was itself taken back. */
  isInForce(change: LinkedChange, above: ReadonlySet<number> = new Set()): boolean {
    const seen = new Set([...above, change.id]);
    return this.undoersOf(change).every((one) => seen.has(one.id) || !this.isInForce(one, seen));
  }

  #undoes(undo: LinkedChange, { writer, firstSeq }: LinkedChange): boolean {
    const named = metaOf(this.#db, undo)?.undoes ?? null;
    if (named === null || named.seq !== firstSeq) return false;
    const identity = this.#db.value<Buffer>(sql`SELECT identity FROM writer WHERE id = ${writer}`);
    return identity !== undefined && sameBytes(identity, named.writer);
  }

  #candidates({ id, writer, firstSeq, lastSeq }: LinkedChange): LinkedChange[] {
    const found = new Map<number, LinkedChange>();
    const seen = new Set<string>();
    for (const [row] of this.#db.raw<[Buffer]>(sql`
      SELECT row FROM op WHERE writer = ${writer} AND seq BETWEEN ${firstSeq} AND ${lastSeq} LIMIT ${mostRows}`)) {
      if (seen.has(row.toString("hex"))) continue;
      seen.add(row.toString("hex"));
      for (const one of this.#db.all<LinkedChange>(sql`
        SELECT later.id, later.writer, later.first_seq AS firstSeq, later.last_seq AS lastSeq
        FROM op JOIN change AS later ON later.writer = op.writer AND later.first_seq = op.change_seq
        WHERE op.row = ${row} AND later.action IN ${takingBack} AND later.id <> ${id}`))
        found.set(one.id, one);
    }
    return [...found.values()];
  }
}

/** Whether the change that begins with an op takes another one back, or does it again. */
export function takesBack(db: ReadHandle, writer: number, firstSeq: number): boolean {
  const found = db.value<number>(sql`
    SELECT 1 FROM change WHERE writer = ${writer} AND first_seq = ${firstSeq} AND action IN ${takingBack}`);
  return found !== undefined;
}
