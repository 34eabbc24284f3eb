/**
 * Invariant 16, as one office reads it: the same ops and decisions stand the same in whatever order and grouping they
 * come, with the roster opened again in between, and with receptions taken back and received again. After each reception
 * what was found file by file is what is found from nothing.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { announce, holdsFor, timeout } from "../../testing/history/check";
import { partsOf, shuffled } from "../../testing/history/parts";
import { disputes } from "../../testing/history/rank-script";
import { compareAll, standingsAnew, standingsOf } from "../../testing/history/ranks";

announce("authority-order");

const offices = 4;
/** Receptions that are taken back in one history; each makes all that came count anew. */
const mostUndone = 4;

const choices = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 40, maxLength: 40 });

describe("how ops stand", () => {
  it("is the same in whatever order and grouping they come", { timeout }, async () => {
    let undone = 0;
    await holdsFor(
      fc.tuple(disputes, choices, fc.nat({ max: offices - 1 })),
      8,
      async (play, [script, numbers, place]) => {
        await play.run(script);
        compareAll(play);
        await play.exchangeAll(true);
        const original = play.office(place);
        let nth = 0;
        const choose = () => ((numbers[nth++ % numbers.length] ?? 0) * (1 + nth / numbers.length) * 7.31) % 1;
        const reader = play.world.asBegun(offices, place);
        try {
          const all = shuffled([...partsOf([original.write(reader, true)], choose)], choose);
          let left = mostUndone;
          while (all.length > 0) {
            const some = all.splice(0, 1 + Math.floor(choose() * 8));
            const { end } = await reader.receive(...some);
            if (choose() < 0.2) reader.reopen();
            if (choose() < 0.3 && end.receptionId !== null && left-- > 0) {
              reader.log.undoReception(end.receptionId, "x");
              all.splice(Math.floor(choose() * all.length), 0, ...some);
              undone++;
            }
            expect(standingsOf(reader)).toEqual(standingsAnew(reader));
          }
          expect(reader.hashes()).toEqual(original.hashes());
          expect(standingsOf(reader)).toEqual(standingsOf(original));
          expect(play.verify(reader)).toMatchObject({ ok: true, problems: [] });
        } finally {
          reader.close();
        }
      },
      offices,
      "byRank",
    );
    expect(undone).toBeGreaterThan(0);
  });
});
