// Invariant 15: a late file of a commune that was merged lands in the commune that it was formed into.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoToPacked } from "../../../../shared/domain/partial-date";
import { createTranslate } from "../../../../shared/i18n";
import { countByUnit, countsOfUnit } from "../../../../shared/statistics/by-unit";
import { readHere } from "./people-reading";
import { RosterIndex } from "./roster-index";
import { announce, checkAgreed, checkWhole, holdsFor, timeout } from "../../../testing/history/check";
import { type PlayOffice, postId } from "../../../testing/history/office";
import type { Play } from "../../../testing/history/play";

announce("late-after-merger");

const t = createTranslate("vi");
const merged = "2025-07-01";
const lastDay = "2025-06-30";

const merger = fc.record({
  /** People of A and of B, by whether they are filed before the merger is known or in a late file. */
  people: fc.array(fc.record({ inA: fc.boolean(), late: fc.boolean() }), { minLength: 1, maxLength: 6 }),
  /** How often the new commune is merged again, a year later each time. */
  again: fc.nat({ max: 2 }),
  split: fc.boolean(),
  order: fc.boolean(),
});

/** Codes of the units that are made up: A and B, what is formed from them, and what is formed later on. */
const codes = {
  a: "09001",
  b: "09002",
  c: "09003",
  d: "09004",
  later: (round: number) => `0901${round}`,
} as const;

/** Everybody's unit on a day, counted as the statistics do: code of the unit to people. */
async function countsOn(office: PlayOffice, day: string): Promise<Record<string, number>> {
  const index = await RosterIndex.load(
    office.handle,
    t,
    readHere(office.handle, { pause: () => Promise.resolve() }),
  );
  const { catalog } = index;
  const table = countByUnit(index.snapshot(isoToPacked(day)), catalog.units.length);
  const counts: Record<string, number> = {};
  for (const { index: place, code } of catalog.units) {
    const { total } = countsOfUnit(table, place);
    if (total > 0) counts[code] = (counts[code] ?? 0) + total;
  }
  return counts;
}

function unitOf(play: Play, office: PlayOffice, code: string, fields: Record<string, string>): string {
  const id = office.log.newId();
  play.write(office, [
    {
      kind: "create",
      entity: "unit",
      id,
      fields: { type: "xa", level: "commune", code, name: `Xã ${code}`, ...fields },
    },
  ]);
  return id;
}

describe("communes that were formed into one", () => {
  it("have their people counted there, whenever the file comes, and stay as they were before that day", {
    timeout,
  }, async () => {
    await holdsFor(merger, 60, async (play, { people, again, split, order }) => {
      const [commune, district] = play.offices as [PlayOffice, PlayOffice];
      const a = unitOf(play, district, codes.a, {});
      const b = unitOf(play, district, codes.b, {});
      await play.exchangeAll(true);
      const file = (late: boolean) => {
        for (const [place, { inA }] of people.filter((one) => one.late === late).entries()) {
          const official = commune.log.newId();
          play.write(commune, [
            { kind: "create", entity: "official", id: official, fields: { fullName: `Người ${place}` } },
            {
              kind: "create",
              entity: "assignment",
              id: commune.log.newId(),
              fields: { official, unit: inA ? a : b, post: postId, from: "2015" },
            },
          ]);
        }
      };
      file(false);
      await play.exchangeAll(false);
      // The district forms C from both, and the commune does not know of it yet.
      const predecessors = [a, b].sort().join(" ");
      let last = unitOf(play, district, codes.c, { predecessors, validFrom: merged });
      for (const id of [a, b]) {
        play.write(district, [{ kind: "update", entity: "unit", id, fields: { validTo: lastDay } }]);
      }
      for (let round = 0; round < again; round++) {
        const year = 2026 + round;
        play.write(district, [
          { kind: "update", entity: "unit", id: last, fields: { validTo: `${year}-06-30` } },
        ]);
        last = unitOf(play, district, codes.later(round), { predecessors: last, validFrom: `${year}-07-01` });
      }
      if (split) unitOf(play, district, codes.d, { predecessors: a, validFrom: merged });
      file(true);
      if (order) await play.receive(commune, district.write(commune, false));
      await play.receive(district, commune.write(district, false));
      await play.exchangeAll(false);

      const inA = people.filter((one) => one.inA).length;
      const inB = people.length - inA;
      const counted = (counts: Record<string, number>) =>
        Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
      for (const office of play.offices) {
        expect(await countsOn(office, lastDay)).toEqual(counted({ [codes.a]: inA, [codes.b]: inB }));
        const afterFirst = split ? { [codes.a]: inA, [codes.c]: inB } : { [codes.c]: people.length };
        expect(await countsOn(office, "2025-12-31")).toEqual(counted(afterFirst));
        const code = again === 0 ? codes.c : codes.later(again - 1);
        const afterAll = split ? { [codes.a]: inA, [code]: inB } : { [code]: people.length };
        expect(await countsOn(office, "2030-01-01")).toEqual(counted(afterAll));
      }
      checkAgreed(play);
      checkWhole(play);
    });
  });
});
