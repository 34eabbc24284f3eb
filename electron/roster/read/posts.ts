/** Posts (chức danh) with the groups that standards name. */
import type { PostCategory, PostGroup } from "../../../shared/domain/values";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle, SqlValue } from "../file/handle";

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

const select = `
  SELECT pk, id, coalesce(key, '') AS key, coalesce(name, '') AS name, "group", category,
         coalesce("order", 0) AS "order", valid_from AS validFrom, valid_to AS validTo
  FROM post`;

function posts(db: ReadHandle, condition: string, ...params: SqlValue[]): PostRow[] {
  return db
    .all<PostColumns>(`${select} ${condition}`, ...params)
    .map((row) => ({ ...row, id: bytesToUuid(row.id) }));
}

/** Every post, ended ones too, in their printed order. */
export function allPosts(db: ReadHandle): PostRow[] {
  return posts(db, `ORDER BY "order", pk`);
}

export function postById(db: ReadHandle, id: string): PostRow | null {
  return isUuid(id) ? (posts(db, "WHERE id = ?", uuidToBytes(id))[0] ?? null) : null;
}

/** Row numbers of all posts. */
export function postPks(db: ReadHandle): number[] {
  return db.raw<[number]>("SELECT pk FROM post ORDER BY pk").map(([pk]) => pk);
}
