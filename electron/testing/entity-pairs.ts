/**
 * Which entities are played against which, where every one over every other one would grow with their square.
 *
 * What the program does with a row follows from a few properties of its entity, so those that share all of them are one
 * kind: an ordinary run plays each two kinds once, and each entity over its two neighbours in the registry and beneath
 * them. A run with a seed of its own plays all pairs.
 */
import { type EntityName, entityDefinition, entityNames } from "../../shared/domain/entities";
import { historyFactor } from "../../shared/testing/property-seed";

function kindOf(name: EntityName): string {
  const { authority, scope, owner, counted, aside, gathered, single } = entityDefinition(name);
  return JSON.stringify([authority, scope, owner?.entity, counted, aside, gathered, single]);
}

const playsAll = historyFactor >= 1;

/** One entity of each kind; all of them in a run with a seed of its own. */
export const entityKinds: readonly EntityName[] = playsAll
  ? entityNames
  : [...new Map([...entityNames].reverse().map((name) => [kindOf(name), name] as const)).values()];

const neighbours = 2;

/** Two entities, the first of which is what a row is begun as, and the second what it is written as. Never the same twice. */
export const entityPairs: readonly (readonly [EntityName, EntityName])[] = entityNames.flatMap((of, at) =>
  entityNames.flatMap((as, place) => {
    const isNear = (place - at + entityNames.length) % entityNames.length <= neighbours;
    const isKind = entityKinds.includes(of) && entityKinds.includes(as);
    return of !== as && (isNear || isKind) ? [[of, as] as const] : [];
  }),
);
