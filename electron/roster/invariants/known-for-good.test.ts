/**
 * Invariant 21: an office may always know what it wrote or was once sent. After all is exchanged, a commune and its
 * district show the same of every post that the commune ever knew of and of who is there, and of everybody whom the
 * commune entered and who serves nowhere they show the same record.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldValue } from "../../../shared/domain/entities";
import { announce, holdsFor, inTheseHistories, timeout } from "../../testing/history/check";
import { type PlayOffice, unitIds } from "../../testing/history/office";
import type { Play } from "../../testing/history/play";
import { tableRows } from "../../testing/history/portrait";
import type { Step } from "../../testing/history/script";
import { opsInScope, unitsInScope } from "../read/scope";
import { sql } from "../file/sql";

announce("known-for-good");

const today = 20260101;
const nat = fc.nat({ max: 11 });
/** 0 is the district. */
const at = fc.nat({ max: 2 });

const steps = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ do: fc.constant("add" as const), at, unit: fc.nat({ max: 1 }) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("enter" as const), at }) },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant("edit" as const),
        at,
        row: nat,
        fields: fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 2 }),
        value: fc.nat({ max: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("remove" as const), at, row: nat }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("settle" as const), at, nth: nat, value: nat }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant("up" as const), at: fc.integer({ min: 1, max: 2 }) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant("down" as const), at: fc.integer({ min: 1, max: 2 }) }),
    },
  ),
  { minLength: 4, maxLength: 40, size: "max" },
);

function unitOf(commune: number): string {
  return unitIds[commune - 1] ?? "";
}

async function up(play: Play, commune: number): Promise<void> {
  await play.receive(play.office(0), play.office(commune).write(play.office(0), true));
}

async function down(play: Play, commune: number): Promise<void> {
  const [district, to] = [play.office(0), play.office(commune)];
  const units = unitsInScope(district.handle, unitOf(commune));
  const { ops } = opsInScope(district.handle, units, [to.key], today);
  await play.receive(to, district.writeWithin(to, ops));
}

/** Somebody without a post, as a record begins that is to be gone on with. */
function enter(play: Play, office: PlayOffice): void {
  const official = office.log.newId();
  const qualification = office.log.newId();
  play.write(office, [
    { kind: "create", entity: "official", id: official, fields: { fullName: "Chưa có việc", birth: "1990" } },
    {
      kind: "create",
      entity: "qualification",
      id: qualification,
      fields: { official, kind: "professional", level: "university" },
    },
  ]);
}

type Rows = Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;
const ofEntity = (rows: Rows, entity: string) =>
  Object.keys(rows).filter((key) => key.startsWith(`${entity} `));

/** People whom an office entered and who have no assignment, standing or not. */
function enteredWithoutPost(district: PlayOffice, by: Uint8Array, rows: Rows): string[] {
  const made = district.handle.raw<[Buffer]>(sql`
    SELECT op.row FROM op JOIN writer ON writer.id = op.writer
    WHERE op.created = 1 AND op.entity = 4 AND substr(writer.identity, 1, 32) = ${by}`);
  const posted = new Set(
    district.handle
      .raw<[string]>(sql`SELECT DISTINCT lower(hex(body)) FROM op WHERE entity = 5 AND created = 1`)
      .map(([body]) => body),
  );
  return made
    .map(([row]) => row.toString("hex"))
    .filter((hex) => ![...posted].some((body) => body.includes(hex)))
    .map((hex) => hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5"))
    .filter((id) => `official ${id}` in rows);
}

describe("an office", () => {
  it("is told for good what became of what it wrote or was once sent", { timeout }, async () => {
    let entered = 0;
    let moved = 0;
    await holdsFor(
      steps,
      150,
      async (play, script) => {
        for (const step of script) {
          if (step.do === "enter") enter(play, play.office(step.at));
          else if (step.do === "up") await up(play, step.at);
          else if (step.do === "down") await down(play, step.at);
          else await play.step(step satisfies Step);
        }
        for (let round = 0; round < 3; round++) {
          for (const commune of [1, 2]) await up(play, commune);
          for (const commune of [1, 2]) await down(play, commune);
        }
        const district = play.office(0);
        const all = tableRows(district.handle);
        for (const place of [1, 2]) {
          const commune = play.office(place);
          const own = tableRows(commune.handle);
          for (const key of ofEntity(own, "assignment")) {
            expect({ key, row: own[key] }).toEqual({ key, row: all[key] });
            if (own[key]?.["unit"] !== unitOf(place)) moved++;
          }
          for (const key of ofEntity(all, "assignment"))
            if (all[key]?.["unit"] === unitOf(place))
              expect({ key, row: own[key] }).toEqual({ key, row: all[key] });
          // Nobody and nothing is kept that the district knows to be gone.
          for (const entity of ["official", "qualification"])
            for (const key of ofEntity(own, entity)) expect(Object.keys(all)).toContain(key);
          for (const id of enteredWithoutPost(district, commune.key, all)) {
            entered++;
            expect(own[`official ${id}`]).toEqual(all[`official ${id}`]);
            const theirs = (rows: Rows) =>
              Object.fromEntries(
                ofEntity(rows, "qualification")
                  .filter((key) => rows[key]?.["official"] === id)
                  .sort()
                  .map((key) => [key, rows[key]]),
              );
            expect(theirs(own)).toEqual(theirs(all));
          }
        }
      },
      3,
    );
    // Histories in which nothing of the kind happened would prove nothing.
    expect(entered).toBeGreaterThan(inTheseHistories(150));
    expect(moved).toBeGreaterThan(inTheseHistories(30));
  });
});
