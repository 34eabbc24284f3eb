// Guards what every sample must be whatever its seed: the same rows again, and people who could have lived.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { careerIssues } from "../career/record-checks";
import { validateFields } from "../domain/validate/fields";
import { validateOfficial } from "../domain/validate/official";
import { validateCatalogRow } from "../domain/validate/catalog";
import { byOwned, entityDefinition, type EntityName } from "../domain/entities";
import { UnitTree } from "../sync/authority/unit-tree";
import { ageOn, earliestDay, isoToPacked, latestDay, parsePartialDate } from "../domain/partial-date";
import { statuses } from "../standards/types";
import { countBy, judgeOf, text } from "./judging";
import { postTraits, type SamplePostKey } from "./posts";
import { sampleRows } from "./sample";
import {
  presetsOf,
  type Sample,
  type SamplePerson,
  type SampleRow,
  type SampleSet,
  sampleSets,
} from "./types";

const today = 20_261_123;
const anySeed = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const someSets: readonly SampleSet[] = ["thanh-ba", "province", "nation-full"];

/** The first communes of a set: enough to see a law, quick enough to see many seeds. */
function somePeople(sample: Sample, communes = 19): SamplePerson[] {
  const people: SamplePerson[] = [];
  let left = communes;
  for (const commune of sample.communes()) {
    people.push(...commune.people);
    left--;
    if (left === 0) break;
  }
  return people;
}

function everyRow(
  sample: Sample,
  people: readonly SamplePerson[],
): { entity: EntityName; row: SampleRow<EntityName> }[] {
  const of = (entity: EntityName, rows: readonly SampleRow<EntityName>[]) =>
    rows.map((row) => ({ entity, row }));
  return [
    ...of("unit", sample.units),
    ...sample.presets.map((row) => ({ entity: row.entity, row })),
    ...of("official", people),
    ...people.flatMap((person) => of("assignment", person.assignments)),
    ...people.flatMap((person) => of("qualification", person.qualifications)),
    ...people.flatMap((person) => person.further.map((row) => ({ entity: row.entity, row }))),
  ];
}

describe.each(sampleSets)("sample %s", (set) => {
  it("is the same rows again from the same seed, and others from another", () => {
    const draw = (seed: number) => JSON.stringify(somePeople(sampleRows({ set, seed }), 3));
    expect(draw(7)).toBe(draw(7));
    expect(draw(8)).not.toBe(draw(7));
    const sample = sampleRows({ set, seed: 7 });
    expect(JSON.stringify(somePeople(sample, 3))).toBe(JSON.stringify(somePeople(sample, 3)));
    expect(JSON.stringify(sampleRows({ set, seed: 7 }).units)).toBe(JSON.stringify(sample.units));
  });

  it("gives every row an id of its own, refers to rows given before, and holds only valid fields", () => {
    const sample = sampleRows({ set, seed: 11 });
    const rows = everyRow(sample, somePeople(sample));
    const given = new Set<string>();
    for (const { entity, row } of rows) {
      if (given.has(row.id)) expect.fail(`${row.id} is given twice`);
      for (const reference of ["parent", "predecessors", "official", "unit", "post", "set"]) {
        const isText = entityDefinition(entity).fields[reference]?.type === "text";
        const ids = entity === "office" || isText ? [] : (text(row, reference) ?? "").split(" ");
        const unknown = ids.filter((one) => one !== "" && !given.has(one));
        expect({ entity, reference, unknown }).toEqual({ entity, reference, unknown: [] });
      }
      given.add(row.id);
    }
    expect(given.has(sample.officeUnitId)).toBe(true);
    expect(
      rows.flatMap(({ entity, row }) => validateFields(entity, row.id, row.fields, { complete: true })),
    ).toEqual([]);
    for (const entity of ["unit", "post", "standardSet", "standardRule"] as const) {
      const checked = rows.filter((one) => one.entity === entity);
      expect(
        checked
          .flatMap(({ row }) => validateCatalogRow(entity, row.id, row.fields))
          .filter((issue) => issue.severity === "error"),
      ).toEqual([]);
    }
  });
});

// The nation with full records serves in the same units.
describe.each(sampleSets.filter((set) => set !== "nation-full"))("the office of sample %s", (set) => {
  it("answers for every unit in which anybody serves, so that everybody counts", () => {
    const sample = sampleRows({ set, seed: 3 });
    const tree = new UnitTree();
    for (const row of sample.units) {
      const named = (field: string) => (text(row, field) ?? "").split(" ").filter((one) => one !== "");
      tree.link(row.id, named("parent"), named("predecessors"));
    }
    const own = [sample.officeUnitId, ...sample.officeSpeaksFor];
    const strange = new Set<string>();
    for (const { people } of sample.communes()) {
      for (const row of people.flatMap(({ assignments }) => assignments)) {
        const unit = text(row, "unit") ?? "";
        if (!own.some((one) => tree.covers(one, unit))) strange.add(unit);
      }
    }
    expect([...strange]).toEqual([]);
  });
});

describe.each(someSets)("people of sample %s", (set) => {
  it("pass every check of the form, without a warning", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const sample = sampleRows({ set, seed });
        const validity = (rows: readonly SampleRow<"unit" | "post">[]) =>
          new Map(
            rows.map((row) => {
              const [validFrom, validTo] = [text(row, "validFrom"), text(row, "validTo")];
              const said = { category: text(row, "category"), group: text(row, "group") };
              return [row.id, { validFrom, validTo, ...said, order: null }];
            }),
          );
        const units = validity(sample.units);
        const posts = validity(presetsOf(sample, "post"));
        const context = {
          today,
          asOf: isoToPacked(sample.asOf),
          unitOf: (id: string) => units.get(id) ?? null,
          postOf: (id: string) => posts.get(id) ?? null,
          career: careerIssues,
        };
        const issues = somePeople(sample).flatMap(({ id, fields, assignments, qualifications, further }) => {
          const rows = {
            ...byOwned((entity) => further.filter((row) => row.entity === entity)),
            assignment: assignments,
            qualification: qualifications,
          };
          return validateOfficial({ id, fields, rows }, context);
        });
        expect(issues).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it("were born before they learned, grown up before they served, and are of working age", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const sample = sampleRows({ set, seed });
        for (const person of somePeople(sample)) {
          const age = ageOn(text(person, "birth") ?? "", isoToPacked(sample.asOf));
          expect(age.max).toBeGreaterThanOrEqual(22);
          const serves = person.assignments.some((row) => (text(row, "to") ?? "9999") > sample.asOf);
          if (serves) expect(age.min).toBeLessThan(person.fields.sex === "female" ? 56 : 61);
          const birth = latestDay(text(person, "birth"));
          const dates = [...person.assignments, ...person.qualifications].flatMap((row) =>
            ["from", "to", "granted", "decisionDate"].flatMap((field) => text(row, field) ?? []),
          );
          for (const date of dates) expect(parsePartialDate(date)).toBe(date);
          for (const row of person.qualifications) {
            const granted = text(row, "granted");
            if (granted !== null) expect(earliestDay(granted)).toBeGreaterThanOrEqual(birth + 150_000);
          }
          for (const row of person.assignments) {
            const from = text(row, "from");
            expect(earliestDay(from)).toBeGreaterThan(birth + 180_000);
            if (text(row, "to") !== null)
              expect(latestDay(text(row, "to"))).toBeGreaterThanOrEqual(earliestDay(from));
            expect(text(row, "to") === null).toBe(text(row, "endReason") === null);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it("do not share a post that has one holder, on the day", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const sample = sampleRows({ set, seed });
        const asOf = isoToPacked(sample.asOf);
        const keys = new Map(presetsOf(sample, "post").map((post) => [post.id, text(post, "key") ?? ""]));
        const held = new Map<string, number>();
        for (const row of somePeople(sample).flatMap((person) => person.assignments)) {
          const to = text(row, "to");
          if (earliestDay(text(row, "from")) > asOf || (to !== null && latestDay(to) < asOf)) continue;
          const post = `${text(row, "unit")} ${keys.get(text(row, "post") ?? "")}`;
          held.set(post, (held.get(post) ?? 0) + 1);
        }
        const crowded = [...held].filter(([post, holders]) => {
          const { single, tier } = postTraits[post.split(" ")[1] as SamplePostKey];
          return (single && holders > 1) || (tier === "leader" && holders > 3);
        });
        expect(crowded).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it("bear no number that a living person has", () => {
    const people = somePeople(sampleRows({ set, seed: 5 }));
    const numbers = people.flatMap((person) => text(person, "identityNumber") ?? []);
    expect(numbers.length).toBeGreaterThan(people.length / 2);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number).toMatch(/^(999\d{9}|99\d{7})$/);
    for (const phone of people.flatMap((person) => text(person, "phone") ?? []))
      expect(phone).toMatch(/^0100/);
  });
});

describe("the large samples", () => {
  it("have every status, gaps of each kind and histories in a province", () => {
    const sample = sampleRows({ set: "province", seed: 2 });
    const judged = judgeOf(sample, 20_251_231);
    const people = somePeople(sample, 148);
    const findings = people.flatMap((person) => judged(person).findings);
    expect(new Set(findings.map((finding) => finding.status))).toEqual(new Set(statuses));
    const missing = new Set(findings.flatMap((finding) => finding.missing.map(({ reason }) => reason)));
    expect(missing).toEqual(new Set(["noRecord", "levelTooLow", "serviceUnknown", "noRule"]));
    const assignments = people.flatMap((person) => person.assignments);
    const kinds = new Set(assignments.map((row) => row.fields.kind));
    for (const kind of ["rotated", "concurrent", "transferred", "appointed", "elected"])
      expect(kinds).toContain(kind);
    expect(assignments.some((row) => row.fields.endReason === "unitMerged")).toBe(true);
    expect(new Set(assignments.map((row) => text(row, "from")?.length))).toEqual(new Set([4, 7, 10]));
  });

  it("count 11,000 people in 148 communes of Phú Thọ", () => {
    const { total, byUnit } = countBy(sampleRows({ set: "province", seed: 9 }), 20_251_231, () => true);
    expect([total, byUnit.size]).toEqual([11_000, 148]);
  });

  it("count 250,000 people in 3,321 communes, about one post and two or three qualifications each", () => {
    const sample = sampleRows({ set: "nation", seed: 1 });
    let people = 0;
    let assignments = 0;
    let qualifications = 0;
    const communes = new Set<string>();
    for (const commune of sample.communes()) {
      communes.add(commune.unitId);
      people += commune.people.length;
      for (const person of commune.people) {
        assignments += person.assignments.length;
        qualifications += person.qualifications.length;
      }
    }
    expect([communes.size, people]).toEqual([3321, 250_000]);
    expect(assignments / people).toBeGreaterThan(1.05);
    expect(assignments / people).toBeLessThan(1.35);
    expect(qualifications / people).toBeGreaterThan(2);
    expect(qualifications / people).toBeLessThan(3);
    expect(
      sample.units.filter((unit) => unit.fields.level === "province" && text(unit, "validTo") === null),
    ).toHaveLength(34);
  });

  it("have the same people with full records: more of each, and nobody's place or figures moved", () => {
    const plain = somePeople(sampleRows({ set: "nation", seed: 4 }));
    const full = somePeople(sampleRows({ set: "nation-full", seed: 4 }));
    expect(full.map(({ id, qualifications }) => ({ id, qualifications }))).toEqual(
      plain.map(({ id, qualifications }) => ({ id, qualifications })),
    );
    expect(full.map(({ fields }) => fields)).toMatchObject(plain.map(({ fields }) => fields));
    expect(full.map(({ assignments }) => assignments)).toMatchObject(
      plain.map(({ assignments }) => assignments),
    );
    const rows = full.flatMap(({ further }) => further);
    const entities = new Set(rows.map(({ entity }) => entity));
    for (const entity of [
      "salary",
      "evaluation",
      "discipline",
      "workHistory",
      "relative",
      "planning",
    ] as const)
      expect(entities).toContain(entity);
    // What it is for: two dozen rows of a person, beside posts and qualifications.
    expect(rows.length / full.length).toBeGreaterThan(20);
    const withTerm = full.flatMap(({ assignments }) => assignments).filter((row) => row.fields.termUntil);
    expect(withTerm.length).toBeGreaterThan(full.length / 5);
  });
});
