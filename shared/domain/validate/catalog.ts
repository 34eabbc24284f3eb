/**
 * Checks of catalog rows and the office's details: units, posts, standard sets, rules. A rule with a level that its
 * standard's ladder lacks would stop judging for the whole roster, so it must never be stored.
 */
import type { FieldIssue } from "../../contract/errors";
import { type CatalogEntity, entityDefinition } from "../entities";
import { type RowFields, validateFields } from "./fields";
import { issueAt } from "./issue";

/**
 * Issues of one catalog row.
 * @param fields the whole row as it would be after the edit
 * @returns errors; empty when the row may be stored
 */
export function validateCatalogRow(entity: CatalogEntity, rowId: string, fields: RowFields): FieldIssue[] {
  const issues = validateFields(entity, rowId, fields, { complete: true });
  if (issues.length > 0) return issues;
  const found = entityDefinition(entity).check?.(fields) ?? [];
  return found.map((one) => issueAt({ entity, rowId }, one));
}
