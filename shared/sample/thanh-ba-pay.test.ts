// Guards that the sample's pay is what lists and sessions can be tried on: nearly everybody's next step can be worked out,
// each of what stands in the way occurs, and a month is never empty.
import fc from "fast-check";
import { expect, it } from "vitest";
import { shippedGrade, shippedScales } from "../catalog/pay";
import { presetsOf } from "./types";
import { type Due, dueOf } from "../due/due";
import type { DueContext } from "../due/types";
import { postCategories } from "../domain/values";
import { textOf } from "../domain/checks/reading";
import { earliestDay, latestDay } from "../domain/partial-date";
import { judgeOf } from "./judging";
import { sampleRows } from "./sample";

const asOf = 20_211_001;

/** What is due for everybody who serves on the day. */
function dueIn(seed: number): Due[] {
  const sample = sampleRows({ set: "thanh-ba", seed });
  const judged = judgeOf(sample, asOf);
  const posts = new Map(presetsOf(sample, "post").map((post) => [post.id, post]));
  const categoryOf = (id: string) =>
    postCategories.find((one) => one === posts.get(id)?.fields.category) ?? null;
  const context: DueContext = {
    today: asOf,
    scaleOf: (grade) => shippedScales.find(({ key }) => key === shippedGrade(grade)?.scale) ?? null,
    postOf: (id) => ({ name: id, category: categoryOf(id) }),
  };
  const people = [...sample.communes()].flatMap((commune) => commune.people);
  return people.flatMap((person) => {
    const { main } = judged(person);
    if (main === null) return [];
    const held = person.assignments.find(({ fields }) => {
      const to = textOf(fields, "to");
      const isOpen = to === null || latestDay(to) > asOf;
      return fields.main === true && isOpen && earliestDay(textOf(fields, "from")) <= asOf;
    });
    const of = (entity: string) =>
      person.further.filter((row) => row.entity === entity).map(({ fields }) => fields);
    const rows = {
      assignment: person.assignments.map(({ fields }) => fields),
      qualification: [],
      salary: of("salary"),
      discipline: of("discipline"),
      evaluation: of("evaluation"),
    };
    const category = categoryOf(String(held?.fields.post));
    return [dueOf({ fields: person.fields, rows, category, grace: [] }, context, ["termEnd", "salaryStep"])];
  });
}

it("lets nearly everybody's next step and end of term be worked out, for any seed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (seed) => {
      const due = dueIn(seed);
      expect(due).toHaveLength(478);
      const unknown = due.flatMap((one) => one.unknown);
      const gaps = unknown.flatMap(({ missing }) => missing);
      expect(unknown.filter(({ kind }) => kind === "termEnd")).toEqual([]);
      expect(gaps.filter((gap) => gap === "coefficientUnlikeStep")).toHaveLength(2);
      expect(gaps.filter((gap) => gap !== "coefficientUnlikeStep").every((gap) => gap === "grade")).toBe(
        true,
      );
      expect(gaps.length).toBeLessThan(30);
      const reasons = due.flatMap(({ items }) => items).map(({ why }) => why.key);
      for (const reason of ["termEnd", "salaryStep", "salaryStepDelayed"]) expect(reasons).toContain(reason);
      for (const month of [202110, 202111, 202112]) {
        const inMonth = due
          .flatMap(({ items }) => items)
          .filter(({ kind, earliest }) => kind === "salaryStep" && Math.trunc(earliest / 100) === month);
        expect(inMonth.length).toBeGreaterThan(3);
      }
    }),
    { numRuns: 12 },
  );
});

it("has people beyond the top step", () => {
  const keys = dueIn(1).flatMap(({ items }) => items.map(({ why }) => why.key));
  expect(keys.filter((key) => key === "overTop").length).toBeGreaterThan(2);
});
