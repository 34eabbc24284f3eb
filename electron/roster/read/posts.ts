/** Posts (chức danh) with the groups that standards name. */
import type { ShippedPost } from "../../../shared/catalog/posts";
import type { PostCategory, PostGroup } from "../../../shared/domain/values";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { type Sql, type SqlValue, sql } from "../file/sql";
import { proven, wholeColumns } from "../projection/proven";
import { shapeOf } from "../projection/schema";

/** As it is in the roster, shipped or made by its users. */
export interface PostRow extends ShippedPost {
  readonly pk: number;
}

type Columns = Readonly<Record<string, SqlValue>>;

const select = sql`SELECT ${sql.join(wholeColumns(shapeOf("post")).map(sql.name))} FROM post`;

function text(value: SqlValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function posts(db: ReadHandle, condition: Sql): PostRow[] {
  const rows = db.all<Columns>(sql`${select} ${condition}`);
  proven(db, rows.map(Object.values<SqlValue>));
  return rows.map((row) => ({
    pk: row["pk"] as number,
    id: bytesToUuid(row["id"] as Uint8Array),
    key: text(row["key"]) ?? "",
    name: text(row["name"]) ?? "",
    group: row["group"] as PostGroup,
    category: row["category"] as PostCategory,
    order: typeof row["order"] === "number" ? row["order"] : 0,
    validFrom: text(row["valid_from"]),
    validTo: text(row["valid_to"]),
  }));
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
