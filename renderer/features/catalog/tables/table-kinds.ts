/** The tables of a tab, from the registry: each entity, and of one that is looked at by an answer each of its answers. */
import { entityDefinition, tableEntities, type TableEntity } from "../../../../shared/domain/entities";
import type { TableTab } from "../../../../shared/domain/entities/definition";

/** One table: rows of an entity, of one answer where `of` says which. */
export interface TableKind {
  readonly entity: TableEntity;
  readonly by: string | null;
  readonly of: string | null;
}

export function tablesOf(tab: TableTab): TableKind[] {
  return tableEntities.flatMap((entity): TableKind[] => {
    const { table, fields } = entityDefinition(entity);
    if (table?.tab !== tab) return [];
    const { by } = table;
    if (by === undefined) return [{ entity, by: null, of: null }];
    return (fields[by]?.choices ?? []).map((of) => ({ entity, by, of }));
  });
}

export function keyOf({ entity, of }: TableKind): string {
  return of === null ? entity : `${entity}.${of}`;
}

/** Fields that a row of the table is entered by: which table it stands in is said by where it is added. */
export function fieldsOf({ entity, by }: TableKind): string[] {
  return Object.keys(entityDefinition(entity).fields).filter((field) => field !== by);
}
