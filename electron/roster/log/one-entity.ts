/**
 * One row id may be written as several entities by whoever means harm. A field number means something else in each of them,
 * so whoever folds a row takes the ops of one entity only: that as which the row stands, or that of the op spoken of.
 * Without this a phone number is read as a date, and every list that meets the row breaks.
 */
import { entities, type EntityName } from "../../../shared/domain/entities";
import { type AuthoredOp, earlierOp } from "../../../shared/sync/authority/types";

/**
 * @param ops those of the row that count
 * @returns the entity as which it was made, else as which it was written first in the order that all share; null for no ops
 */
export function entityOfRow(ops: readonly AuthoredOp[]): number | null {
  const [first] = ops;
  if (first === undefined) return null;
  if (ops.every(({ entity }) => entity === first.entity)) return first.entity;
  const made = ops.filter(({ create }) => create);
  return [...(made.length > 0 ? made : ops)].sort(earlierOp)[0]?.entity ?? first.entity;
}

/** The ops of a row that are of one entity. @param entity its id, or its name */
export function opsAs<O extends Pick<AuthoredOp, "entity">>(
  entity: number | EntityName,
  ops: readonly O[],
): O[] {
  const wanted = typeof entity === "number" ? entity : entities[entity].id;
  return ops.filter((op) => op.entity === wanted);
}

/** The ops of a row as which it stands. @param ops those of the row that count */
export function asItStands<O extends AuthoredOp>(ops: readonly O[]): O[] {
  const entity = entityOfRow(ops);
  return entity === null ? [] : opsAs(entity, ops);
}
