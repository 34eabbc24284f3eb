/** One value for everybody whom a filter finds: asked by the filter alone, told of while it lasts, stopped without a trace. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { type CellsWatch, previewMany, saveMany } from "./cell-editing";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";

const moment = { on: "2021-10-01" };
const order = { sorts: [], group: null };
const key = "official.hometown";

describe("one value for everybody whom a filter finds", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  let officials: Officials;
  beforeAll(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
    officials = new Officials(roster);
  });
  afterAll(async () => {
    await roster.close();
    place.remove();
  });

  const many = (more: object = {}) => ({
    filter: officialFilterSchema.parse({ moment, ...more }),
    order,
    ranges: null,
    columns: [key],
    value: "Xã Thử",
  });
  const told = async () => {
    const { rows } = await officials.page(many().filter, order, [key], 0, 1_000);
    return rows.map(({ cells }) => cells[0]?.text ?? "");
  };

  it("takes all of the list in slices as one change, which one undo takes back", async () => {
    const before = await told();
    expect(before.length).toBeGreaterThan(400);
    const seen: (readonly [number, number])[] = [];
    const watch: CellsWatch = { onProgress: (done, total) => seen.push([done, total]) };
    const preview = await previewMany(roster, place.environment, officials, many(), watch);
    expect([preview.count, preview.changed + preview.same + preview.refused]).toEqual([
      before.length,
      before.length,
    ]);
    expect(seen.at(-1)).toEqual([before.length, before.length]);
    expect(preview.rows).toHaveLength(200);
    expect(await told()).toEqual(before);

    seen.length = 0;
    const { changeId, preview: written } = await saveMany(
      roster,
      place.environment,
      officials,
      many(),
      watch,
    );
    expect(written).toEqual(preview);
    // Both halves of the work are told of, and none of them goes back.
    const shares = seen.map(([done, total]) => done / total);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.some((share) => share > 0.5)).toBe(true);
    expect(new Set(await told())).toEqual(new Set(["Xã Thử"]));
    roster.undo(changeId ?? 0);
    expect(await told()).toEqual(before);
  });

  it("takes those alone whom the filter finds", async () => {
    const { people } = await officials.list(many({ search: "Nguyễn Thị" }).filter, order);
    const preview = await previewMany(roster, place.environment, officials, many({ search: "Nguyễn Thị" }));
    expect(people.length).toBeGreaterThan(5);
    expect(preview.count).toBe(people.length);
  });

  it.each([
    ["while everybody is looked at", 0.2],
    ["while it is written", 0.7],
  ])("writes nothing where it is stopped %s", async (_when, share) => {
    const before = await told();
    const stop = new AbortController();
    const watch: CellsWatch = {
      signal: stop.signal,
      onProgress: (done, total) => {
        if (done / total >= share) stop.abort();
      },
    };
    await expect(saveMany(roster, place.environment, officials, many(), watch)).rejects.toMatchObject({
      code: "cancelled",
    });
    expect(await told()).toEqual(before);
    // The roster is free for the next change.
    const { changeId } = await saveMany(roster, place.environment, officials, {
      ...many(),
      ranges: [[0, 0]],
    });
    roster.undo(changeId ?? 0);
    expect(await told()).toEqual(before);
  });

  it("tells who is refused alike by how many they are and the first of them", async () => {
    const asked = { ...many(), columns: ["official.fullName"], value: null };
    const preview = await previewMany(roster, place.environment, officials, asked);
    expect([preview.changed, preview.refused]).toEqual([0, preview.count]);
    const [alike, ...others] = preview.refusedBy;
    expect(others).toEqual([]);
    expect(alike?.count).toBe(preview.count);
    const { rows } = await officials.page(asked.filter, order, [], 0, 3);
    expect(alike?.names).toEqual(rows.map(({ fullName }) => fullName));
    expect(preview.rows.length).toBeLessThan(preview.count);
    const saved = await saveMany(roster, place.environment, officials, asked);
    expect(saved.changeId).toBeNull();
  });
});
