/** Takes out of what would be written what a check refused, so that one wrong value does not keep the rest of a line out. */
import type { FieldIssue } from "../contract/errors";
import { entityDefinition } from "../domain/entities";
import type { FieldChange, RowWrite } from "./compare";
import { unread } from "./reading";

/**
 * @param errors of this row
 * @returns the very write where nothing was wrong; nothing where the row cannot be without what is wrong in it
 */
export function withoutErrors(write: RowWrite, errors: readonly FieldIssue[]): readonly RowWrite[] {
  const [first] = errors;
  if (first === undefined) return [write];
  const byField = new Map(errors.map((one) => [one.field, one]));
  const isWhole =
    write.isNew && write.entity !== "official" && errors.some(({ field }) => isNeeded(write, field));
  const isElsewhere = write.changes.every(({ field }) => !byField.has(field));
  // What we wrote made a value wrong that was there before: none of it is taken.
  const isRefused = isWhole || (isElsewhere && !write.isNew);
  const refused = write.changes.filter(({ field }) => isRefused || byField.has(field));
  for (const change of refused) refuseChange(change, byField.get(change.field) ?? first);
  if (isRefused) return [];
  const fields = Object.fromEntries(Object.entries(write.fields).filter(([field]) => !byField.has(field)));
  const changes = write.changes.filter((change) => !refused.includes(change));
  return changes.length === 0 && !write.isNew ? [] : [{ ...write, fields, changes }];
}

function refuseChange({ cells }: FieldChange, { reason, params }: FieldIssue): void {
  for (const cell of cells) {
    cell.reading = unread("invalid");
    cell.issue = params === undefined ? { reason } : { reason, params };
  }
}

/** What a row must have, and what is wrong because it is missing. */
function isNeeded({ entity, fields }: RowWrite, field: string): boolean {
  return entityDefinition(entity).fields[field]?.required === true || !(field in fields);
}
