/**
 * Judges a record that is still being typed, with the same pure judge that the main process uses for stored ones, so
 * that the cards beside the form say what the table will say after saving.
 */
import type { PostOption, StandardSetRow } from "../../../shared/contract/schemas/catalog";
import type { FindingData } from "../../../shared/contract/schemas/common";
import { isoToPacked, packedToIso } from "../../../shared/domain/partial-date";
import type { OfficialDraft } from "../../../shared/domain/validate/context";
import { dateOf, type RowFields, textOf } from "../../../shared/domain/validate/fields";
import { type PostGroup, postGroups } from "../../../shared/domain/values";
import { standardRuleFromRow, standardSetFromRow } from "../../../shared/standards/from-rows";
import { judge } from "../../../shared/standards/judge";
import { areaFlagsMask, compileRules, type RuleBook } from "../../../shared/standards/rules";
import type { AssignmentFact, Finding, QualificationFact } from "../../../shared/standards/types";

/**
 * The rules in force on a day.
 * @param rows what `standardsList` gives; @param asOf `YYYY-MM-DD`
 */
export function ruleBookOf(rows: readonly StandardSetRow[], asOf: string): RuleBook {
  const sets = rows.map(({ id, fields }) =>
    standardSetFromRow(id, {
      key: requiredText(fields, "key"),
      name: requiredText(fields, "name"),
      validFrom: requiredText(fields, "validFrom"),
      validTo: textOf(fields, "validTo"),
      verified: fields["verified"] === true,
    }),
  );
  const rules = rows.flatMap((set) =>
    set.rules.flatMap(({ id, fields }) => {
      const rule = standardRuleFromRow(id, {
        set: set.id,
        standard: requiredText(fields, "standard"),
        postGroups: requiredText(fields, "postGroups"),
        minimumLevel: textOf(fields, "minimumLevel"),
        anyFlag: textOf(fields, "anyFlag"),
        allFlags: textOf(fields, "allFlags"),
        clause: requiredText(fields, "clause"),
        verified: fields["verified"] === true,
        graceUntil: textOf(fields, "graceUntil"),
        graceServingBefore: textOf(fields, "graceServingBefore"),
        order: typeof fields["order"] === "number" ? fields["order"] : 0,
      });
      return rule === null ? [] : [rule];
    }),
  );
  return compileRules(sets, rules, isoToPacked(asOf));
}

/** How a draft stands on the book's day. */
export interface DraftJudgement {
  /** Unit and post of the main assignment on the day, null when nobody serves. */
  readonly serving: { readonly unitId: string; readonly postId: string } | null;
  readonly findings: readonly FindingData[];
}

/**
 * Judges a draft. Rows that lack what judging reads (no unit or post yet, no level yet) are passed over.
 * @param posts every post, in the order that settles which of several is the main one
 * @param flagsOf area flag keys of a unit, joined by a blank; empty while they are not known
 */
export function judgeDraft(
  draft: OfficialDraft,
  book: RuleBook,
  posts: readonly PostOption[],
  flagsOf: (unitId: string) => string,
): DraftJudgement {
  const judgement = judge(
    {
      assignments: draft.rows.assignment.flatMap((row) => assignmentFact(row.id, row.fields, posts)),
      qualifications: draft.rows.qualification.flatMap((row) => qualificationFact(row.id, row.fields)),
    },
    book,
    (unitId) => areaFlagsMask(flagsOf(unitId).split(" ")),
  );
  return {
    serving:
      judgement.main === null ? null : { unitId: judgement.main.unitId, postId: judgement.main.postId },
    findings: judgement.findings.map(findingData),
  };
}

function assignmentFact(id: string, fields: RowFields, posts: readonly PostOption[]): AssignmentFact[] {
  const unitId = textOf(fields, "unit");
  const postId = textOf(fields, "post");
  if (unitId === null || postId === null) return [];
  const order = posts.findIndex((post) => post.id === postId);
  const main = fields["main"] === true;
  const postGroup = groupOf(posts[order]?.group);
  const [from, to] = [dateOf(fields, "from"), dateOf(fields, "to")];
  return [{ id, unitId, postId, postGroup, postOrder: Math.max(order, 0), from, to, main }];
}

function groupOf(key: string | undefined): PostGroup | null {
  return postGroups.find((group) => group === key) ?? null;
}

function qualificationFact(id: string, fields: RowFields): QualificationFact[] {
  const kind = textOf(fields, "kind");
  const level = textOf(fields, "level");
  if (kind === null || level === null) return [];
  return [{ id, kind, level, granted: dateOf(fields, "granted"), equivalent: fields["equivalent"] === true }];
}

function findingData(finding: Finding): FindingData {
  const { standard, status, required, actual, setName, clause } = finding;
  return {
    standard,
    status,
    required,
    actual,
    setName,
    clause,
    verified: finding.setVerified === true && finding.clauseVerified === true,
    graceUntil: finding.graceUntil === null ? null : packedToIso(finding.graceUntil),
    evidence: finding.evidence.map(({ qualificationId, level, granted, equivalent }) => ({
      qualificationId,
      level,
      granted,
      equivalent,
    })),
    missing: [...new Set(finding.missing.map(({ reason }) => reason))],
  };
}

/** A field that the registry requires; a roster cannot hold a row without it. */
function requiredText(fields: RowFields, field: string): string {
  const text = textOf(fields, field);
  if (text === null) throw new Error(`A stored row lacks its ${field}`);
  return text;
}
