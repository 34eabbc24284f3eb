// Invariant 1: the same ops give identical heads, projection and conflicts; and these are what the model says.
import { describe, expect, it } from "vitest";
import { announce, checkAgreed, checkWhole, holdsFor, timeout } from "../../testing/history/check";
import { exchanges, mishaps } from "../../testing/history/script";

announce("convergence");

describe("offices that hold the same ops", () => {
  it("show the same, and what the model says, after any exchange", { timeout }, async () => {
    await holdsFor(exchanges, 150, async (play, script) => {
      await play.run(script);
      for (const office of play.offices) expect(play.portrait(office)).toEqual(play.expected(office));
      await play.exchangeAll(script.length % 2 === 0);
      checkAgreed(play);
      checkWhole(play);
    });
  });

  it("show the same after restored and cloned machines, lost files and wrong clocks", {
    timeout,
  }, async () => {
    await holdsFor(mishaps, 150, async (play, script) => {
      await play.run(script);
      await play.exchangeAll(script.length % 2 === 0);
      checkAgreed(play);
      checkWhole(play);
    });
  });

  it("show the same where three of them traded", { timeout }, async () => {
    await holdsFor(
      mishaps,
      100,
      async (play, script) => {
        await play.run(script);
        await play.exchangeAll(script.length % 2 === 0);
        checkAgreed(play);
        checkWhole(play);
      },
      3,
    );
  });
});
