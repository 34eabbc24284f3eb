// Invariant 13: compacted and uncompacted rosters agree, now and after any later exchange.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../../shared/contract/errors";
import type { Compaction } from "../log/compaction";
import {
  announce,
  checkAgreed,
  checkWhole,
  holdsFor,
  lostValues,
  timeout,
} from "../../testing/history/check";
import type { PlayOffice } from "../../testing/history/office";
import { exchanges, mishaps } from "../../testing/history/script";
import { sql } from "../file/sql";

announce("compaction");

const none = Buffer.alloc(32, 7);

/** Compacts where all of these offices may know everything. */
function compacted(office: PlayOffice, keys: readonly Uint8Array[]): Compaction {
  return office.log.compact(
    keys.map((signKey) => ({ signKey, ops: null })),
    office.name,
  ).values;
}

describe("compaction", () => {
  it("changes nothing that is shown, here or elsewhere, before and after more work", {
    timeout,
  }, async () => {
    let dropped = 0;
    await holdsFor(
      fc.tuple(mishaps, exchanges),
      60,
      async (play, [script, later]) => {
        await play.run(script);
        await play.exchangeAll(true);
        await play.exchangeAll(false);
        const [first] = play.offices;
        const keys = play.offices.slice(1).map((office) => office.key);
        const before = first && play.portrait(first);
        dropped += first === undefined ? 0 : compacted(first, keys).ops;
        expect(first && play.portrait(first)).toEqual(before);
        expect(first && compacted(first, keys)).toEqual({ ops: 0, bytes: 0 });
        checkAgreed(play);
        for (const step of later) await play.step(step);
        // Somebody who begins now gets testified ops only; somebody who had the real ones keeps them.
        play.offices.push(play.world.office("newcomer"));
        await play.exchangeAll(later.length % 2 === 0);
        checkAgreed(play);
        checkWhole(play);
      },
      3,
    );
    expect(dropped).toBeGreaterThan(0);
  });

  it("drops nothing that some office has not acknowledged, or where nobody is asked", {
    timeout,
  }, async () => {
    await holdsFor(mishaps, 40, async (play, script) => {
      await play.run(script);
      await play.exchangeAll(true);
      const keys = play.offices.map((office) => office.key);
      expect(compacted(play.office(0), [])).toEqual({ ops: 0, bytes: 0 });
      expect(compacted(play.office(0), [...keys, none])).toEqual({ ops: 0, bytes: 0 });
    });
  });

  it("never lets an undo bring back a value that is gone", { timeout }, async () => {
    await holdsFor(exchanges, 80, async (play, script) => {
      await play.run(script);
      await play.exchangeAll(true);
      await play.exchangeAll(false);
      const office = play.office(0);
      compacted(office, [play.office(1).key]);
      for (const [id] of office.handle.raw<[number]>(sql`SELECT id FROM change ORDER BY id DESC`)) {
        const before = play.portrait(office);
        try {
          office.log.undo(id, { user: "x" });
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(["undo-blocked", "undo-nothing", "reference-missing"]).toContain(error.code);
          expect(play.portrait(office)).toEqual(before);
          continue;
        }
        play.note(office);
        expect(play.portrait(office)).toEqual(play.expected(office));
        expect(lostValues(play, office)).toEqual([]);
      }
    });
  });
});
