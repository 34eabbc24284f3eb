// Who may say what, on plain sets of ops: whatever the order, nobody counts beyond their unit, and a decision settles it.
import { describe, expect, it, onTestFinished } from "vitest";
import { standing } from "../../domain/authority";
import { entities } from "../../domain/entities";
import { unitLevels } from "../../domain/values";
import {
  alike,
  boundTo,
  communeA,
  communeB,
  everywhere,
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
  serves,
  type Who,
  world,
} from "../../testing/authority";
import type { AuthoredOp } from "./types";

describe("who may say what", () => {
  const [a, b] = [id(100), id(101)];

  it("lets an office write of its own people, and those above it", () => {
    const base = [...world(), person("A", a), serves("A", id(110), a, communeA)];
    for (const who of ["A", "D", "P"] as const) {
      const edit = renames(who, a);
      expect(everywhere([...base, edit], edit)).toEqual(alike(standing.counts));
    }
    const foreign = renames("B", a);
    expect(everywhere([...base, foreign], foreign)).toEqual(alike(standing.waits));
  });

  it("lets nobody place anybody in a unit that is not theirs", () => {
    const place = serves("A", id(111), a, communeB);
    expect(everywhere([...world(), person("A", a), place], place)).toEqual(alike(standing.waits));
    const moved = op({ by: keys.A, entity: "assignment", row: id(110), fields: { unit: communeB } });
    const base = [...world(), person("A", a), serves("A", id(110), a, communeA), moved];
    expect(everywhere(base, moved)).toEqual(alike(standing.waits));
  });

  it("lets a commune make no unit of its own level or of a higher one below itself, and speak for none", () => {
    const withLevels = world().map((one) =>
      one.row === communeA
        ? { ...one, fields: new Map([...one.fields, [entities.unit.fields.level.id, "commune"]]) }
        : one,
    );
    for (const level of unitLevels) {
      const invented = op({
        by: keys.A,
        entity: "unit",
        row: id(900),
        create: true,
        fields: { name: "Phú Thọ", level, parent: communeA },
      });
      const spoken = op({
        by: keys.A,
        entity: "credential",
        row: id(901),
        create: true,
        fields: { key: "e".repeat(64), unit: id(900), office: "UBND tỉnh" },
      });
      expect(everywhere([...withLevels, invented, spoken], invented)[1]).toBe(standing.waits);
      expect(everywhere([...withLevels, invented, spoken], spoken)[1]).toBe(standing.waits);
    }
  });

  it("gives a unit its say over whoever was placed there by those above", () => {
    const edit = renames("B", a);
    const base = [...world(), person("A", a), serves("D", id(112), a, communeB), edit];
    expect(everywhere(base, edit)).toEqual(alike(standing.counts));
  });

  it("keeps the rules for the highest office, and units for those above them", () => {
    const set = { name: "Luật", key: "x", validFrom: "2020-01-01" };
    for (const [who, to] of [
      ["A", 1],
      ["D", 1],
      ["P", 0],
    ] as const) {
      const made = op({ by: keys[who], entity: "standardSet", row: id(200), create: true, fields: set });
      expect(everywhere([...world(), made], made)).toEqual(alike(to));
    }
    for (const [who, to] of [
      ["A", 1],
      ["D", 0],
      ["P", 0],
    ] as const) {
      const named = op({ by: keys[who], entity: "unit", row: communeA, fields: { name: "y" } });
      expect(everywhere([...world(), named], named)).toEqual(alike(to));
    }
  });

  it("lets nobody above or beside write an office's own row", () => {
    const office = id(900 + "A".charCodeAt(0));
    const own = op({
      by: keys.A,
      entity: "office",
      row: office,
      create: true,
      fields: { unit: communeA, name: "A" },
    });
    for (const who of ["B", "D", "P"] as const) {
      const edit = op({ by: keys[who], entity: "office", row: office, fields: { name: "khác" } });
      expect(everywhere([...world(), own, edit], edit)).toEqual(alike(standing.waits));
    }
  });

  it("does not take a commune's word for whose a key is", () => {
    const invented = op({
      by: keys.A,
      entity: "credential",
      row: id(300),
      create: true,
      fields: { key: keys.X, unit: province },
    });
    const made = op({
      by: keys.X,
      entity: "standardSet",
      row: id(201),
      create: true,
      fields: { name: "x", key: "x" },
    });
    const seen = ["P", "D", "B"] as const;
    for (const who of seen) {
      const found = judged(reader(who), [[...world(), invented, made]]);
      expect([found.get(invented.id), found.get(made.id)]).toEqual([standing.waits, standing.waits]);
    }
  });

  it("lets a unit that names another as its predecessor take nothing of it", () => {
    const fake = op({
      by: keys.A,
      entity: "unit",
      row: id(400),
      create: true,
      fields: { name: "z", parent: communeA, predecessors: communeB },
    });
    const edit = renames("A", b);
    const ops = [...world(), person("B", b), fake, edit];
    expect([everywhere(ops, fake), everywhere(ops, edit)]).toEqual([
      alike(standing.waits),
      alike(standing.waits),
    ]);
  });

  it("joins only with a say over both", () => {
    const join = (by: Who) =>
      op({ by: keys[by], entity: "official", row: a, fields: {}, removed: `joined into ${b}` });
    const base = [...world(), person("A", a), person("B", b)];
    const [own, higher] = [join("A"), join("D")];
    expect(everywhere([...base, own], own)).toEqual(alike(standing.waits));
    expect(everywhere([...base, higher], higher)).toEqual(alike(standing.counts));
  });

  it("joins rows only with a say over both people", () => {
    const [mine, theirs] = [id(110), id(111)];
    const join = (by: Who) =>
      op({ by: keys[by], entity: "assignment", row: mine, fields: {}, removed: `joined into ${theirs}` });
    const posts = [serves("A", mine, a, communeA), serves("B", theirs, b, communeB)];
    const base = [...world(), person("A", a), person("B", b), ...posts];
    const [own, higher] = [join("A"), join("D")];
    expect(everywhere([...base, own], own)).toEqual(alike(standing.waits));
    expect(everywhere([...base, higher], higher)).toEqual(alike(standing.counts));
  });

  it("counts what somebody with authority accepted, and nobody else's decision", () => {
    const edit = renames("B", a);
    const base = [...world(), person("A", a), edit];
    expect(everywhere([...base, says("B", edit, "accept")], edit)).toEqual(alike(standing.waits));
    expect(everywhere([...base, says("A", edit, "accept")], edit)).toEqual(alike(standing.counts));
    expect(everywhere([...base, says("D", edit, "refuse")], edit)).toEqual(alike(standing.refused));
  });

  it("counts an accepted move, and then what the new unit writes", () => {
    const move = serves("A", id(113), a, communeB);
    const edit = renames("B", a);
    const ops = [...world(), person("A", a), move, edit];
    expect(everywhere(ops, edit)).toEqual(alike(standing.waits));
    const accepted = [...ops, says("D", move, "accept")];
    expect([everywhere(accepted, move), everywhere(accepted, edit)]).toEqual([
      alike(standing.counts),
      alike(standing.counts),
    ]);
  });

  it("sets aside what uses a row of one entity as another", () => {
    const wrong = op({
      by: keys.D,
      entity: "assignment",
      row: a,
      create: true,
      fields: { official: a, unit: communeA },
    });
    const found = judged(reader("D"), [[...world(), person("A", a)], [wrong]]);
    // Of several beginnings a row goes back to the same one for everybody, in whatever order they came.
    const other = judged(reader("D"), [[...world(), wrong], []]);
    expect(found.get(wrong.id)).toBe(other.get(wrong.id));
    const below = op({ by: keys.A, entity: "post", row: id(120), create: true, fields: { key: "k" } });
    const above = person("D", id(120));
    boundTo.set(id(120), keys.D);
    onTestFinished(() => boundTo.clear());
    const seen = judged(reader("P"), [[...world(), below], [above]]);
    expect([seen.get(below.id), seen.get(above.id)]).toEqual([standing.aside, standing.counts]);
  });
});

describe("a revoked key", () => {
  const a = id(100);
  const base = [...world(), person("A", a)];
  const first = renames("A", a);
  base.push(first);
  const later = renames("A", a);
  const ofA = (...more: AuthoredOp[]) => [...base, ...more];

  it("counts with what whoever revoked it kept, and not with what came after", () => {
    const ops = ofA(revokes("D", "A", base, id(300)), later);
    expect([everywhere(ops, first), everywhere(ops, later)]).toEqual([
      alike(standing.counts),
      alike(standing.waits),
    ]);
  });

  it("is told from a line that a thief writes under the same numbers", () => {
    const forged = { ...renames("A", a), seq: first.seq };
    const line = (piece: number, from: number) => ({
      writer: first.branch.writer,
      fork: { piece, first: from, parent: null },
    });
    const told = [
      { ...first, branch: line(1, 1) },
      { ...forged, branch: line(2, 1) },
    ] as const;
    const ops = [
      ...world(),
      person("D", a),
      serves("D", id(110), a, communeA),
      ...told,
      revokes("D", "A", [told[0]], id(300)),
    ];
    expect([everywhere(ops, told[0]), everywhere(ops, told[1])]).toEqual([
      alike(standing.counts),
      alike(standing.waits),
    ]);
  });

  it("cannot revoke whoever stands above it, nor beside it", () => {
    const edit = renames("D", a);
    for (const target of ["D", "B"] as const) {
      const made = revokes("A", target, [], id(300));
      const ops = [...ofA(edit), made];
      for (const who of ["P", "D", "B"] as const)
        expect(judged(reader(who), [ops]).get(edit.id)).toBe(standing.counts);
    }
  });
});
