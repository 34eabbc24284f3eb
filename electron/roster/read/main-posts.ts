/**
 * People of whom several running posts are marked as the main one, in different places: what two offices wrote, each
 * without knowing of the other, when both recorded somebody's transfer. Every office counts them by the same of these
 * posts, but only people can tell which is right; without this list nobody would be asked.
 */
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

/** A running post is one without an end on record; kiêm nhiệm is no main post (see `assignmentMarks`). */
const running = sql`mark_bits = 1 AND to_packed = 0`;
const several = sql`
  SELECT official FROM assignment WHERE ${running}
  GROUP BY official HAVING count(*) > 1 AND (min(unit) <> max(unit) OR min(post) <> max(post))`;

/** Ids of the people, in order. */
export function withSeveralMainPosts(db: ReadHandle): string[] {
  return db
    .raw<[Buffer]>(sql`SELECT id FROM official WHERE pk IN (${several}) ORDER BY id`)
    .map(([id]) => bytesToUuid(id));
}

/** Rows of a person's running main posts, in an order that all offices share. */
export function runningMainPosts(db: ReadHandle, officialId: Uint8Array): string[] {
  return db
    .raw<[Buffer]>(
      sql`SELECT id FROM assignment
          WHERE official = (SELECT pk FROM official WHERE id = ${officialId}) AND ${running} ORDER BY id`,
    )
    .map(([id]) => bytesToUuid(id));
}
