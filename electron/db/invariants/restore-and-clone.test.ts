// Invariant 6: restoring or cloning a machine at any step loses no op, and twins are noticed by everybody.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { announce, checkAgreed, checkWhole, holdsFor, timeout } from "./check";
import type { Play } from "./play";
import type { PlayOffice } from "./office";
import { mishaps } from "./script";

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
      .raw<[string]>("SELECT DISTINCT lower(hex(identity)) FROM writer WHERE forked = 1")
      .map(([identity]) => identity),
  );
}

const trouble = fc.tuple(
  mishaps,
  fc.array(
    fc.record({
      at: fc.nat({ max: 4 }),
      as: fc.constantFrom("file" as const, "folder" as const, "image" as const),
      withHome: fc.boolean(),
      steps: fc.nat({ max: 8 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
);

/** A history with a machine that is restored or copied again and again in its course. */
async function playTrouble(
  play: Play,
  [script, mishapsAt]: typeof trouble extends fc.Arbitrary<infer T> ? T : never,
) {
  const rest = [...script];
  await play.run([]);
  for (const { at, as, withHome, steps } of mishapsAt) {
    await play.step({ do: "backup", at });
    for (const step of rest.splice(0, steps)) await play.step(step);
    await play.step({ do: "clone", at, as });
    for (const step of rest.splice(0, steps)) await play.step(step);
    await play.step({ do: "goBack", at, nth: 0, withHome });
    await play.step({ do: "edit", at, row: 0, fields: [0, 2], value: steps % 4 });
  }
  for (const step of rest) await play.step(step);
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
      const everybodyWrites = async () => {
        for (const place of play.offices.keys()) await play.step({ do: "add", at: place, unit: 0 });
      };
      // A disk image is one office with its origin until both have written; then the next exchange shows it.
      await everybodyWrites();
      await play.exchangeAll(true);
      const found = twins(play);
      for (const office of play.offices) expect(forkedIn(office)).toEqual(found);
      if (value[1].length % 2 === 0) for (const office of play.offices) office.reopen();
      await everybodyWrites();
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
