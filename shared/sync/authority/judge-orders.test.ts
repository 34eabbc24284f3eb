// Laws of authority on random sets of ops: the order in which they come has no say, and strangers count nowhere.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standing } from "../../domain/authority";
import { entities } from "../../domain/entities";
import { boundTo, judged, keys, reader, type Who } from "../../testing/authority";
import { authorityStep, opsOfSteps } from "../../testing/authority-steps";
import { propertyFactor, propertySeed } from "../../testing/property-seed";
import type { AuthoredOp } from "./types";

const everybody: readonly Who[] = ["P", "D", "A", "B"];

/** Binds the id of each row to whoever began it first, as the program does; those of decisions tell what they are about. */
function bindRows(ops: readonly AuthoredOp[]): void {
  for (const { create, row, entity, branch } of ops)
    if (create && !boundTo.has(row) && entity !== entities.decision.id)
      boundTo.set(row, branch.writer.slice(0, keys.X.length));
}

describe("the standing of ops", () => {
  it("is the same in whatever order and grouping they come", () => {
    fc.assert(
      fc.property(
        fc.array(authorityStep, { maxLength: 14 }),
        fc.constantFrom(...everybody),
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        (steps, at, random, bound) => {
          const ops = opsOfSteps(steps);
          boundTo.clear();
          if (bound) bindRows(ops);
          const expected = judged(reader(at), [ops]);
          const shuffled = ops
            .map((one) => ({ one, place: random.next().value ?? 0 }))
            .sort((x, y) => x.place - y.place)
            .map(({ one }) => one);
          const cut = (random.next().value ?? 0) % (shuffled.length + 1);
          expect(judged(reader(at), [shuffled.slice(0, cut), shuffled.slice(cut)])).toEqual(
            new Map(shuffled.map((one) => [one.id, expected.get(one.id)])),
          );
          expect(
            judged(
              reader(at),
              shuffled.map((one) => [one]),
            ),
          ).toEqual(new Map(shuffled.map((one) => [one.id, expected.get(one.id)])));
          const byItself = shuffled.map((one) => [one]);
          expect(judged(reader(at), byItself, true)).toEqual(
            new Map(shuffled.map((one) => [one.id, expected.get(one.id)])),
          );
        },
      ),
      { numRuns: 300 * propertyFactor, seed: propertySeed },
    );
    boundTo.clear();
  });

  it("counts nothing of whoever was never introduced, unless somebody accepted it", () => {
    fc.assert(
      fc.property(fc.array(authorityStep, { maxLength: 14 }), fc.constantFrom(...everybody), (steps, at) => {
        const ops = opsOfSteps(
          steps.filter(
            ({ do: what }) =>
              !["tie", "decides", "withdraws", "misleads", "usurps", "revokes"].includes(what),
          ),
        );
        const found = judged(reader(at), [ops]);
        for (const one of ops) {
          if (one.branch.writer.startsWith(keys.X)) expect(found.get(one.id)).not.toBe(standing.counts);
        }
      }),
      { numRuns: 200, seed: propertySeed },
    );
  });
});
