// Taking back what one proposed oneself: while nobody accepted it, by whoever wrote it, and nothing that others said.
import { describe, expect, it } from "vitest";
import { type Standing, standing } from "../../domain/authority";
import { id, judged, person, reader, renames, says, unsays, type Who, world } from "../../testing/authority";
import type { AuthoredOp } from "./types";

const everybody: readonly Who[] = ["P", "D", "A", "B"];

function at(ops: readonly AuthoredOp[], one: AuthoredOp): (Standing | undefined)[] {
  return everybody.map((who) => judged(reader(who), [ops]).get(one.id));
}
const all = (to: Standing) => everybody.map(() => to);

describe("a withdrawal", () => {
  const a = id(100);
  const edit = renames("B", a);
  const base = [...world(), person("A", a), edit];

  it("takes back what an office proposed, as long as nobody accepted it", () => {
    const withdrawn = says("B", edit, "refuse");
    expect(at([...base, withdrawn], edit)).toEqual(all(standing.refused));
    expect(at([...base, withdrawn], withdrawn)).toEqual(all(standing.counts));
    const accepted = says("A", edit, "accept");
    for (const ops of [
      [...base, withdrawn, accepted],
      [...base, accepted, withdrawn],
    ]) {
      expect(at(ops, edit)).toEqual(all(standing.counts));
      expect(at(ops, withdrawn)).toEqual(all(standing.refused));
    }
  });

  it("is taken back by its office, which lifts no refusal of another one so", () => {
    expect(at([...base, says("B", edit, "refuse"), unsays("B", edit)], edit)).toEqual(all(standing.waits));
    expect(at([...base, says("A", edit, "refuse"), unsays("B", edit)], edit)).toEqual(all(standing.refused));
  });

  it("is nobody else's to make, and no stranger's", () => {
    expect(at([...base, says("X", edit, "refuse")], edit)).toEqual(all(standing.waits));
    const stranger = renames("X", a);
    expect(at([...base, stranger, says("X", stranger, "refuse")], stranger)).toEqual(all(standing.waits));
  });
});
