/**
 * Checks of a person's qualifications. The level must stand on the ladder of its kind: standards compare places on
 * that ladder, and a level of another kind would be judged as nothing at all.
 */
import type { FieldIssue } from "../../contract/errors";
import { levelRank, type QualificationKind, qualificationKinds } from "../levels";
import { earliestDay, latestDay } from "../partial-date";
import {
  type DraftRow,
  isAfterToday,
  type OfficialDraft,
  type ValidationContext,
  yearsAfter,
} from "./context";
import { dateOf, textOf, validateFields } from "./fields";
import { errorAt, type IssueTarget, warningAt } from "./issue";

/** Nobody finishes any schooling earlier. */
const schoolAge = 6;

/** Issues of all qualifications, row by row in the draft's order. */
export function validateQualifications(draft: OfficialDraft, context: ValidationContext): FieldIssue[] {
  return draft.rows.qualification.flatMap((row, index) => [
    ...validateFields("qualification", row.id, { ...row.fields, official: draft.id }, { complete: true }),
    ...rowIssues(row, draft, context),
    ...repeatIssues(row, draft.rows.qualification.slice(0, index)),
  ]);
}

function targetOf(row: DraftRow): IssueTarget {
  return { entity: "qualification", rowId: row.id };
}

/** The kind of a text, or null when it is none. */
export function qualificationKindOf(text: string | null): QualificationKind | null {
  return qualificationKinds.find((kind) => kind === text) ?? null;
}

function rowIssues(row: DraftRow, draft: OfficialDraft, context: ValidationContext): FieldIssue[] {
  const target = targetOf(row);
  const issues: FieldIssue[] = [];
  const kind = qualificationKindOf(textOf(row.fields, "kind"));
  const level = textOf(row.fields, "level");
  if (kind !== null && level !== null && levelRank(kind, level) === 0) {
    issues.push(errorAt(target, "level", "levelNotOfKind"));
  }
  const granted = dateOf(row.fields, "granted");
  const birth = dateOf(draft.fields, "birth");
  if (granted !== null && isAfterToday(earliestDay(granted), context.today)) {
    issues.push(errorAt(target, "granted", "inFuture"));
  } else if (granted !== null && birth !== null) {
    if (latestDay(granted) < earliestDay(birth)) issues.push(errorAt(target, "granted", "beforeBirth"));
    else if (latestDay(granted) < yearsAfter(earliestDay(birth), schoolAge)) {
      issues.push(errorAt(target, "granted", "grantedTooYoung", { age: schoolAge }));
    }
  }
  return issues;
}

/** The same paper written down twice: same kind, level, field and date. */
function repeatIssues(row: DraftRow, above: readonly DraftRow[]): FieldIssue[] {
  const told = ["kind", "level", "major", "granted"].map((field) => textOf(row.fields, field));
  if (told[0] === null || told[1] === null) return [];
  const repeated = above.some((other) =>
    ["kind", "level", "major", "granted"].every(
      (field, index) => textOf(other.fields, field) === told[index],
    ),
  );
  return repeated ? [warningAt(targetOf(row), "level", "sameQualification")] : [];
}
