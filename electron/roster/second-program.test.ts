// Two programs at one roster, as processes of their own: one writes at a time, and none is kept out by one that is gone.
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { host } from "../files/host-system";
import { RosterProgram } from "../testing/roster-process";
import { catalogEdits, testEnvironment, testMachine, testRoster, unitId } from "../testing/rosters";
import { sql } from "./file/sql";
import { openRoster, openRosterReadOnly } from "./roster";

const program = new RosterProgram();
beforeAll(() => program.build());
afterAll(() => program.remove());

async function closedRoster() {
  const made = await testRoster();
  made.roster.log.write({ action: "init", user: "Hoa", edits: catalogEdits() });
  await made.roster.close();
  const home = join(made.folder, "home");
  return { ...made, home, environment: testEnvironment(home, Date.UTC(2031, 0, 1)) };
}

async function nameOf(path: string): Promise<string | undefined> {
  const reader = await openRosterReadOnly(path);
  try {
    return reader.db.value<string>(sql`SELECT name FROM unit WHERE pk = 1`);
  } finally {
    reader.close();
  }
}

describe.skipIf(host.openFileStays)("two programs", () => {
  it("contend: one holds the roster, the other is told by whom, until it is closed", async () => {
    const { path, home, environment } = await closedRoster();
    const first = await program.start(path, { home });
    expect(first.opened).toMatchObject({ code: "ok" });
    const second = await program.start(path, { home });
    expect(second.opened).toMatchObject({ code: "roster-locked", params: { path, host: testMachine.host } });
    await expect(openRoster(path, environment)).rejects.toMatchObject({ code: "roster-locked" });
    expect(await first.running.renames(unitId, "Một")).toMatchObject({ code: "ok" });
    expect(await first.running.closes()).toMatchObject({ code: "ok" });
    const third = await program.start(path, { home });
    expect(third.opened).toMatchObject({ code: "ok" });
    await third.running.closes();
    expect(await nameOf(path)).toBe("Một");
  });

  it("start at once: exactly one of many gets it", async () => {
    const { path, home } = await closedRoster();
    const all = await Promise.all([1, 2, 3, 4].map(() => program.start(path, { home })));
    expect(all.map(({ opened }) => opened.code).sort()).toEqual([
      "ok",
      "roster-locked",
      "roster-locked",
      "roster-locked",
    ]);
    for (const { running } of all) await running.end();
  });

  it("a program that is killed keeps nobody out, and what it had saved is there", async () => {
    const { path, home, environment, folder } = await closedRoster();
    const { running } = await program.start(path, { home });
    expect(await running.renames(unitId, "Trước khi chết")).toMatchObject({ code: "ok" });
    await running.end("SIGKILL");
    expect(existsSync(`${path}.holder`)).toBe(true);
    const roster = await openRoster(path, environment);
    expect(roster.db.value(sql`SELECT name FROM unit WHERE pk = 1`)).toBe("Trước khi chết");
    await roster.close();
    expect(readdirSync(folder).sort()).toEqual(["home", "so.scb"]);
  });

  it("a program that sleeps still holds it, and goes on afterwards", async () => {
    const { path, home, environment } = await closedRoster();
    const { running } = await program.start(path, { home });
    running.signal("SIGSTOP");
    // Longer than any lock that had to be refreshed would be believed with this clock.
    await wait(300);
    await expect(openRoster(path, environment)).rejects.toMatchObject({ code: "roster-locked" });
    running.signal("SIGCONT");
    expect(await running.renames(unitId, "Sau khi ngủ")).toMatchObject({ code: "ok" });
    expect(await running.closes()).toMatchObject({ code: "ok" });
  });

  it("a program that lost the lock in its sleep goes on where nobody wrote, and writes over nobody", async () => {
    const { path, home, folder } = await closedRoster();
    const { running } = await program.start(path, { home });
    running.signal("SIGSTOP");
    for (const end of [".lock", ".holder"]) rmSync(path + end);
    running.signal("SIGCONT");
    expect(await running.renames(unitId, "Một mình")).toMatchObject({ code: "ok" });
    running.signal("SIGSTOP");
    for (const end of [".lock", ".holder"]) rmSync(path + end);
    const other = await program.start(path, { home: join(folder, "home-2") });
    expect(other.opened).toMatchObject({ code: "ok" });
    expect(await other.running.renames(unitId, "Của người khác")).toMatchObject({ code: "ok" });
    running.signal("SIGCONT");
    expect(await running.renames(unitId, "Ghi đè")).toMatchObject({ code: "lock-lost" });
    await other.running.closes();
    for (let again = 0; again < 2; again++)
      expect(await running.renames(unitId, "Ghi đè")).toMatchObject({ code: "roster-changed" });
    expect(await running.closes()).toMatchObject({ code: "ok" });
    expect(await nameOf(path)).toBe("Của người khác");
    expect(readdirSync(folder).sort()).toEqual(["home", "home-2", "so.scb"]);
  });

  it("of two machines that share a folder without locks, the one that was taken over writes no more", async () => {
    const { path, home, folder } = await closedRoster();
    const first = await program.start(path, { home });
    // The lock does not reach the other machine: there, another file has its name.
    renameSync(`${path}.lock`, join(folder, "lock-over-there"));
    const hints = { ...testMachine, host: "may-2", addresses: ["02:00:00:00:00:02"] };
    const there = { home: join(folder, "home-2"), hints };
    const second = await program.start(path, there);
    expect(second.opened).toMatchObject({ code: "roster-left", params: { host: testMachine.host } });
    const taken = await program.start(path, { ...there, takeOver: true });
    expect(taken.opened).toMatchObject({ code: "ok" });
    expect(await first.running.renames(unitId, "Một")).toMatchObject({
      code: "lock-lost",
      params: { host: "may-2" },
    });
    expect(await taken.running.renames(unitId, "Hai")).toMatchObject({ code: "ok" });
    await taken.running.closes();
    expect(await first.running.closes()).toMatchObject({ code: "ok" });
    expect(await nameOf(path)).toBe("Hai");
  });
});
