/**
 * When something happened to somebody, by the fields that say so: of which their history is told in the order of their life.
 * What is sensitive is not told along; it stands in its own folded part of the file.
 */
import {
  entityDefinition,
  type FieldDefinition,
  type OwnedEntity,
  ownedEntities,
  ownerField,
  type PersonEntity,
} from "./entities";

/** Where the day of a row stands: in a field of its own, or in one of the row that a field of it names. */
export interface StoryTime {
  /** A reference whose row has the day; null: the row itself. */
  readonly through: string | null;
  readonly from: string;
  /** The field that says until when; null where it lasts no time. */
  readonly to: string | null;
}

/** Fields with a day that is a step of somebody's life, such as joining the Party or being appointed again. */
export function milestonesOf(entity: PersonEntity): readonly string[] {
  return Object.entries(entityDefinition(entity).fields)
    .filter(([, { milestone }]) => milestone === true)
    .map(([name]) => name);
}

const times = new Map(ownedEntities.map((entity) => [entity, timeOf(entity)]));

/** Kinds of row that a history tells. */
export const storyEntities: readonly OwnedEntity[] = ownedEntities.filter(
  (entity) => storyTimeOf(entity) !== null,
);

/** @returns null for what has no day, and for what is sensitive */
export function storyTimeOf(entity: OwnedEntity): StoryTime | null {
  return times.get(entity) ?? null;
}

function timeOf(entity: OwnedEntity): StoryTime | null {
  const { since, figures, fields, sensitive, label } = entityDefinition(entity);
  if (sensitive === true || label === null) return null;
  const own = since ?? figures?.since ?? requiredYear(fields);
  if (own !== undefined) return { through: null, from: own, to: endOf(fields, own) };
  const owner = ownerField(entity).name;
  for (const [through, { type, required, entity: target }] of Object.entries(fields)) {
    if (type !== "reference" || required !== true || through === owner || target === undefined) continue;
    const named = entityDefinition(target);
    if (named.since !== undefined)
      return { through, from: named.since, to: endOf(named.fields, named.since) };
  }
  const happened = Object.entries(fields).find(
    ([, { type, past }]) => type === "partialDate" && past === true,
  );
  return happened === undefined ? null : { through: null, from: happened[0], to: null };
}

function requiredYear(fields: Readonly<Record<string, FieldDefinition>>): string | undefined {
  return Object.entries(fields).find(([, { type, required }]) => type === "year" && required === true)?.[0];
}

/** A day on which something was given, such as a degree, is not the beginning of what ended on another. */
function endOf(fields: Readonly<Record<string, FieldDefinition>>, begin: string): string | null {
  return begin === "from" && fields["to"]?.type === "partialDate" ? "to" : null;
}
