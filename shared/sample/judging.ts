/**
 * Judges a sample the way a roster would, for this folder's tests: the published figures must come out of here and
 * out of nowhere else.
 */
import type { EntityName } from "../domain/entities";
import { isoToPacked, type PackedDay } from "../domain/partial-date";
import { ruleBookOf } from "../standards/from-rows";
import { judgeRows, postFacts } from "../standards/read";
import { areaFlagsMask, type RuleBook } from "../standards/rules";
import type { Catalog, Judgement } from "../standards/types";
import { presetsOf, type Sample, type SamplePerson, type SampleRow } from "./types";

/** The text of a field, null when it is absent. */
export function text<E extends EntityName>(row: SampleRow<E>, field: string): string | null {
  const value = (row.fields as Readonly<Record<string, unknown>>)[field];
  return typeof value === "string" ? value : null;
}

/** The sample's own sets and rules, compiled for a day. */
function bookOf(sample: Sample, day: PackedDay): RuleBook {
  const standardRules = presetsOf(sample, "standardRule");
  const rows = presetsOf(sample, "standardSet").map(({ id, fields }) => ({
    id,
    fields,
    rules: standardRules.filter((rule) => rule.fields.set === id),
  }));
  return ruleBookOf(rows, day);
}

/** The sample's units, none of them merged, and posts. */
function catalogOf(sample: Sample): Catalog {
  const units = new Map(
    sample.units.map((unit) => {
      const areaFlags = areaFlagsMask((text(unit, "areaFlags") ?? "").split(" "));
      const from = text(unit, "validFrom");
      return [unit.id, { id: unit.id, areaFlags, start: from === null ? 0 : isoToPacked(from) }];
    }),
  );
  const posts = new Map(
    presetsOf(sample, "post").map((post) => [
      post.id,
      postFacts(text(post, "group"), text(post, "category"), Number(post.fields.order ?? 0)),
    ]),
  );
  return { unitOn: (id) => units.get(id) ?? null, postOf: (id) => posts.get(id) ?? null };
}

/** A judge of this sample's people on a day. */
export function judgeOf(sample: Sample, day: PackedDay): (person: SamplePerson) => Judgement {
  const book = bookOf(sample, day);
  const catalog = catalogOf(sample);
  return ({ fields, assignments, qualifications }) =>
    judgeRows({ fields, rows: { assignment: assignments, qualification: qualifications } }, book, {
      catalog,
      today: day,
    });
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
