/** What is noticed about the texts of a row, whatever they say. */
import type { FieldIssue } from "../../contract/errors";
import { noticeLegacy } from "../../text/legacy/notice";
import { titleCaseName } from "../../text/person-name";
import { warning } from "../checks/found";
import { type RowFields, textOf } from "../checks/reading";
import { entityDefinition } from "../entities";
import { type IssueTarget, issueAt } from "./issue";

/** Warns of text in an old font code, with what it was meant to say; nothing is converted by itself. */
export function textWarnings(target: IssueTarget, fields: RowFields): FieldIssue[] {
  const definitions = entityDefinition(target.entity).fields;
  const warnings: FieldIssue[] = [];
  for (const field of Object.keys(definitions)) {
    const definition = definitions[field];
    const text = definition?.type === "text" ? textOf(fields, field) : null;
    const [found] = text === null ? [] : noticeLegacy(text);
    if (found === undefined) continue;
    const meant = definition?.format === "personName" ? titleCaseName(found.text) : found.text;
    warnings.push(issueAt(target, warning(field, "legacyFont", { meant })));
  }
  return warnings;
}
