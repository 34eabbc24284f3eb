import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GroupedLines } from "./grouped-lines";

const groups = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { minLength: 1, maxLength: 8 })
  .map((parts) =>
    parts.map(([count, folded], at) => ({ group: { key: String(at), text: `Xã ${at}`, count }, folded })),
  );

describe("the lines of a parted list", () => {
  it("hold each group once and everybody of the open ones once, in order, and find them again", () => {
    fc.assert(
      fc.property(groups, (parts) => {
        const folded = new Set(parts.filter((part) => part.folded).map(({ group }) => group.key));
        const lines = new GroupedLines(
          parts.map(({ group }) => group),
          folded,
        );
        const wanted: string[] = [];
        const open: number[] = [];
        let place = 0;
        for (const { group, folded: isFolded } of parts) {
          wanted.push(`group ${group.key}`);
          for (let n = 0; n < group.count; n++, place++) {
            if (isFolded) continue;
            wanted.push(`person ${place}`);
            open.push(place);
          }
        }
        const said = Array.from({ length: lines.count }, (_none, line) => {
          const at = lines.at(line);
          return at?.kind === "group" ? `group ${at.group.key}` : `person ${at?.place}`;
        });
        expect(said).toEqual(wanted);
        expect(lines.at(lines.count)).toBeNull();
        for (const one of open) expect(said[lines.lineOf(one)]).toBe(`person ${one}`);
        const all = lines.placesOf([[0, lines.count - 1]]);
        expect(
          all.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_none, n) => from + n)),
        ).toEqual(open);
        expect(lines.lineOf(place)).toBe(-1);
      }),
    );
  });
});
