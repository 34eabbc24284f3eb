/**
 * Checks of catalog rows and the office's details: units, posts, standard sets, rules. A rule with a level that its
 * standard's ladder lacks would stop judging for the whole roster, so it must never be stored.
 */
import type { FieldIssue } from "../../contract/errors";
import { noOthers, type Others } from "../checks/others";
import { type CatalogEntity, entityDefinition } from "../entities";
import { type RowFields, validateFields } from "./fields";
import { issueAt } from "./issue";
import { textWarnings } from "./texts";

/**
 * Issues of one catalog row.
 * @param fields the whole row as it would be after the edit
 * @param others the other rows of the entity, where they are here
 * @returns errors and warnings
 */
export function validateCatalogRow(
  entity: CatalogEntity,
  rowId: string,
  fields: RowFields,
  others: Others = noOthers,
): FieldIssue[] {
  const target = { entity, rowId };
  const issues = validateFields(entity, rowId, fields, { complete: true });
  if (issues.length > 0) return issues;
  const { check, checkAmong } = entityDefinition(entity);
  const found = [...(check?.(fields) ?? []), ...(checkAmong?.(fields, others) ?? [])];
  return [...found.map((one) => issueAt(target, one)), ...textWarnings(target, fields)];
}
