// Files are traded by rosters of a million ops: whatever is asked for each op, row or conflict must come from an index.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WriteHandle } from "../file/handle";
import { sql, type Sql } from "../file/sql";
import { newestReception } from "./receptions";
import { packetOf } from "../../testing/op-files";
import { type PlayOffice, unitIds, World } from "../../testing/history/office";
import { Play } from "../../testing/history/play";
import { conflictDetail, conflictKeys } from "./conflicts";
import { heldWriters, writerRows } from "../log/held-writers";
import { gapsOf } from "./offices";
import { everything, permitted } from "../log/outgoing";
import { opsInScope, unitsInScope } from "./scope";

let world: World;
let play: Play;
let office: PlayOffice;

beforeAll(async () => {
  world = new World();
  play = new Play(world, 2);
  await play.run([
    { do: "edit", at: 0, row: 4, fields: [0], value: 1 },
    { do: "edit", at: 1, row: 4, fields: [0], value: 2 },
    { do: "remove", at: 1, row: 7 },
    { do: "add", at: 1, unit: 1 },
    // A clone, so that a writer is cut into pieces.
    { do: "backup", at: 1 },
    { do: "add", at: 1, unit: 1 },
    { do: "send", at: 1, to: 0, whole: true },
    { do: "goBack", at: 1, nth: 0, withHome: true },
    { do: "add", at: 1, unit: 2 },
  ]);
  office = play.office(0);
});

afterAll(() => {
  play.close();
  world.close();
});

type Ask = (query: Sql) => unknown;

/** Does something and gives the plan of every statement that it ran, each once. */
async function plansOf(handle: WriteHandle, work: () => unknown): Promise<string[]> {
  const plans = new Map<string, string[]>();
  const open = handle as unknown as Record<string, Ask>;
  const asks = ["get", "all", "raw", "value", "run"];
  const plain = Object.fromEntries(asks.map((ask) => [ask, (open[ask] as Ask).bind(handle)]));
  for (const ask of asks) {
    open[ask] = (asked) => {
      const { text } = asked;
      if (!plans.has(text)) {
        const steps = plain["all"]?.(sql`EXPLAIN QUERY PLAN ${asked}`) as { detail: string }[];
        plans.set(
          text,
          steps.map(({ detail }) => `${detail} — ${text.replace(/\s+/g, " ").trim()}`),
        );
      }
      return plain[ask]?.(asked);
    };
  }
  try {
    await work();
  } finally {
    for (const ask of asks) delete open[ask];
  }
  return [...plans.values()].flat();
}

/** Walks through a table that grows with the people in it; `op_standing` holds only what waits or was refused. */
const walks = (plans: readonly string[]) =>
  plans.filter((step) =>
    /^SCAN (?:op(?! USING INDEX op_standing)|other|later|change|official|assignment|qualification|receipt|hidden)\b/.test(
      step,
    ),
  );

describe("query plans of trading files", () => {
  it("search an index for each op and row that arrives", async () => {
    const file = play.office(1).write(office, true);
    const plans = await plansOf(office.handle, async () => {
      const session = office.beginReceive();
      await session.add(packetOf(file));
      office.log.keepReceived();
    });
    play.note(office);
    expect(office.handle.value(sql`SELECT count(DISTINCT identity) FROM writer WHERE forked = 1`)).toBe(1);
    expect(plans.length).toBeGreaterThan(25);
    expect(walks(plans)).toEqual([]);
  });

  it("search an index for each op and row of a reception that is taken back", async () => {
    const id = newestReception(office.handle);
    const plans = await plansOf(office.handle, () => office.log.undoReception(id ?? 0, "x"));
    play.note(office);
    expect(plans.length).toBeGreaterThan(15);
    expect(walks(plans)).toEqual([]);
  });

  it("search an index for the ops that a file carries, and for what is held of each writer", async () => {
    const plans = await plansOf(office.handle, () => {
      const db = office.handle;
      const holds = heldWriters(db, () => true);
      for (const run of everything(db, holds, () => false).runs) [...run.ops].forEach(() => undefined);
      for (const run of everything(db, null, () => false).runs) [...run.ops].forEach(() => undefined);
      const ids = new Set(db.raw<[number]>(sql`SELECT id FROM op WHERE id < 20`).map(([id]) => id));
      const { runs } = permitted(db, ids, () => false);
      for (const run of runs) [...run.ops].forEach(() => undefined);
      const writers = writerRows(db);
      for (const { identity } of writers) gapsOf(db, identity.subarray(0, 32), writers);
    });
    expect(walks(plans)).toEqual([]);
  });

  it("search an index for a commune's people, reading whole only what is short or what every commune gets", async () => {
    const plans = await plansOf(office.handle, () => {
      opsInScope(office.handle, unitsInScope(office.handle, unitIds[0]), [office.key], 20260101);
    });
    expect(walks(plans).map((step) => step.split(" — ")[0])).toEqual(["SCAN hidden"]);
  });

  it("list conflicts from their own list, and each of them from an index", async () => {
    const [conflict] = conflictKeys(office.handle);
    expect(conflict).toBeDefined();
    const plans = await plansOf(office.handle, () => {
      if (conflict !== undefined) conflictDetail(office.handle, conflict);
    });
    expect(walks(plans)).toEqual([]);
  });
});
