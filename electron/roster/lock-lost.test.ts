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
    lockRoster: (...args: Parameters<typeof real.lockRoster>) => {
      const [path] = args;
      const taken = real.lockRoster(...args);
      return {
        release: () => taken.release(),
        check: () => {
          if (lock.lost) throw appError("lock-lost", { path, host: "may-2", user: "Bình", since: "x" });
          return taken.check();
        },
      };
    },
  };
});
beforeEach(() => {
  lock.lost = false;
});

const request = { action: "edit", user: "Hoa", edits: catalogEdits() };
const refusal = { code: "lock-lost", params: { host: "may-2", user: "Bình" } };

it("refuses every further change", async () => {
  const { roster } = await testRoster();
  const before = dumpTables(roster.db);
  lock.lost = true;
  expect(() => roster.log.write(request)).toThrow(expect.objectContaining({ code: "lock-lost" }));
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
  await expect(openRoster(path, environment, { projecting: { pause } })).rejects.toMatchObject(refusal);
  lock.lost = false;
  const pauses = vi.fn(() => Promise.resolve());
  await (await openRoster(path, environment, { projecting: { pause: pauses } })).close();
  expect(pauses).toHaveBeenCalled();
});
