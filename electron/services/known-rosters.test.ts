/** What the open roster answers by the knowledge of a past day, and when that is made, kept and given up. */
import { byName } from "../../shared/columns/table-column";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unitOptions } from "./catalog";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { saveOfficial } from "./records";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";

const on = "2021-10-01";
const dayMs = 86_400_000;

describe("a roster as known on a past day", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  let ahead = 0;
  beforeEach(async () => {
    const plain = testPlace();
    ahead = 0;
    const { now } = plain.environment;
    place = { ...plain, environment: { ...plain.environment, now: () => now() + ahead } };
    roster = await openThanhBa(place);
  });
  afterEach(async () => {
    await roster.close();
    place.remove();
  });

  /** Somebody's name in the grid, and the same person's record. */
  async function nameOf(id: string, knownOn?: string): Promise<string[]> {
    const moment = knownOn === undefined ? { on } : { on, knownOn };
    const officials = new Officials(roster);
    const filter = {
      moment,
      search: "",
      unitId: null,
      unitOnly: false,
      postId: null,
      standard: null,
      statuses: null,
      complement: false,
      serving: "all" as const,
    };
    const place = await officials.indexOf(filter, byName, id);
    const { rows } = await officials.page(filter, byName, [], place, 1);
    const { official } = await officials.get(id, moment);
    return [rows[0]?.fullName ?? "", String(official["fullName"])];
  }

  async function somebody(): Promise<string> {
    const { index, people } = await new Officials(roster).list(
      {
        moment: { on },
        search: "",
        unitId: null,
        unitOnly: false,
        postId: null,
        standard: null,
        statuses: null,
        complement: false,
        serving: "serving",
      },
      byName,
    );
    const pk = index.facts.people.pk[people[0] ?? 0] ?? 0;
    const { officialIds } = await import("../roster/read/officials");
    return officialIds(roster.db, [pk]).get(pk) ?? "";
  }

  const rename = (id: string, fullName: string) =>
    saveOfficial(roster, place.environment, {
      action: "correct",
      reason: null,
      officialId: id,
      official: { id, isNew: false, fields: { fullName } },
      rows: [],
      removed: [],
    });

  it("shows what was recorded then in grid and record, and nothing of what came later", async () => {
    const id = await somebody();
    const [before] = await nameOf(id);
    ahead = 10 * dayMs;
    await rename(id, "Đặng Tên Mới");
    expect(await nameOf(id)).toEqual(["Đặng Tên Mới", "Đặng Tên Mới"]);
    expect(await nameOf(id, "2026-10-02")).toEqual([before, before]);
    expect(await nameOf(id, "2026-10-11")).toEqual(["Đặng Tên Mới", "Đặng Tên Mới"]);
  });

  it("can only be read, and asks no other past of the past", async () => {
    ahead = 10 * dayMs;
    const past = await roster.at({ knownOn: "2026-10-02" });
    expect(past.readOnly).toBe(true);
    expect(() => past.write({ action: "edit", reason: null, edits: [] })).toThrow(
      expect.objectContaining({ code: "roster-readonly" }),
    );
    expect(await past.at({ knownOn: "2026-09-01" })).toBe(past);
  });

  it("is the roster itself for a day that is not over, and where no day is named", async () => {
    expect(await roster.at({ knownOn: "2026-10-01" })).toBe(roster);
    expect(await roster.at({ knownOn: "2030-01-01" })).toBe(roster);
    expect(await roster.at({ knownOn: null })).toBe(roster);
    expect(await roster.at({})).toBe(roster);
  });

  it("is made once for all questions about a day, and kept for two days", async () => {
    ahead = 10 * dayMs;
    const [one, same] = await Promise.all([
      roster.at({ knownOn: "2026-10-02" }),
      roster.at({ knownOn: "2026-10-02" }),
    ]);
    expect(same).toBe(one);
    await roster.at({ knownOn: "2026-10-03" });
    expect(await roster.at({ knownOn: "2026-10-02" })).toBe(one);
    await roster.at({ knownOn: "2026-10-04" });
    expect(await roster.at({ knownOn: "2026-10-02" })).toBe(one);
    expect(await roster.at({ knownOn: "2026-10-03" })).not.toBe(one);
  });

  it("stays as it was when something is written later, also by a clock that was set back, and tells of the clock", async () => {
    const id = await somebody();
    const [before] = await nameOf(id);
    ahead = 10 * dayMs;
    const past = await roster.at({ knownOn: "2026-10-05" });
    await rename(id, "Đặng Sau Đó");
    expect(await roster.at({ knownOn: "2026-10-05" })).toBe(past);
    expect(past.past).toEqual({ doubted: 0, began: "2026-10-01" });
    // A clock that was set back: it seems to be a day that was looked at already, but the log knows its order.
    ahead = 2 * dayMs;
    await rename(id, "Đặng Trước Đó");
    ahead = 12 * dayMs;
    expect(await nameOf(id, "2026-10-05")).toEqual([before, before]);
    expect((await roster.at({ knownOn: "2026-10-05" })).past).toEqual({
      doubted: 1,
      began: "2026-10-01",
    });
    await rename(id, "Đặng Về Sau");
    expect(await nameOf(id, "2026-10-12")).toEqual(["Đặng Sau Đó", "Đặng Sau Đó"]);
    ahead = 20 * dayMs;
    expect(await nameOf(id, "2026-10-13")).toEqual(["Đặng Về Sau", "Đặng Về Sau"]);
    expect(roster.past).toBeNull();
  });

  it("hides nothing of what follows a clock that once ran ahead", async () => {
    const id = await somebody();
    ahead = 5 * 365 * dayMs;
    await rename(id, "Đặng Năm Xa");
    ahead = 3 * dayMs;
    await rename(id, "Đặng Đúng Giờ");
    ahead = 10 * dayMs;
    expect(await nameOf(id, "2026-10-04")).toEqual(["Đặng Đúng Giờ", "Đặng Đúng Giờ"]);
    expect((await roster.at({ knownOn: "2026-10-04" })).past).toEqual({
      doubted: 1,
      began: "2026-10-01",
    });
  });

  it("can be given up while it is made, and made later", async () => {
    ahead = 10 * dayMs;
    const progress: number[][] = [];
    roster.watchPast((done, total) => progress.push([done, total]));
    const making = roster.at({ knownOn: "2026-10-02" });
    roster.stopPast();
    await expect(making).rejects.toMatchObject({ code: "cancelled" });
    const made = await roster.at({ knownOn: "2026-10-02" });
    expect(unitOptions(made.catalog(), { query: "quang yen", on, level: "all", limit: 5 })).toHaveLength(1);
    expect(progress.at(-1)).toEqual([0, 0]);
    expect(progress.some(([done = 0, total = 0]) => done > 0 && done <= total)).toBe(true);
  });
});
