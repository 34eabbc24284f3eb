/**
 * Checks of single values against the registry, the same for every entity and every way in (form, command line,
 * import). Without them a value of the wrong kind would enter the change log, which is never rewritten.
 */
import type { FieldIssue } from "../../contract/errors";
import { error, type Found } from "../checks/found";
import { type RowFields, textOf } from "../checks/reading";
import { valueFault } from "../checks/value";
import { type EntityName, entityDefinition, type FieldDefinition, type FieldValue } from "../entities";
import { ladderNamed, levelRank } from "../levels";
import { type IssueTarget, issueAt } from "./issue";

export { dateOf, type RowFields, textOf } from "../checks/reading";

/**
 * Checks given values by their definitions: known field, right type, a choice that exists, a date that the calendar
 * has, a text not too long; and, for a whole row, that nothing required is missing.
 * @param fields the values given; others of the row are not looked at
 * @param options.complete true where `fields` is the whole row: absent required fields are reported then. A required
 * field that is given empty is reported either way.
 * @returns errors only, in the registry's order, unknown fields last; empty when all is well
 */
export function validateFields(
  entity: EntityName,
  rowId: string,
  fields: RowFields,
  options: { readonly complete: boolean },
): FieldIssue[] {
  const target: IssueTarget = { entity, rowId };
  const definitions = entityDefinition(entity).fields;
  const found: (Found | null)[] = [];
  for (const [field, definition] of Object.entries(definitions)) {
    const given = Object.hasOwn(fields, field);
    const value = given ? (fields[field] ?? null) : null;
    if (isBlank(value)) {
      if (definition.required === true && (given || options.complete)) {
        found.push(error(field, "required"));
      }
      continue;
    }
    found.push(valueFault(field, definition, value) ?? ladderIssue(field, definition, fields));
  }
  for (const field of Object.keys(fields)) {
    if (!Object.hasOwn(definitions, field)) found.push(error(field, "unknownField", { field }));
  }
  return found.flatMap((one) => (one === null ? [] : [issueAt(target, one)]));
}

/** Null or a text of white space only: nothing was answered. */
function isBlank(value: FieldValue): value is null | "" {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/** A level must stand on the ladder that its row names; of another one it would be judged as nothing at all. */
function ladderIssue(field: string, { ladder }: FieldDefinition, fields: RowFields): Found | null {
  const level = textOf(fields, field);
  const named = ladder === undefined ? null : ladderNamed(textOf(fields, ladder));
  const isOff = level !== null && named !== null && levelRank(named, level) === 0;
  return isOff ? error(field, "levelNotOfKind") : null;
}
