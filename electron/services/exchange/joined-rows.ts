/**
 * What becomes of the rows of two records that are joined, such as posts and degrees: those that both say alike are one row
 * from then on, and of several running main posts one stays the main one. Without it a person would be counted with each
 * post and degree twice, and asked about as if offices disagreed.
 */
import {
  byOwned,
  entityDefinition,
  fieldNameById,
  type FieldValue,
  ownedEntities,
  type OwnedEntity,
  ownerField,
  presenceField,
} from "../../../shared/domain/entities";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import type { Edit } from "../../roster/change-log";
import type { ReadHandle } from "../../roster/file/handle";
import { RowOps } from "../../roster/log/row-ops";
import { runningMainPosts } from "../../roster/read/main-posts";
import { officialRecord } from "../../roster/read/officials";
import type { StoredRow } from "../../roster/read/rows";

/** Two rows that say the same, one of each record. */
export interface RowTwins {
  readonly entity: OwnedEntity;
  /** UUIDs, of the record that was named first and of the other. */
  readonly one: string;
  readonly other: string;
  /** The one that lacks what the other says; null where both say all. */
  readonly poorer: "one" | "other" | null;
  /** What the two say together. */
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/**
 * Rows of two records that are equal, or of which one only lacks what the other says. Where a row that lacks something fits
 * several, nobody knows which of them it is, and all stay; so does one that holds what a newer program wrote, since nobody
 * here can say that the other holds it too.
 */
export function rowTwins(db: ReadHandle, one: string, other: string): RowTwins[] {
  const nothing = byOwned<readonly StoredRow[]>(() => []);
  const [rows, others] = [one, other].map((id) => officialRecord(db, id)?.rows ?? nothing);
  const ops = new RowOps(db);
  return ownedEntities.flatMap((entity) => {
    const readIn = (all: readonly StoredRow[] = []) => all.filter(({ id }) => isReadWhole(ops, entity, id));
    const [mine, theirs] = [rows?.[entity] ?? [], others?.[entity] ?? []];
    return mine.length === 0 || theirs.length === 0 ? [] : twinsAmong(entity, readIn(mine), readIn(theirs));
  });
}

/** Whether all that was written of a row can be read here. */
function isReadWhole(ops: RowOps, entity: OwnedEntity, id: string): boolean {
  const { heads, unread } = foldRow(ops.known(id, entity));
  return (
    unread.size === 0 &&
    [...heads.keys()].every((field) => field === presenceField || fieldNameById(entity, field) !== null)
  );
}

function twinsAmong(
  entity: OwnedEntity,
  rows: readonly StoredRow[],
  others: readonly StoredRow[],
): RowTwins[] {
  const found: RowTwins[] = [];
  const paired = new Set<string>();
  const pair = (row: StoredRow, twin: StoredRow, poorer: RowTwins["poorer"]) => {
    paired.add(row.id).add(twin.id);
    const { fields } = poorer === "one" ? twin : row;
    found.push({ entity, one: row.id, other: twin.id, poorer, fields });
  };
  const isFree = ({ id }: StoredRow) => !paired.has(id);
  for (const row of rows) {
    const twin = others.find(
      (one) => isFree(one) && isWithin(entity, row, one) && isWithin(entity, one, row),
    );
    if (twin !== undefined) pair(row, twin, null);
  }
  const fits = (row: StoredRow, twin: StoredRow) =>
    isWithin(entity, row, twin) || isWithin(entity, twin, row);
  const [left, right] = [rows.filter(isFree), others.filter(isFree)];
  for (const row of left) {
    const [twin, ...more] = right.filter((one) => fits(row, one));
    if (twin === undefined || more.length > 0) continue;
    if (left.filter((one) => fits(one, twin)).length > 1) continue;
    pair(row, twin, isWithin(entity, row, twin) ? "one" : "other");
  }
  return found;
}

/** Whether a row says nothing that the other does not say as well. */
function isWithin(entity: OwnedEntity, row: StoredRow, other: StoredRow): boolean {
  const owner = ownerField(entity).name;
  return Object.entries(entityDefinition(entity).fields).every(([field, { blankSays }]) => {
    if (field === owner) return true;
    const [value, theirs] = [said(row, field), said(other, field)];
    return value === theirs || (value === null && blankSays !== true);
  });
}

/** Null for nothing; a box that is not ticked says as little as one that nobody saw. */
function said({ fields }: StoredRow, field: string): FieldValue {
  const value = fields[field] ?? null;
  return value === "" || value === false ? null : value;
}

/** A running post that one or both of two records mark as the main one. */
export interface MainPost {
  /** Rows of assignments: one of each record that marks it. */
  readonly rows: readonly [string, ...string[]];
  /** Whose post it is: of the record that was named first, of the other, of both. */
  readonly of: "one" | "other" | "both";
}

/** What two records mark so, that of the first one before the others. */
export function mainPostsOf(db: ReadHandle, one: string, other: string): MainPost[] {
  const [mine = [], theirs = []] = [one, other].map((id) => runningMainPosts(db, uuidToBytes(id)));
  // Of two that say the same only one may be marked, and is a post of its own record alone then.
  const both = rowTwins(db, one, other).filter(
    (twin) => mine.includes(twin.one) && theirs.includes(twin.other),
  );
  return [
    ...mine.map((id): MainPost => {
      const twin = both.find((found) => found.one === id);
      return twin === undefined ? { rows: [id], of: "one" } : { rows: [id, twin.other], of: "both" };
    }),
    ...theirs
      .filter((id) => both.every((twin) => twin.other !== id))
      .map((id): MainPost => ({ rows: [id], of: "other" })),
  ];
}

/**
 * The edits that go with a joining: rows that say the same go up in each other, and one post stays the main one.
 * @param main a row of the post that is to be it; null: as the kept record says, where it has one
 */
export function rowsJoined(db: ReadHandle, kept: string, joined: string, main: string | null): Edit[] {
  const twins = rowTwins(db, kept, joined);
  const posts = mainPostsOf(db, kept, joined);
  const ofKept = posts.filter(({ of }) => of !== "other");
  const chosen = posts.filter(({ rows }) => main !== null && rows.includes(main));
  const stay = chosen.length > 0 ? chosen : ofKept.length > 0 ? ofKept : posts;
  const goes = new Set(twins.map(({ one, other, poorer }) => (poorer === "one" ? one : other)));
  return [
    ...twins.map(({ entity, one, other, poorer }): Edit => {
      const [id, into] = poorer === "one" ? [one, other] : [other, one];
      return { kind: "join", entity, id, into };
    }),
    ...posts
      .filter((post) => !stay.includes(post))
      .flatMap(({ rows }) => rows.filter((id) => !goes.has(id)))
      .map((id): Edit => ({ kind: "update", entity: "assignment", id, fields: { main: false } })),
  ];
}
