/** Posts (chức danh) with the groups that standards name. */
import type { PostCategory, PostGroup } from "../../../shared/domain/values";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";

export interface PostRow {
  readonly pk: number;
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly group: PostGroup;
  readonly category: PostCategory;
  readonly order: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

type PostColumns = Omit<PostRow, "id"> & { readonly id: Buffer };

const select = sql`
  SELECT pk, id, coalesce(key, '') AS key, coalesce(name, '') AS name, "group", category,
         coalesce("order", 0) AS "order", valid_from AS validFrom, valid_to AS validTo
  FROM post`;

function posts(db: ReadHandle, condition: Sql): PostRow[] {
  return db.all<PostColumns>(sql`${select} ${condition}`).map((row) => ({ ...row, id: bytesToUuid(row.id) }));
}

/** Every post, ended ones too, in their printed order. */
export function allPosts(db: ReadHandle): PostRow[] {
  return posts(db, sql`ORDER BY "order", id`);
}

export function postById(db: ReadHandle, id: string): PostRow | null {
  return isUuid(id) ? (posts(db, sql`WHERE id = ${uuidToBytes(id)}`)[0] ?? null) : null;
}

/** Row numbers of all posts. */
export function postPks(db: ReadHandle): number[] {
  return db.raw<[number]>(sql`SELECT pk FROM post ORDER BY pk`).map(([pk]) => pk);
}
