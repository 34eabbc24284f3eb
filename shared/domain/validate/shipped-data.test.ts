/** What the program ships must pass the checks that it puts to its users, or nobody could edit it. */
import { describe, expect, it } from "vitest";
import { illustrativeSet } from "../../catalog/illustrative-set";
import { presetRows, rowsOfSet, unitRow } from "../../catalog/preset-rows";
import { shippedUnits } from "../../catalog/units";
import { sampleRows } from "../../sample/sample";
import { presetsOf } from "../../sample/types";
import { careerIssues } from "../../career/record-checks";
import type { PostPlace } from "../checks/reading";
import { byOwned, type FieldValue } from "../entities";
import { validateCatalogRow } from "./catalog";
import type { Validity } from "./context";
import { validateOfficial } from "./official";

type Values = Readonly<Record<string, FieldValue>>;

describe("shipped data", () => {
  it("has no catalog row that an edit would be refused for", () => {
    const rows = [...presetRows(), ...rowsOfSet(illustrativeSet), ...shippedUnits().map(unitRow)];
    expect(rows.length).toBeGreaterThan(3_000);
    const refused = rows.flatMap(({ entity, id, fields }) => validateCatalogRow(entity, id, fields));
    expect(refused).toEqual([]);
  });

  it("has nobody in the sample whose record would be refused", () => {
    const sample = sampleRows({ set: "thanh-ba", seed: 1 });
    const validity = (fields: Values): Validity => ({
      validFrom: typeof fields["validFrom"] === "string" ? fields["validFrom"] : null,
      validTo: typeof fields["validTo"] === "string" ? fields["validTo"] : null,
    });
    const placeOf = (fields: Values): PostPlace => ({
      ...validity(fields),
      category: String(fields["category"]),
      group: String(fields["group"]),
      order: Number(fields["order"]),
    });
    const units = new Map(sample.units.map(({ id, fields }) => [id, validity(fields)]));
    const posts = new Map(presetsOf(sample, "post").map(({ id, fields }) => [id, placeOf(fields)]));
    const counts = new Map<string, number>();
    let people = 0;
    for (const commune of sample.communes()) {
      for (const person of commune.people) {
        people += 1;
        const issues = validateOfficial(
          {
            id: person.id,
            fields: person.fields,
            rows: {
              ...byOwned(() => []),
              assignment: person.assignments,
              qualification: person.qualifications,
            },
          },
          {
            today: 20261123,
            asOf: 20211001,
            unitOf: (id) => units.get(id) ?? null,
            postOf: (id) => posts.get(id) ?? null,
            career: careerIssues,
          },
        );
        for (const { severity, entity, field, reason } of issues) {
          const key = `${severity} ${entity}.${field} ${reason}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
      }
    }
    expect(people).toBeGreaterThan(478);
    expect([...counts].filter(([key]) => key.startsWith("error"))).toEqual([]);
  });
});
