/**
 * Invariant 18: after all is exchanged, a commune's figures of its own unit are those that the offices above have of it,
 * on any day and by any standard, and so are the people behind them.
 */
import { describe, expect, it } from "vitest";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { createTranslate } from "../../../shared/i18n";
import { countByUnit, countsOfUnit } from "../../../shared/statistics/by-unit";
import { announce, holdsFor, timeout } from "../../testing/history/check";
import { levelSteps, takeLevelStep } from "../../testing/history/level-steps";
import { Levels, places } from "../../testing/history/levels";
import type { PlayOffice } from "../../testing/history/office";
import { sql } from "../file/sql";
import { readHere } from "../read/index/people-reading";
import { RosterIndex } from "../read/index/roster-index";
import { officialId } from "../read/officials";

announce("own-figures");

const t = createTranslate("vi");
const days = ["2014-07-01", "2018-01-01", "2021-07-01", "2024-06-30", "2026-01-01"];

interface Figures {
  readonly people: readonly string[];
  readonly totals: readonly object[];
  /** By standard. */
  readonly standards: readonly object[];
}

/** Figures and people of some units on a day: what `stats`, the table and the grid count. */
async function figuresOf(office: PlayOffice, units: ReadonlySet<string>): Promise<Map<string, Figures>> {
  const pause = () => Promise.resolve();
  const index = await RosterIndex.load(office.handle, t, readHere(office.handle, { pause }));
  const { catalog } = index;
  const own = catalog.units.filter(({ id }) => units.has(id)).sort((a, b) => (a.code < b.code ? -1 : 1));
  const codes = new Map(own.map(({ index: place, code }) => [place, code]));
  return new Map(
    days.map((day) => {
      const snapshot = index.snapshot(isoToPacked(day));
      const table = countByUnit(snapshot, catalog.units.length);
      const people: string[] = [];
      for (let person = 0; person < snapshot.count; person++) {
        const code = codes.get(snapshot.columns.unit[person] ?? -1);
        const pk = index.facts.people.pk[person] ?? 0;
        if (code !== undefined) people.push(`${officialId(office.handle, pk)} ${code}`);
      }
      const counts = own.map(({ index: place, code }) => ({ code, ...countsOfUnit(table, place) }));
      return [
        day,
        {
          people: people.sort(),
          totals: counts.map(({ code, total, mainUnclear }) => ({ code, total, mainUnclear })),
          standards: counts,
        },
      ];
    }),
  );
}

/** People of whom one office has a diploma that the other was never told of. */
function withLaterDiplomas(has: PlayOffice, lacks: PlayOffice): ReadonlySet<string> {
  const rows = (office: PlayOffice) =>
    office.handle.raw<[Buffer, Buffer]>(sql`
      SELECT qualification.id, official.id FROM qualification
      JOIN official ON official.pk = qualification.official`);
  const known = (row: Buffer) =>
    lacks.handle.value<number>(sql`SELECT 1 FROM op WHERE row = ${row} LIMIT 1`) !== undefined;
  return new Set(rows(has).flatMap(([row, official]) => (known(row) ? [] : [bytesToUuid(official)])));
}

describe("a commune's figures of its own unit", () => {
  it("are those of the offices above", { timeout }, async () => {
    const seen = { counted: 0, whole: 0, totalsOnly: 0 };
    await holdsFor(
      levelSteps,
      80,
      async (play, script) => {
        const levels = await Levels.begin(play);
        for (const step of script) await takeLevelStep(levels, step);
        await levels.exchangeAll();
        for (const [place, { name }] of places.entries()) {
          const office = levels.office(place);
          const units = levels.scopeOf(place);
          const own = await figuresOf(office, units);
          for (const higher of levels.above(place)) {
            const later = withLaterDiplomas(levels.office(higher), office);
            for (const [day, figures] of await figuresOf(levels.office(higher), units)) {
              const mine = own.get(day);
              const [people, totals] = [mine?.people, mine?.totals];
              seen.counted += figures.people.length;
              expect({ name, day, people, totals }).toEqual({
                name,
                day,
                people: figures.people,
                totals: figures.totals,
              });
              // What was entered of somebody after they left is not told; it may count on days before.
              if (figures.people.some((one) => later.has(one.split(" ")[0] ?? ""))) seen.totalsOnly++;
              else {
                seen.whole++;
                expect({ name, day, standards: mine?.standards }).toEqual({
                  name,
                  day,
                  standards: figures.standards,
                });
              }
            }
          }
        }
      },
      places.length,
    );
    // Histories in which nobody was counted, or little was compared, would prove nothing.
    expect(seen.counted).toBeGreaterThan(500);
    expect(seen.totalsOnly).toBeLessThan(seen.whole / 20);
  });
});
