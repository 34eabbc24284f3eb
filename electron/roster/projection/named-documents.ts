/**
 * The list of documents that rows name, read from the log like conflicts and waiting rows: of each field of type
 * `document` every value that stands, also where several stand against each other, and also of rows that are not in view.
 *
 * Exchange asks it what others may be sent and what is waited for; without it every packet would need a search through
 * the log. A document that was written over is not in it: it stays where it is, but travels no more.
 */
import { isDocumentHash } from "../../../shared/domain/document-hash";
import { entities, entityDefinition, entityNames, type FieldValue } from "../../../shared/domain/entities";
import { fromHex } from "../../../shared/sync/bytes";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";

/** Ids of the fields that name documents, by entity id. */
const fieldsByEntity: ReadonlyMap<number, readonly number[]> = new Map(
  entityNames.flatMap((name) => {
    const fields = Object.values(entityDefinition(name).fields).filter(({ type }) => type === "document");
    return fields.length === 0 ? [] : [[entities[name].id, fields.map(({ id }) => id)] as const];
  }),
);

interface NamingOp {
  readonly localId: number;
  readonly fields: ReadonlyMap<number, FieldValue>;
}

export class NamedDocuments {
  readonly #db: WriteHandle;

  constructor(db: WriteHandle) {
    this.#db = db;
  }

  /** @param heads the ops whose values stand, by field */
  replace(entity: number, row: Uint8Array, heads: ReadonlyMap<number, readonly NamingOp[]>): void {
    const fields = fieldsByEntity.get(entity);
    if (fields === undefined) return;
    this.#db.run(sql`DELETE FROM named_document WHERE row = ${row}`);
    for (const field of fields)
      for (const op of heads.get(field) ?? []) this.#add(row, field, op.localId, op.fields.get(field));
  }

  /** As `replace` for a new row of one op. */
  insert(entity: number, row: Uint8Array, op: number, values: ReadonlyMap<number, FieldValue>): void {
    for (const field of fieldsByEntity.get(entity) ?? []) this.#add(row, field, op, values.get(field));
  }

  /** Another text than a hash, from an office whose program wrote it, names nothing. */
  #add(row: Uint8Array, field: number, op: number, value: FieldValue | undefined): void {
    if (typeof value !== "string" || !isDocumentHash(value)) return;
    this.#db.run(
      sql`INSERT INTO named_document (row, field, op, hash) VALUES (${row}, ${field}, ${op}, ${fromHex(value)})`,
    );
  }
}
