/** What other offices wrote and this one cannot read: who wrote what into which field. */
import {
  type EntityName,
  entityById,
  fieldNameById,
  type FieldValue,
  presenceField,
} from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { storedBody } from "../../../shared/sync/op-codec";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { writerName } from "../log/op-rows";
import { presenceName } from "./conflicts";

export interface UnreadableRow {
  readonly entity: EntityName;
  readonly rowId: string;
  /** Field name of the registry, or `presenceName`. */
  readonly field: string;
  /** As it stands in the op; undefined for a kind of value that this program does not know. */
  readonly value: FieldValue | undefined;
  /** Hex of the writer. */
  readonly writer: string;
  readonly user: string;
  /** ms by the writer's clock. */
  readonly at: number;
}

/** @param from only values of ops from a local id on */
export function unreadableCount(db: ReadHandle, from = 0): number {
  return db.value<number>(sql`SELECT count(*) FROM unreadable WHERE op >= ${from}`) ?? 0;
}

type Columns = readonly [
  row: Buffer,
  field: number,
  entity: number,
  at: number,
  body: Buffer,
  identity: Buffer,
  user: string,
];

/** In an order that all offices share: by row, field and op. */
export function unreadableRows(db: ReadHandle, offset: number, limit: number): UnreadableRow[] {
  const rows = db.raw<Columns>(sql`
    SELECT unreadable.row, unreadable.field, unreadable.entity, op.at, op.body, writer.identity, author.name
    FROM unreadable JOIN op ON op.id = unreadable.op JOIN writer ON writer.id = op.writer
    JOIN author ON author.id = op.author
    ORDER BY unreadable.row, unreadable.field, op.hash LIMIT ${limit} OFFSET ${offset}`);
  return rows.flatMap(([row, field, entityId, at, body, identity, user]): UnreadableRow[] => {
    const entity = entityById(entityId);
    const name =
      entity === null ? null : field === presenceField ? presenceName : fieldNameById(entity, field);
    if (entity === null || name === null) return [];
    const value = storedBody(body).fields.get(field);
    const writer = writerName(identity);
    return [{ entity, rowId: bytesToUuid(row), field: name, value, writer, user, at }];
  });
}
