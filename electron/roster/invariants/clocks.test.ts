// Invariant 5: clocks at 1970, 2099 or backwards change no head. The model has no clock at all.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { announce, checkAgreed, checkWhole, holdsFor, timeout } from "../../testing/history/check";
import { exchanges } from "../../testing/history/script";

announce("clocks");

const clocks = fc.array(
  fc.constantFrom(0, -1e12, Date.UTC(2026, 5, 1), Date.UTC(2099, 11, 31), Date.UTC(1999, 0, 1)),
  { minLength: 5, maxLength: 5 },
);

describe("wrong clocks", () => {
  it("decide nothing: a clock is set anew before every step", { timeout }, async () => {
    await holdsFor(fc.tuple(exchanges, clocks), 120, async (play, [script, times]) => {
      for (const [place, step] of script.entries()) {
        play.office(step.at).clock = times[place % times.length] ?? 0;
        await play.step(step);
      }
      for (const office of play.offices) expect(play.portrait(office)).toEqual(play.expected(office));
      await play.exchangeAll(script.length % 2 === 0);
      checkAgreed(play);
      checkWhole(play);
    });
  });
});
