// Invariant 6: restoring or cloning a machine at any step loses no op, and twins are noticed by everybody.
import { describe, expect, it } from "vitest";
import { announce, checkAgreed, checkWhole, holdsFor, timeout } from "../../testing/history/check";
import type { Play } from "../../testing/history/play";
import type { PlayOffice } from "../../testing/history/office";
import { playTrouble, trouble } from "../../testing/history/trouble";
import { sql } from "../file/sql";

announce("restore-and-clone");

/** Writers of which somebody holds two ops with one sequence. */
function twins(play: Play): Set<string> {
  const seen = new Map<string, string>();
  const found = new Set<string>();
  for (const office of play.offices) {
    for (const { writer, seq, hash } of play.held(office)) {
      const place = `${writer}/${seq}`;
      const known = seen.get(place);
      if (known !== undefined && known !== hash) found.add(writer);
      seen.set(place, hash);
    }
  }
  return found;
}

function forkedIn(office: PlayOffice): Set<string> {
  return new Set(
    office.handle
      .raw<[string]>(sql`SELECT DISTINCT lower(hex(identity)) FROM writer WHERE forked = 1`)
      .map(([identity]) => identity),
  );
}

describe("machines that are restored or cloned at any step", () => {
  it("lose no op that anybody holds, and agree in the end", { timeout }, async () => {
    await holdsFor(trouble, 60, async (play, value) => {
      await playTrouble(play, value);
      const before = new Set(play.offices.flatMap((office) => [...play.knownTo(office)]));
      await play.exchangeAll(value[0].length % 2 === 0);
      for (const office of play.offices) expect(new Set(play.knownTo(office))).toEqual(before);
      checkAgreed(play);
      checkWhole(play);
    });
  });

  it("are noticed as twins by all, and write under one name no longer", { timeout }, async () => {
    await holdsFor(trouble, 60, async (play, value) => {
      await playTrouble(play, value);
      const everybodyWrites = () => {
        for (const office of play.offices) {
          const id = office.log.newId();
          play.write(office, [{ kind: "create", entity: "official", id, fields: { fullName: "Người" } }]);
        }
      };
      // A disk image is one office with its origin until both have written; then the next exchange shows it.
      everybodyWrites();
      await play.exchangeAll(true);
      const found = twins(play);
      for (const office of play.offices) expect(forkedIn(office)).toEqual(found);
      if (value[1].length % 2 === 0) for (const office of play.offices) office.reopen();
      everybodyWrites();
      const names = play.offices.map((office) => office.identity.name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(found.has(name)).toBe(false);
      await play.exchangeAll(false);
      expect(twins(play)).toEqual(found);
      checkAgreed(play);
      checkWhole(play);
    });
  });
});
