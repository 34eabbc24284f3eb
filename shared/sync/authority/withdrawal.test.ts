// Taking back what one proposed oneself: while nobody accepted it, by whoever wrote it, and nothing that others said.
import { describe, expect, it } from "vitest";
import { standing } from "../../domain/authority";
import {
  alike,
  everywhere,
  id,
  outcomes,
  person,
  renames,
  says,
  saysAgain,
  unsays,
  world,
} from "../../testing/authority";

describe("a withdrawal", () => {
  const a = id(100);
  const edit = renames("B", a);
  const base = [...world(), person("A", a), edit];

  it("takes back what an office proposed, as long as nobody accepted it", () => {
    const withdrawn = says("B", edit, "refuse");
    expect(everywhere([...base, withdrawn], edit)).toEqual(alike(standing.refused));
    expect(everywhere([...base, withdrawn], withdrawn)).toEqual(alike(standing.counts));
    const accepted = says("A", edit, "accept");
    for (const ops of [
      [...base, withdrawn, accepted],
      [...base, accepted, withdrawn],
    ]) {
      expect(everywhere(ops, edit)).toEqual(alike(standing.counts));
      expect(everywhere(ops, withdrawn)).toEqual(alike(standing.refused));
    }
  });

  it("is taken back by its office, which lifts no refusal of another one so", () => {
    expect(everywhere([...base, says("B", edit, "refuse"), unsays("B", edit)], edit)).toEqual(
      alike(standing.waits),
    );
    expect(everywhere([...base, says("A", edit, "refuse"), unsays("B", edit)], edit)).toEqual(
      alike(standing.refused),
    );
  });

  it("is nobody else's to make, and no stranger's", () => {
    expect(everywhere([...base, says("X", edit, "refuse")], edit)).toEqual(alike(standing.waits));
    const stranger = renames("X", a);
    expect(everywhere([...base, stranger, says("X", stranger, "refuse")], stranger)).toEqual(
      alike(standing.waits),
    );
  });

  describe.each([
    ["refuses", { verdict: "refuse" }],
    ["takes the row away", { removed: "undo" }],
    ["refuses and takes the row away", { verdict: "refuse", removed: "undo" }],
    ["refuses with another reason", { verdict: "refuse", reason: "đã chấp nhận miệng" }],
    ["changes the reason", { reason: "đã chấp nhận miệng" }],
    ["accepts", { verdict: "accept" }],
  ] as const)("that %s over what another office said", (_, said) => {
    const before = [...world(), person("A", a)];

    it.each([
      ["refusal", "refuse", standing.refused],
      ["acceptance", "accept", standing.counts],
    ] as const)("leaves the %s as it is, in whatever order all of it came", (_name, verdict, to) => {
      for (const who of ["A", "D"] as const) {
        const decided = says(who, edit, verdict);
        const over = saysAgain("B", decided.row, said, [decided]);
        const found = outcomes(before, [edit, decided, over]);
        expect(found.map(([ofEdit, ofDecided]) => [ofEdit, ofDecided])).toEqual([[to, standing.counts]]);
        expect(found.map(([, , ofOver]) => ofOver)).not.toContain(standing.counts);
      }
    });

    it("leaves it also where it writes over a withdrawal of its own at once", () => {
      const own = says("B", edit, "refuse");
      const decided = says("D", edit, "refuse");
      const over = saysAgain("B", own.row, said, [own, decided]);
      const found = outcomes(before, [edit, own, decided, over]);
      expect(found.map(([ofEdit, , , ofOver]) => [ofEdit, ofOver])).toEqual([
        [standing.refused, standing.waits],
      ]);
    });
  });

  it("of an office that had already withdrawn leaves a refusal that came later", () => {
    const own = says("B", edit, "refuse");
    const decided = says("D", edit, "refuse");
    const lifted = saysAgain("B", own.row, { removed: "undo" }, [own]);
    const found = outcomes([...world(), person("A", a)], [edit, own, decided, lifted]);
    expect(found.map(([ofEdit]) => ofEdit)).toEqual([standing.refused]);
  });
});
