/**
 * Transfers of one person that several offices record, each without knowing of the others: once all is exchanged, every
 * office counts the person in the same commune, on every day, and asks the same thing to be settled, until somebody has.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { createTranslate } from "../../../shared/i18n";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { announce, checkAgreed, checkWhole, holdsFor, timeout } from "../../testing/history/check";
import { type PlayOffice, postId, unitIds } from "../../testing/history/office";
import type { Play } from "../../testing/history/play";
import type { Edit } from "../edit/edits";
import { sql } from "../file/sql";
import { conflictId, conflictKeys } from "../read/conflicts";
import { readHere } from "../read/index/people-reading";
import { RosterIndex } from "../read/index/roster-index";
import { runningMainPosts, withSeveralMainPosts } from "../read/main-posts";
import { officialId } from "../read/officials";

announce("transfers");

const t = createTranslate("vi");
const days = ["2018-01-01", "2024-06-30", "2024-07-01", "2024-09-01", "2026-01-01"];
const place = fc.nat({ max: 2 });

const transfer = fc.record({
  unit: place,
  /** Almost always of one day: that is what leaves nothing but what all share to decide by. */
  late: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  /** Files to one another before the next office records its own, which it then knows of. */
  told: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: place }),
});
const history = fc.record({
  transfers: fc.array(transfer, { minLength: 2, maxLength: 3 }),
  files: fc.array(fc.record({ from: place, to: place, whole: fc.boolean() }), { maxLength: 6 }),
  settles: place,
  keep: place,
});

/** In which commune each person is counted, by day. */
async function counted(office: PlayOffice): Promise<Record<string, readonly string[]>> {
  const pause = () => Promise.resolve();
  const index = await RosterIndex.load(office.handle, t, readHere(office.handle, { pause }));
  const codeOf = (unit: number) => index.catalog.units.find((one) => one.index === unit)?.code ?? "";
  return Object.fromEntries(
    days.map((day) => {
      const snapshot = index.snapshot(isoToPacked(day));
      const people = Array.from({ length: snapshot.count }, (_, person) => {
        const pk = index.facts.people.pk[person] ?? 0;
        return `${officialId(office.handle, pk)} ${codeOf(snapshot.columns.unit[person] ?? -1)}`;
      });
      return [day, people.sort()];
    }),
  );
}

/** What the offices ask people to settle: main posts and conflicts, in the order in which they list them. */
function asked({ handle }: PlayOffice) {
  const people = withSeveralMainPosts(handle);
  return {
    people: people.map((id) => ({ id, posts: runningMainPosts(handle, uuidToBytes(id)) })),
    conflicts: conflictKeys(handle).map(conflictId).sort(),
  };
}

/** Ends the posts that somebody has in an office's eyes, and gives them one in a commune from the day after. */
function transferEdits(office: PlayOffice, official: string, unit: string, late: boolean): Edit[] {
  const [end, from] = late ? ["2024-08-31", "2024-09-01"] : ["2024-06-30", "2024-07-01"];
  return [
    ...runningMainPosts(office.handle, uuidToBytes(official)).map(
      (id): Edit => ({ kind: "update", entity: "assignment", id, fields: { to: end } }),
    ),
    {
      kind: "create",
      entity: "assignment",
      id: office.log.newId(),
      fields: { official, unit, post: postId, from, main: true },
    },
  ];
}

async function checkSame(play: Play): Promise<void> {
  const [first] = play.offices;
  if (first === undefined) return;
  const [figures, open] = [await counted(first), asked(first)];
  for (const office of play.offices) {
    expect({ office: office.name, figures: await counted(office) }).toEqual({ office: office.name, figures });
    expect({ office: office.name, ...asked(office) }).toEqual({ office: office.name, ...open });
  }
  for (const people of Object.values(figures)) {
    const ids = people.map((one) => one.split(" ")[0]);
    expect(new Set(ids).size).toBe(ids.length);
  }
}

/** Communes in which an office has a running main post of somebody. */
function communesOf({ handle }: PlayOffice, official: string): Set<number> {
  const rows = runningMainPosts(handle, uuidToBytes(official)).map(uuidToBytes);
  return new Set(
    rows.map((row) => handle.value<number>(sql`SELECT unit FROM assignment WHERE id = ${row}`) ?? 0),
  );
}

it("transfers of one person by several offices count alike everywhere, and are asked everywhere", {
  timeout,
}, async () => {
  const seen = { asked: 0, alike: 0 };
  await holdsFor(
    history,
    40,
    async (play, { transfers, files, settles, keep }) => {
      const [first] = play.offices;
      if (first === undefined) return;
      const official = first.log.newId();
      play.write(first, [
        { kind: "create", entity: "official", id: official, fields: { fullName: "Người", birth: "1980" } },
        {
          kind: "create",
          entity: "assignment",
          id: first.log.newId(),
          fields: { official, unit: unitIds[0], post: postId, from: "2015", main: true },
        },
      ]);
      await play.exchangeAll(true);
      for (const [by, { unit, late, told }] of transfers.entries()) {
        const office = play.office(by);
        play.write(office, transferEdits(office, official, unitIds[unit] ?? unitIds[0], late));
        if (told !== null && told !== by) await play.step({ do: "send", at: by, to: told, whole: true });
      }
      for (const { from, to, whole } of files) await play.step({ do: "send", at: from, to, whole });
      await play.exchangeAll(transfers.length % 2 === 0);
      await checkSame(play);
      const open = communesOf(first, official).size > 1;
      for (const office of play.offices) {
        expect(withSeveralMainPosts(office.handle)).toEqual(open ? [official] : []);
        const figures = await counted(office);
        for (const day of days) expect(figures[day]).toHaveLength(1);
      }
      if (open) seen.asked++;
      else seen.alike++;
      // Somebody settles it, as the list of conflicts does; then nobody is asked any more.
      const judge = play.office(settles);
      const posts = runningMainPosts(judge.handle, uuidToBytes(official));
      const kept = posts[keep % Math.max(1, posts.length)];
      play.write(
        judge,
        posts
          .filter((id) => id !== kept)
          .map((id): Edit => ({ kind: "update", entity: "assignment", id, fields: { main: false } })),
      );
      await play.exchangeAll(false);
      await checkSame(play);
      for (const office of play.offices) expect(withSeveralMainPosts(office.handle)).toEqual([]);
      checkAgreed(play);
      checkWhole(play);
    },
    3,
  );
  expect(seen.asked).toBeGreaterThan(5);
  expect(seen.alike).toBeGreaterThan(0);
});
