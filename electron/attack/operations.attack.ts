/**
 * Long random work of clerks (add, edit, remove, undo, redo, join, import, undo of an import) against what a person in
 * front of the screen would expect of each single step, told from what was shown before it: an edit changes its fields
 * and nothing else, a removal takes somebody out with all that is theirs, an undo gives back what was there and brings
 * nobody back whom it did not remove, an import shows what the plain model says of all ops.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { propertySeed } from "../../shared/testing/property-seed";
import { rounds } from "../testing/attack";
import { checkAgreed, checkWhole } from "../testing/history/check";
import { Clerk } from "../testing/history/clerk";
import { takeWork, work } from "../testing/history/clerk-work";
import { World } from "../testing/history/office";
import { Play } from "../testing/history/play";

let world: World;
beforeAll(() => {
  world = new World();
});
afterAll(() => {
  world.close();
  process.stdout.write(`attack/operations: SEED=${propertySeed}\n`);
});

describe.each([
  ["one office", 1],
  ["two offices", 2],
])("long work of %s", (_, offices) => {
  it("is at each step what somebody at the screen expects", async () => {
    const script = fc.array(work, { minLength: 20, maxLength: rounds(60, 250), size: "max" });
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        const play = new Play(world, offices);
        try {
          const clerks = play.offices.map((office) => new Clerk(play, office));
          for (const one of steps) {
            await takeWork(play, clerks, one);
            // Somebody who works alone never disagrees.
            if (offices === 1) expect(clerks[0]?.shown.conflicts).toEqual([]);
          }
          for (const office of play.offices) expect(play.portrait(office)).toEqual(play.expected(office));
          await play.exchangeAll(true);
          checkAgreed(play);
          checkWhole(play);
        } finally {
          play.close();
        }
      }),
      { numRuns: rounds(4, 60), endOnFailure: process.env["QUICK"] !== undefined },
    );
  });
});
