/**
 * Judges a sample the way a roster would, for this folder's tests: the published figures must come out of here and
 * out of nowhere else.
 */
import type { EntityName } from "../domain/entities";
import type { PackedDay } from "../domain/partial-date";
import { postGroups } from "../domain/values";
import {
  type StandardRuleRow,
  type StandardSetRow,
  standardRuleFromRow,
  standardSetFromRow,
} from "../standards/from-rows";
import { judge } from "../standards/judge";
import { areaFlagsMask, compileRules, type RuleBook } from "../standards/rules";
import type { AssignmentFact, Judgement, QualificationFact } from "../standards/types";
import type { Sample, SamplePerson, SampleRow } from "./types";

/** The text of a field, null when it is absent. */
export function text<E extends EntityName>(row: SampleRow<E>, field: string): string | null {
  const value = (row.fields as Readonly<Record<string, unknown>>)[field];
  return typeof value === "string" ? value : null;
}

/** The sample's own sets and rules, compiled for a day. */
function bookOf(sample: Sample, day: PackedDay): RuleBook {
  const sets = sample.standardSets.map(({ id, fields }) =>
    standardSetFromRow(id, withNulls(fields) as StandardSetRow),
  );
  const rules = sample.standardRules.flatMap(
    ({ id, fields }) => standardRuleFromRow(id, withNulls(fields) as StandardRuleRow) ?? [],
  );
  return compileRules(sets, rules, day);
}

/** A row leaves out fields without a value; reading a roster gives null for them. */
function withNulls(fields: object): object {
  return new Proxy(fields, { get: (target, name) => (Reflect.get(target, name) as unknown) ?? null });
}

/** A judge of this sample's people on a day. */
export function judgeOf(sample: Sample, day: PackedDay): (person: SamplePerson) => Judgement {
  const book = bookOf(sample, day);
  const flags = new Map(
    sample.units.map((unit) => [unit.id, areaFlagsMask((text(unit, "areaFlags") ?? "").split(" "))]),
  );
  const posts = new Map(sample.posts.map((post) => [post.id, post]));
  return (person) => {
    const assignments = person.assignments.map((row): AssignmentFact => {
      const post = posts.get(text(row, "post") ?? "");
      return {
        id: row.id,
        unitId: text(row, "unit") ?? "",
        postId: text(row, "post") ?? "",
        postGroup: postGroups.find((group) => group === post?.fields.group) ?? null,
        postOrder: Number(post?.fields.order ?? 0),
        from: text(row, "from"),
        to: text(row, "to"),
        main: row.fields.main === true,
      };
    });
    const qualifications = person.qualifications.map(
      (row): QualificationFact => ({
        id: row.id,
        kind: text(row, "kind") ?? "",
        level: text(row, "level") ?? "",
        granted: text(row, "granted"),
        equivalent: row.fields.equivalent === true,
      }),
    );
    return judge({ assignments, qualifications }, book, (unitId) => flags.get(unitId) ?? 0);
  };
}

/** How many people of each commune (by unit name) a test of their judgement is true for; only those who serve. */
export function countBy(
  sample: Sample,
  day: PackedDay,
  isCounted: (judgement: Judgement) => boolean,
): { readonly total: number; readonly byUnit: ReadonlyMap<string, number> } {
  const judged = judgeOf(sample, day);
  const byUnit = new Map<string, number>();
  let total = 0;
  for (const commune of sample.communes()) {
    const count = commune.people.map(judged).filter((one) => one.main !== null && isCounted(one)).length;
    byUnit.set(commune.unitName, count);
    total += count;
  }
  return { total, byUnit };
}

/** Whether a judged person meets a standard. */
export function meets(judgement: Judgement, standard: "professional" | "politicalTheory"): boolean {
  return judgement.findings.some((finding) => finding.standard === standard && finding.status === "met");
}
