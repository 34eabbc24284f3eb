// A row that is begun twice goes back to the same beginning whoever is known by then, and whatever came first.
import { afterEach, describe, expect, it } from "vitest";
import { standing } from "../../domain/authority";
import {
  boundTo,
  communeA,
  communeB,
  id,
  judged,
  keys,
  op,
  person,
  province,
  reader,
  renames,
  says,
  serves,
  type Who,
  world,
} from "../../testing/authority";
import type { AuthoredOp } from "./types";

/** How some ops stand, in each way in which all may have come. */
function inEveryWay(at: Who, all: readonly AuthoredOp[], asked: readonly AuthoredOp[]) {
  const orders = [all, all.toReversed()];
  return orders
    .flatMap((order) => {
      const single = order.map((one) => [one]);
      return [judged(reader(at), [order]), judged(reader(at), single), judged(reader(at), single, true)];
    })
    .map((found) => asked.map((one) => found.get(one.id)));
}

describe("a row that is begun twice", () => {
  afterEach(() => boundTo.clear());

  it("stays whose its id tells, although the other is known sooner and would be its only beginning until then", () => {
    const unit = id(402);
    boundTo.set(unit, keys.P);
    const compared = op({
      by: keys.A,
      entity: "credential",
      row: id(1999),
      create: true,
      fields: { key: keys.B, unit: communeB },
    });
    const made = op({
      by: keys.P,
      entity: "unit",
      row: unit,
      create: true,
      fields: { name: "X", parent: province, level: "commune" },
    });
    const again = {
      ...op({ by: keys.B, entity: "unit", row: unit, create: true, fields: { name: "X", parent: communeB } }),
      lamport: 1,
    };
    const official = person("P", id(500));
    const post = serves("P", id(600), id(500), unit);
    const renamed = renames("B", id(500));
    const asked = [made, again, official, post, renamed];
    for (const found of inEveryWay("A", [...world(), compared, ...asked], asked))
      expect(found).toEqual([
        standing.counts,
        standing.waits,
        standing.counts,
        standing.counts,
        standing.waits,
      ]);
  });

  it("is one of the known office where a stranger's was decided about before, whatever its id tells", () => {
    const row = id(700);
    const tie = op({
      by: keys.X,
      entity: "credential",
      row,
      create: true,
      fields: { key: keys.X, unit: communeA },
    });
    const refused = says("D", tie, "refuse");
    const again = {
      ...op({ by: keys.A, entity: "official", row, create: true, fields: { fullName: "An" } }),
      lamport: 1,
    };
    const asked = [tie, refused, again];
    const ways = inEveryWay("D", [...world(), ...asked], asked);
    for (const found of ways) expect(found).toEqual(ways[0]);
    expect(ways[0]?.at(-1)).toBe(standing.counts);
    expect(ways[0]?.[0]).not.toBe(standing.counts);
  });
});
