// Invariants 2 and 8: a file that is received again, or an old one that comes back, changes nothing.
import { describe, expect, it } from "vitest";
import { announce, checkAgreed, checkWhole, holdsFor, timeout } from "../../testing/history/check";
import { dumpLog } from "../../testing/history/dump";
import type { OpFile } from "../../testing/op-files";
import { mishaps } from "../../testing/history/script";

announce("repetition");

describe("a file that was received", () => {
  it("changes nothing the second time, in whatever company", { timeout }, async () => {
    await holdsFor(mishaps, 150, async (play, script) => {
      await play.run(script);
      const files: OpFile[] = play.offices.flatMap((one) =>
        play.offices.flatMap((other) =>
          one === other ? [] : [one.write(other, true), one.write(other, false)],
        ),
      );
      for (const office of play.offices) {
        await office.receive(...files);
        const before = dumpLog(office.handle);
        const { end, effects } = await office.receive(...files.toReversed(), ...files);
        expect(end).toMatchObject({ receptionId: null, writers: [] });
        for (const effect of effects) {
          expect(effect).toMatchObject({
            ops: 0,
            added: 0,
            changed: 0,
            ended: 0,
            removed: 0,
            catalog: 0,
            conflicts: 0,
            settled: 0,
          });
        }
        expect(dumpLog(office.handle)).toEqual(before);
        play.note(office);
      }
      // Statements of old files came last: what is sent from now on must still be enough.
      await play.exchangeAll(false);
      checkAgreed(play);
      checkWhole(play);
    });
  });
});
