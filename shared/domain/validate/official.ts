/**
 * The whole check of one person's record, used by the form while typing and by the service before it writes.
 * Two copies would disagree, and the clerk would be refused without a mark beside any field.
 */
import type { FieldIssue } from "../../contract/errors";
import { type DraftRow, fieldPlace, type RecordAround, type ValidationContext } from "../checks/reading";
import {
  entityDefinition,
  isOwned,
  ownedEntities,
  type OwnedEntity,
  ownerField,
  type PersonEntity,
} from "../entities";
import type { OfficialDraft } from "./context";
import { validateFields } from "./fields";
import { issueAt } from "./issue";
import { textWarnings } from "./texts";

/**
 * All issues of a record as it would be after the save.
 * @param draft whole rows with dates in canonical form (a text that is no date is reported as such)
 * @returns errors, questions and warnings: the person's own fields first, then what belongs to them, row by row; at most one error a
 * field (the first found)
 */
export function validateOfficial(draft: OfficialDraft, context: ValidationContext): FieldIssue[] {
  const rowsOf = (entity: string) => draft.rows[entity as OwnedEntity] ?? [];
  const around: RecordAround = { person: draft.fields, rowsOf, context };
  const issues = [
    ...rowIssues("official", draft, draft.id, around),
    ...ownedEntities.flatMap((entity) =>
      draft.rows[entity].flatMap((row) => rowIssues(entity, row, draft.id, around)),
    ),
  ];
  return oneErrorAField(issues).map((issue) => softened(issue, context));
}

function rowIssues(entity: PersonEntity, row: DraftRow, owner: string, around: RecordAround): FieldIssue[] {
  const { check, checkInRecord } = entityDefinition(entity);
  const fields = isOwned(entity) ? { ...row.fields, [ownerField(entity).name]: owner } : row.fields;
  const found = [
    ...(check?.(row.fields) ?? []),
    ...(checkInRecord?.(row, around) ?? []),
    ...around.context.career(entity, row, around),
  ];
  return [
    ...validateFields(entity, row.id, fields, { complete: true }),
    ...textWarnings({ entity, rowId: row.id }, row.fields),
    ...found.map((one) => issueAt({ entity, rowId: row.id }, one)),
  ];
}

function oneErrorAField(issues: readonly FieldIssue[]): FieldIssue[] {
  const failed = new Set<string>();
  return issues.filter((issue) => {
    if (issue.severity !== "error") return true;
    const place = `${issue.entity} ${issue.rowId} ${issue.field}`;
    if (failed.has(place)) return false;
    failed.add(place);
    return true;
  });
}

/**
 * What an act that the law bars hangs on, by the field at which it is told. The law, the post or another office's file may
 * have changed since it was written down: whoever edits something else of the row, or ends the post, is not held up by it.
 */
const actHangsOn: Readonly<Record<string, readonly string[]>> = {
  kind: ["kind", "post", "from"],
  endReason: ["endReason", "post", "to"],
};

/** Fields of which one must have been edited for an issue to stop the save; null: whichever of the row. */
function hangsOn({ severity, reason, field }: FieldIssue): readonly string[] | null {
  if (severity === "question") return [field];
  if (reason === "actRefused") return actHangsOn[field] ?? [field];
  return reason === "enrolledTwice" ? [field] : null;
}

/** What was stored earlier stops nothing today. */
function softened(issue: FieldIssue, { editedRows, editedFields }: ValidationContext): FieldIssue {
  const isElsewhere =
    editedRows?.has(issue.rowId) === false ||
    hangsOn(issue)?.every((field) => editedFields?.has(fieldPlace(issue.rowId, field)) === false) === true;
  return isElsewhere ? { ...issue, severity: "warning" } : issue;
}
