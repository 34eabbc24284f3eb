// What is said in a credential's row by others than its founder: a subordinate's word there would cancel a revocation.
import { describe, expect, it } from "vitest";
import { standing } from "../../domain/authority";
import {
  communeA,
  id,
  judged,
  keys,
  op,
  person,
  reader,
  renames,
  revokes,
  type Who,
  world,
} from "../../testing/authority";

describe("a credential that another office made", () => {
  const row = id(310);
  const tie = { key: keys.A, unit: communeA };
  const made = op({ by: keys.D, entity: "credential", row, create: true, fields: { ...tie, office: "A" } });
  const lies = [{ office: "khác" }, { until: null }, { until: "-" }, {}] as const;

  it("is for those above alone, whether an op changes it or makes it a second time", () => {
    for (const fields of lies) {
      for (const create of [true, false]) {
        if (!create && Object.keys(fields).length === 0) continue;
        const by = (who: Who) =>
          op({
            by: keys[who],
            entity: "credential",
            row,
            create,
            fields: create ? { ...tie, ...fields } : fields,
          });
        const [beside, above] = [by("B"), by("P")];
        for (const who of ["P", "D", "A"] as const) {
          const found = judged(reader(who), [[...world(), made, beside]]);
          expect([found.get(made.id), found.get(beside.id)]).toEqual([standing.counts, standing.waits]);
        }
        // In its own roster a revoked key vouches for nobody, so whoever stands above it is a stranger there.
        for (const who of ["P", "D", "B"] as const)
          expect(judged(reader(who), [[...world(), made, above]]).get(above.id)).toBe(standing.counts);
      }
    }
  });

  it("keeps a key revoked, whatever a subordinate says before or after", () => {
    const entered = person("A", id(100));
    const base = [...world(), entered, made];
    const lie = (create: boolean) =>
      op({
        by: keys.B,
        entity: "credential",
        row,
        create,
        fields: { ...(create ? tie : {}), until: null },
      });
    for (const create of [true, false]) {
      const early = lie(create);
      const revoked = revokes("D", "A", base, row);
      const end = op({
        by: keys.D,
        entity: "credential",
        row,
        fields: { until: [...revoked.fields.values()].at(-1) ?? null },
      });
      const after = renames("A", id(100));
      // For itself an office may go on believing a key.
      for (const who of ["P", "D", "A"] as const) {
        const found = judged(reader(who), [[...base, early, end, after, lie(create)]]);
        expect(found.get(after.id)).toBe(standing.waits);
      }
    }
  });
});
