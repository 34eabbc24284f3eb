// Invariant 3: any order and grouping of files, also of their parts, ends in the same state.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyRoster } from "../verify";
import { announce, holdsFor, timeout } from "../../testing/history/check";
import { expectedOf } from "../../testing/history/model";
import { partsOf, shuffled } from "../../testing/history/parts";
import { portraitOf } from "../../testing/history/portrait";
import { playTrouble, trouble } from "../../testing/history/trouble";

announce("order");

/** Numbers below 1 that decide where to cut and what goes where. */
const choices = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 40, maxLength: 40 });

describe("files in any order", () => {
  it("end in the state that the model says, part by part and all together", { timeout }, async () => {
    await holdsFor(fc.tuple(trouble, choices), 40, async (play, [value, numbers]) => {
      let place = 0;
      // The sequence is stretched, so that a short list of numbers makes many choices.
      const choose = () => {
        const number = numbers[place % numbers.length] ?? 0;
        place++;
        return (number * (1 + Math.floor(place / numbers.length)) * 7.31) % 1;
      };
      await playTrouble(play, value);
      const files = play.offices.map((office) => office.write(play.office(0), true));
      const union = new Set(play.offices.flatMap((office) => [...play.knownTo(office)]));
      const expected = expectedOf([...play.ops.values()].filter((op) => union.has(op.hash)));
      for (let round = 0; round < 2; round++) {
        const reader = play.world.office(`reader-${round}`);
        try {
          const all = shuffled([...partsOf(files, choose)], choose);
          let undone = 0;
          while (all.length > 0) {
            const some = all.splice(0, 1 + Math.floor(choose() * 8));
            const { end } = await reader.receive(...some);
            // Taken back, and received again some day.
            if (choose() < 0.3 && end.receptionId !== null && undone++ < 4) {
              reader.log.undoReception(end.receptionId, "x");
              all.splice(Math.floor(choose() * all.length), 0, ...some);
            }
            // Looked at whole now and then: that takes longer than all the rest of a reception.
            if (choose() > 0.03) continue;
            reader.reopen();
            expect(verifyRoster(reader.path)).toMatchObject({ ok: true, problems: [] });
          }
          expect(portraitOf(reader.handle)).toEqual(expected);
          reader.reopen();
          expect(verifyRoster(reader.path)).toMatchObject({ ok: true, problems: [] });
        } finally {
          reader.close();
        }
      }
    });
  });
});
