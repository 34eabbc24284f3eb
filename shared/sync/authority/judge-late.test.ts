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
  outcomes,
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
    const refused = saysAgain("P", accepted.row, { verdict: "refuse" }, [accepted]);
    const known = op({
      by: keys.P,
      entity: "credential",
      row: id(700),
      create: true,
      fields: { key: keys.X, unit: communeB },
    });
    const found = outcomes(world(), [office, accepted, refused, known]);
    expect(found.map(([first]) => first)).toEqual([standing.counts]);
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
      const found = outcomes(world(), [one, ...own]);
      expect(found.map((stands) => stands.slice(1))).toEqual([[standing.counts, standing.counts]]);
    }
    const theirs = renames("B", row);
    const of = judged(reader("D"), [[...world(), ...taken, ...own, theirs]]);
    expect([of.get(theirs.id), of.get(taken[1]?.id ?? "")]).toEqual([standing.waits, standing.aside]);
    boundTo.clear();
  });
});

describe("the row of the decisions about an op, which a neighbour begins as well, with the least clock there is", () => {
  const a = id(560);
  const edit = renames("B", a);
  const accepted = says("A", edit, "accept");
  const base = [...world(), person("A", a)];
  const begun = { by: keys.B, row: accepted.row, create: true } as const;
  const other = op({ ...begun, entity: "official", fields: { fullName: "Chi" } });
  const misled = op({
    ...begun,
    entity: "decision",
    fields: { op: edit.id, about: communeB, verdict: "refuse" },
  });

  it.each([
    ["as another entity", other, standing.aside],
    ["naming another row", misled, standing.refused],
  ])("%s, stays what it is", (_, forged, to) => {
    const found = outcomes(base, [{ ...forged, lamport: 1 }, edit, accepted]);
    expect(found).toEqual([[to, standing.counts, standing.counts]]);
  });

  it("makes no row of a shipped list a decision", () => {
    const fields = { op: communeB.replaceAll("-", "") + "0".repeat(32), about: a, verdict: "accept" };
    const forged = op({ by: keys.B, entity: "decision", row: communeB, create: true, fields });
    const moved = op({ by: keys.D, entity: "unit", row: communeB, fields: { name: "y" } });
    expect(outcomes(base, [{ ...forged, lamport: 1 }, moved])).toEqual([[standing.waits, standing.counts]]);
  });
});

describe("whose people are whose", () => {
  it("is the same whether somebody came before or after their post, and that was given to somebody else", () => {
    const [a, b, post] = [id(500), id(501), id(600)];
    const given = op({ by: keys.P, entity: "assignment", row: post, fields: { official: b } });
    const came = [serves("P", post, a, communeB), given, person("P", a), renames("B", b)];
    expect(outcomes([...world(), person("P", b)], came)).toHaveLength(1);
  });
});

describe("an op on which others rest", () => {
  it("is the same whether a row was made again before or after somebody accepted its beginning", () => {
    const stranger = person("X", id(500));
    const accepted = says("D", stranger, "accept");
    const again = [stranger, accepted, person("P", id(500)), renames("D", id(500))];
    expect(outcomes(world(), again)).toHaveLength(1);
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
    expect(outcomes(world(), [link, accepted, revokes("P", "X", [], id(800)), known])).toHaveLength(1);
  });
});
