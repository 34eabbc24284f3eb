// What rests on an op that came to count late is judged alike, whatever came first.
import { describe, expect, it } from "vitest";
import { standing } from "../../domain/authority";
import {
  boundTo,
  communeB,
  id,
  judged,
  keys,
  op,
  person,
  province,
  reader,
  renames,
  revokes,
  says,
  saysAgain,
  serves,
  world,
} from "../../testing/authority";
import type { AuthoredOp } from "./types";

function orders<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((one) => orders(all.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

/** How each op stands, as text: in every order, one by one, with the roster kept open or opened again each time. */
function readings(base: readonly AuthoredOp[], last: readonly AuthoredOp[]): Set<string> {
  const found = orders(last).flatMap((order) =>
    [false, true].map((reopened) => judged(reader("P"), [base, ...order.map((one) => [one])], reopened)),
  );
  const whole = judged(reader("P"), [[...base, ...last]]);
  return new Set(
    [whole, ...found].map((one) => JSON.stringify([...base, ...last].map(({ id }) => one.get(id)))),
  );
}

describe("an op that was accepted and then refused", () => {
  it("counts by itself once its author is known, whoever was heard first", () => {
    const office = op({
      by: keys.X,
      entity: "office",
      row: id(300),
      create: true,
      fields: { unit: communeB, name: "UBND xã" },
    });
    const accepted = says("D", office, "accept");
    const refused = saysAgain("P", accepted.row, "refuse", [accepted]);
    const known = op({
      by: keys.P,
      entity: "credential",
      row: id(700),
      create: true,
      fields: { key: keys.X, unit: communeB },
    });
    const found = readings(world(), [office, accepted, refused, known]);
    expect([...found].map((one) => JSON.parse(one).at(-4))).toEqual([standing.counts]);
  });
});

describe("a row that a neighbour makes again, with the least clock there is", () => {
  const row = id(550);
  const forged = [
    person("B", row),
    op({ by: keys.B, entity: "post", row, create: true, fields: { key: "k" } }),
  ];
  const own = [person("A", row), renames("A", row)];
  const taken = forged.map((one) => ({ ...one, lamport: 1 }));

  it("stays whose its id is", () => {
    boundTo.set(row, keys.A);
    for (const one of taken) {
      const found = readings([...world()], [one, ...own]);
      expect([...found].map((text) => (JSON.parse(text) as number[]).slice(-2))).toEqual([
        [standing.counts, standing.counts],
      ]);
    }
    const theirs = renames("B", row);
    const of = judged(reader("D"), [[...world(), ...taken, ...own, theirs]]);
    expect([of.get(theirs.id), of.get(taken[1]?.id ?? "")]).toEqual([standing.waits, standing.aside]);
    boundTo.clear();
  });
});

describe("whose people are whose", () => {
  it("is the same whether somebody came before or after their post, and that was given to somebody else", () => {
    const [a, b, post] = [id(500), id(501), id(600)];
    const given = op({ by: keys.P, entity: "assignment", row: post, fields: { official: b } });
    const came = [serves("P", post, a, communeB), given, person("P", a), renames("B", b)];
    expect(readings([...world(), person("P", b)], came).size).toBe(1);
  });
});

describe("an op on which others rest", () => {
  it("is the same whether a row was made again before or after somebody accepted its beginning", () => {
    const stranger = person("X", id(500));
    const accepted = says("D", stranger, "accept");
    const again = [stranger, accepted, person("P", id(500)), renames("D", id(500))];
    expect(readings(world(), again).size).toBe(1);
  });

  it("is the same whether what voids a revocation came before or after it", () => {
    const link = op({ by: keys.D, entity: "unit", row: communeB, fields: { predecessors: province } });
    const accepted = says("X", link, "accept");
    const known = op({
      by: keys.P,
      entity: "credential",
      row: id(700),
      create: true,
      fields: { key: keys.X, unit: province },
    });
    expect(readings(world(), [link, accepted, revokes("P", "X", [], id(800)), known]).size).toBe(1);
  });
});
