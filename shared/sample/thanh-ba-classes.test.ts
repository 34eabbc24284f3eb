// Guards the classes of the sample: how many and how many turns, whatever the seed, rows that the form would take, and no
// paper that is not on record already.
import { describe, expect, it } from "vitest";
import { careerIssues } from "../career/record-checks";
import { isSamePaper, provenBy } from "../training/proven";
import { countTraining } from "../training/turns";
import { RowsTogether } from "../domain/checks/others";
import { validateCatalogRow } from "../domain/validate/catalog";
import { validateOfficial } from "../domain/validate/official";
import { byOwned } from "../domain/entities";
import { sampleRows } from "./sample";

describe.each([1, 7])("classes of Thanh Ba by seed %i", (seed) => {
  const sample = sampleRows({ set: "thanh-ba", seed });
  const people = [...sample.communes()].flatMap((commune) => commune.people);
  const rows = sample.classes?.(people) ?? [];
  const of = (entity: string) => rows.filter((row) => row.entity === entity);
  const courses = new Map(of("trainingClass").map((row) => [row.id, row.fields]));
  const learners = of("enrolment").map(({ fields }) => fields);

  it("are 190 with 12,500 turns, most of them of others", () => {
    const count = countTraining(
      [...courses].map(([id, fields]) => ({
        fields,
        learners: learners
          .filter(({ trainingClass }) => trainingClass === id)
          .map(({ official, result }) => ({ person: official, result: String(result) })),
      })),
    );
    expect(count).toMatchObject({ classes: 190, turns: 12_500 });
    expect(count.elsewhere).toBeGreaterThan(count.turns / 2);
    expect(count.people).toBeGreaterThan(300);
    expect(count.people).toBeLessThanOrEqual(people.length);
  });

  it("hold only rows that the form takes without a warning, with a seat for everybody", () => {
    const others = new RowsTogether(courses);
    for (const { entity, id, fields } of rows) {
      if (entity === "enrolment") continue;
      expect([fields["name"], validateCatalogRow(entity, id, fields, others.without(id))]).toEqual([
        fields["name"],
        [],
      ]);
    }
    for (const person of people) {
      const own = of("enrolment").filter(({ fields }) => fields["official"] === person.id);
      const issues = validateOfficial(
        {
          id: person.id,
          fields: person.fields,
          rows: byOwned((entity) =>
            entity === "enrolment"
              ? own.map(({ id, fields: { official: _owner, ...fields } }) => ({ id, fields }))
              : [],
          ),
        },
        {
          today: 20_261_123,
          asOf: 20_211_001,
          unitOf: () => undefined,
          postOf: () => undefined,
          career: careerIssues,
          classOf: (id) => {
            const course = courses.get(id);
            if (course === undefined) return null;
            const inClass = learners.filter(({ trainingClass }) => trainingClass === id).length;
            return {
              from: String(course["from"]),
              to: String(course["to"]),
              seats: Number(course["seats"]),
              taken: inClass - 1,
              elsewhere: Number(course["learnersElsewhere"]),
            };
          },
        },
      );
      expect(issues.filter(({ entity }) => entity === "enrolment")).toEqual([]);
    }
  });

  it("prove only papers that are on record", () => {
    const papers = new Map(people.map(({ id, qualifications }) => [id, qualifications]));
    const proven = learners.flatMap((learner) => {
      const paper = provenBy(courses.get(String(learner["trainingClass"])) ?? {}, learner);
      return paper === null ? [] : [{ learner, paper }];
    });
    expect(proven.length).toBeGreaterThan(100);
    for (const { learner, paper } of proven) {
      const own = papers.get(String(learner["official"])) ?? [];
      expect(own.some(({ fields }) => isSamePaper(fields, paper))).toBe(true);
    }
  });
});
