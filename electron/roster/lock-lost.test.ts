// Another machine took the lock while this one slept: nothing more is written here.
import { beforeEach, expect, it, vi } from "vitest";
import { appError } from "../../shared/contract/errors";
import { madeOlder } from "../testing/older-roster";
import { catalogEdits, dumpTables, testEnvironment, testRoster } from "../testing/rosters";
import { openRoster } from "./roster";

const lock = vi.hoisted(() => ({ lost: false }));
vi.mock("./file/roster-lock", async (original) => {
  const real = await original<typeof import("./file/roster-lock")>();
  return {
    ...real,
    lockRoster: async (path: string, now: number) => ({
      ...(await real.lockRoster(path, now)),
      check: () => {
        if (lock.lost) throw appError("roster-locked", { path, host: "may-2", user: "Bình", since: "x" });
      },
    }),
  };
});
beforeEach(() => {
  lock.lost = false;
});

const request = { action: "edit", user: "Hoa", edits: catalogEdits() };
const refusal = { code: "roster-locked", params: { host: "may-2", user: "Bình" } };

it("refuses every further change", async () => {
  const { roster } = await testRoster();
  const before = dumpTables(roster.db);
  lock.lost = true;
  expect(() => roster.log.write(request)).toThrow(expect.objectContaining({ code: "roster-locked" }));
  expect(dumpTables(roster.db)).toEqual(before);
});

it("breaks off making the tables anew", async () => {
  const { roster, path, folder } = await testRoster();
  roster.log.write(request);
  await roster.close();
  madeOlder(path);
  const environment = testEnvironment(`${folder}/home`);
  const pause = async () => {
    lock.lost = true;
  };
  await expect(openRoster(path, environment, { pause })).rejects.toMatchObject(refusal);
  lock.lost = false;
  const pauses = vi.fn(() => Promise.resolve());
  await (await openRoster(path, environment, { pause: pauses })).close();
  expect(pauses).toHaveBeenCalled();
});
