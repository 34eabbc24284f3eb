/**
 * The entity tables, made from the registry.
 *
 * Without this each new field would need a migration beside its entry in the registry, and the two would come to
 * disagree.
 *
 * - `pk` of a row is the id of the op that created it, so that the same log gives the same tables.
 * - References are checked at the end of a transaction, since a parent may come after its children.
 */
import { type EntityName, entities } from "../../../shared/domain/entities";
import type { WriteHandle } from "../file/handle";
import {
  idIndexStatement,
  indexStatement,
  type ShapedColumn,
  type ShapedIndex,
  type ShapedProof,
  type TableShape,
  tableStatement,
} from "../file/table-shape";
import { type Column, fieldColumns, projectionOrder, referredBy, storageOf, tableOf } from "./columns";
import { derivedColumns, indexesBesideReferences } from "./derived";
import { readInPart, wholeProof } from "./proven";
import { referrersOf } from "./referrers";

function fieldColumn(column: Column): ShapedColumn {
  const target = referredBy(column);
  return {
    name: column.name,
    storage: storageOf(column.definition),
    from: { field: column.fieldId },
    target: target === null ? null : tableOf(target),
    required: column.definition.required === true,
  };
}

function indexesOf(entity: EntityName): ShapedIndex[] {
  const references = fieldColumns(entity).filter((column) => referredBy(column) !== null);
  return [
    ...references.map(({ name }) => ({ columns: [name], filledOnly: false })),
    ...indexesBesideReferences(entity).map(({ column, filledOnly = false }) => ({
      columns: [column],
      filledOnly,
    })),
  ];
}

/** Of what is read of a row by itself, and last of all of it. */
function proofsOf(entity: EntityName, columns: readonly ShapedColumn[]): ShapedProof[] {
  const whole = { name: wholeProof, columns: ["pk", "id", ...columns.map(({ name }) => name)] };
  return [...readInPart(entity), whole];
}

function shapeFrom(entity: EntityName): TableShape {
  const derived = derivedColumns(entity).map(
    ({ name, storage, version }): ShapedColumn => ({
      name,
      storage,
      from: { derived: version },
      target: null,
      required: true,
    }),
  );
  const columns = [...fieldColumns(entity).map(fieldColumn), ...derived];
  return {
    table: tableOf(entity),
    entity: entities[entity].id,
    columns,
    proofs: proofsOf(entity, columns),
    indexes: indexesOf(entity),
  };
}

/** The tables of all entities, those that are referred to first. */
export const shapes: readonly TableShape[] = projectionOrder.map(shapeFrom);

const byTable: ReadonlyMap<string, TableShape> = new Map(shapes.map((shape) => [shape.table, shape]));

/** How the table of an entity is made. */
export function shapeOf(entity: EntityName): TableShape {
  return byTable.get(tableOf(entity)) ?? shapeFrom(entity);
}

const referredTo: ReadonlySet<string> = new Set(
  projectionOrder.filter((entity) => referrersOf(entity).length > 0).map(tableOf),
);

/**
 * Makes the tables, with no more indexes than filling them needs: the others are made faster, and with less written to
 * the disk, once the rows are there.
 */
export function createTables(db: WriteHandle): void {
  for (const shape of shapes) {
    db.run(tableStatement(shape));
    if (referredTo.has(shape.table)) db.run(idIndexStatement(shape));
  }
}

/** Makes the indexes that `createTables` left out. */
export function createIndexes(db: WriteHandle): void {
  for (const shape of shapes) {
    if (!referredTo.has(shape.table)) db.run(idIndexStatement(shape));
    for (const index of shape.indexes) db.run(indexStatement(shape, index));
  }
}
