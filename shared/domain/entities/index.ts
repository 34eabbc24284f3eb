/**
 * The registry of entities and their fields: the one description of what a roster holds.
 *
 * The change log stores field ids, the projection derives its columns from here, the gate its checks, the command line
 * its `describe`. What an entity is made of stands in definition.ts, each entity in its own file, their list in list.ts.
 */
import type { FieldValue } from "../field-value";
import type { EntityShape, FieldShape } from "./definition";
import { entities } from "./list";

export { entities };
export type { FieldValue } from "../field-value";
export type { FieldType } from "./definition";

type Entities = typeof entities;

export type EntityName = keyof Entities;
export const entityNames = Object.keys(entities) as EntityName[];

/** Entities whose rows belong to an official and go with the record. */
export type OwnedEntity = {
  [E in EntityName]: Entities[E]["owner"] extends { readonly entity: "official" } ? E : never;
}[EntityName];

/** What a person's record is made of: their own row and the rows that belong to it. */
export type PersonEntity = "official" | OwnedEntity;

/** Entities whose rows people enter field by field; the others come out of what they do on other screens. */
export type EnteredEntity = {
  [E in EntityName]: Entities[E]["entered"] extends true ? E : never;
}[EntityName];

/** What is entered and is no part of anybody's record: units, posts, standards, the office. */
export type CatalogEntity = Exclude<EnteredEntity, PersonEntity>;

/** What the catalog shows as plain tables; see `EntityShape.table`. */
export type TableEntity = {
  [E in CatalogEntity]: Entities[E] extends { readonly table: object } ? E : never;
}[CatalogEntity];

/** What can be taken off the roster row by row; see `removableEntities`. */
export type RemovableEntity =
  | PersonEntity
  | TableEntity
  | {
      [E in CatalogEntity]: Entities[E] extends { readonly authority: "maker" } ? E : never;
    }[CatalogEntity];

/** Field names of one entity, e.g. `FieldName<"official">`. */
export type FieldName<E extends EntityName> = keyof Entities[E]["fields"] & string;

/** Some fields of one row with their values; what an edit carries. */
export type Fields<E extends EntityName> = { readonly [F in FieldName<E>]?: FieldValue };

/** A field, with the entity that it refers to by its name. */
export interface FieldDefinition extends Omit<FieldShape, "entity"> {
  readonly entity?: EntityName;
}

/** An entity, with its fields reachable by any text. */
export interface EntityDefinition extends Omit<EntityShape, "fields" | "owner"> {
  readonly owner: { readonly entity: EntityName; readonly field: string } | null;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
}

/** Field id of the row's presence: null while the row is there, otherwise the reason it was removed for. */
export const presenceField = 0;

/** The definition of an entity, with its fields reachable by any text. */
export function entityDefinition(name: EntityName): EntityDefinition {
  return entities[name];
}

export const ownedEntities = entityNames.filter(isOwned);
export const personEntities = entityNames.filter(isOfPerson);
export const enteredEntities = entityNames.filter(
  (name): name is EnteredEntity => entityDefinition(name).entered,
);
export const catalogEntities = enteredEntities.filter((name): name is CatalogEntity => !isOfPerson(name));

export const tableEntities = catalogEntities.filter(
  (name): name is TableEntity => entityDefinition(name).table !== undefined,
);

/**
 * What can be taken off the roster row by row: a person, what belongs to one, and entries of catalogs over which whoever made
 * them decides alone. An entry that something refers to stays (row-in-use).
 */
export const removableEntities = entityNames.filter(isRemovable);

/** Whether rows of an entity can be taken off the roster one by one. */
export function isRemovable(name: EntityName): name is RemovableEntity {
  if (isOfPerson(name)) return true;
  const { entered, table, authority } = entityDefinition(name);
  return entered && (table !== undefined || authority === "maker");
}

/** Whether rows of an entity belong to an official. */
export function isOwned(name: EntityName): name is OwnedEntity {
  return entityDefinition(name).owner?.entity === "official";
}

/** Whether an entity is part of a person's record. */
export function isOfPerson(name: EntityName): name is PersonEntity {
  return name === "official" || isOwned(name);
}

/** The field that ties a row to its official. */
export function ownerField(name: OwnedEntity): { readonly name: string; readonly id: number } {
  const { owner, fields } = entityDefinition(name);
  const field = owner?.field ?? "";
  const id = fields[field]?.id;
  if (id === undefined) throw new Error(`${name} has no field that names its owner`);
  return { name: field, id };
}

/** One value for each entity of a person, e.g. their rows. */
export function byOwned<T>(make: (entity: OwnedEntity) => T): Record<OwnedEntity, T> {
  return Object.fromEntries(ownedEntities.map((entity) => [entity, make(entity)])) as Record<OwnedEntity, T>;
}

/** Definition of a field, or null when the entity has no such field. */
export function fieldDefinition(entity: EntityName, field: string): FieldDefinition | null {
  const { fields } = entityDefinition(entity);
  // A name that every object inherits, such as "toString", is no field.
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : null;
}

const namesById = new Map<number, EntityName>(entityNames.map((name) => [entities[name].id, name]));
const fieldNamesById = new Map<EntityName, Map<number, string>>(
  entityNames.map((name) => [
    name,
    new Map(
      Object.entries(entityDefinition(name).fields).map(([field, definition]) => [definition.id, field]),
    ),
  ]),
);

/** Entity of an id from the log, or null for one of a newer program. */
export function entityById(id: number): EntityName | null {
  return namesById.get(id) ?? null;
}

/** Field name of an id from the log, or null for one of a newer program (or the presence field). */
export function fieldNameById(entity: EntityName, id: number): string | null {
  return fieldNamesById.get(entity)?.get(id) ?? null;
}
