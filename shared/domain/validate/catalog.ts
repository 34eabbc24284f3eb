/**
 * Checks of catalog rows and the office's details: units, posts, standard sets, rules. A rule with a level that its
 * standard's ladder lacks would stop judging for the whole roster, so it must never be stored.
 */
import type { FieldIssue } from "../../contract/errors";
import type { CatalogEntity } from "../entities";
import { levelRank } from "../levels";
import { isoToPacked } from "../partial-date";
import { type Standard, standards } from "../values";
import { type RowFields, textOf, validateFields } from "./fields";
import { errorAt, type IssueTarget } from "./issue";

/**
 * Issues of one catalog row.
 * @param fields the whole row as it would be after the edit
 * @returns errors; empty when the row may be stored
 */
export function validateCatalogRow(entity: CatalogEntity, rowId: string, fields: RowFields): FieldIssue[] {
  const target: IssueTarget = { entity, rowId };
  const issues = validateFields(entity, rowId, fields, { complete: true });
  if (issues.length > 0) return issues;
  switch (entity) {
    case "unit":
      return [...codeIssues(target, fields), ...validityIssues(target, fields)];
    case "post":
    case "standardSet":
      return validityIssues(target, fields);
    case "standardRule":
      return [...levelIssues(target, fields), ...graceIssues(target, fields)];
    case "office":
      return [];
  }
}

/** Codes of units are 2, 3 or 5 digits: province, district, commune (Quyết định 124/2004/QĐ-TTg, 19/2025/QĐ-TTg). */
function codeIssues(target: IssueTarget, fields: RowFields): FieldIssue[] {
  return /^(?:[0-9]{2}|[0-9]{3}|[0-9]{5})$/.test(textOf(fields, "code") ?? "")
    ? []
    : [errorAt(target, "code", "codeDigits")];
}

function validityIssues(target: IssueTarget, fields: RowFields): FieldIssue[] {
  const from = textOf(fields, "validFrom");
  const to = textOf(fields, "validTo");
  const reversed = from !== null && to !== null && isoToPacked(to) < isoToPacked(from);
  return reversed ? [errorAt(target, "validTo", "validityReversed")] : [];
}

function levelIssues(target: IssueTarget, fields: RowFields): FieldIssue[] {
  const level = textOf(fields, "minimumLevel");
  const standard = standards.find((one): one is Standard => one === fields["standard"]);
  if (level === null || standard === undefined || levelRank(standard, level) > 0) return [];
  return [errorAt(target, "minimumLevel", "levelNotOfKind")];
}

/** Grace says until when and for whom; half of it would be read as grace for nobody or for ever. */
function graceIssues(target: IssueTarget, fields: RowFields): FieldIssue[] {
  const until = textOf(fields, "graceUntil");
  const servingBefore = textOf(fields, "graceServingBefore");
  if ((until === null) === (servingBefore === null)) return [];
  return [errorAt(target, until === null ? "graceUntil" : "graceServingBefore", "graceIncomplete")];
}
