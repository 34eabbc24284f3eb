import { existsSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogEdit, officeGet } from "./catalog";
import { unitByCode } from "./new-roster";
import { verifyRoster } from "../roster/verify";
import { hashOf } from "../testing/command-line";
import { testSettings } from "../testing/settings";
import { madeOlder } from "../testing/older-roster";
import { type TestPlace, testPlace } from "../testing/sample-roster";
import { Workspace } from "./workspace";

describe("Workspace", () => {
  let place: TestPlace;
  let workspace: Workspace;
  let told: string[];
  let atPause = () => undefined as void;
  beforeEach(() => {
    place = testPlace();
    told = [];
    atPause = () => undefined;
    const pause = async () => atPause();
    const settings = testSettings(place.environment.home);
    workspace = new Workspace({ ...place.environment, pause }, settings, {
      changed: ({ session }) => told.push(session ? "session" : "content"),
      progress: (work, done, total, finished) => {
        if (work === "project") told.push(finished ? "project ended" : `project ${done}/${total}`);
      },
    });
  });
  afterEach(async () => {
    await workspace.close();
    await workspace.settings.settled();
    place.remove();
  });

  it("has nothing to answer before a roster is open", () => {
    expect(workspace.session()).toBeNull();
    expect(() => workspace.roster).toThrow(expect.objectContaining({ code: "no-roster-open" }));
  });

  it("opens the sample on its own day, makes it once, and remembers it", async () => {
    const first = await workspace.openSample();
    expect(first).toMatchObject({ isSample: true, defaultAsOf: "2021-10-01", readOnly: false });
    await workspace.close();
    const again = await workspace.openSample();
    expect(again.path).toBe(first.path);
    expect(workspace.settings.recent().map((entry) => entry.path)).toEqual([first.path]);
  });

  it("keeps the open roster when another one cannot be opened", async () => {
    const unit = unitByCode("08173", "2021-10-01");
    const open = await workspace.create(join(place.folder, "quang-yen"), unit.id);
    expect(open).toMatchObject({ fileName: "quang-yen.scb", unitName: "Xã Quảng Yên", isSample: false });
    const foreign = join(place.folder, "other.scb");
    writeFileSync(foreign, "not a roster");
    await expect(workspace.open(foreign)).rejects.toMatchObject({ code: "roster-foreign" });
    expect(workspace.session()?.path).toBe(open.path);
  });

  it("opens for looking only a roster that another program holds, and says who holds it", async () => {
    const unit = unitByCode("08173", "2021-10-01");
    const { path } = await workspace.create(join(place.folder, "a.scb"), unit.id);
    const second = new Workspace(place.environment, testSettings(place.environment.home), workspace.events);
    await expect(second.open(path)).rejects.toMatchObject({ code: "roster-locked" });
    expect(await second.open(path, { readOnly: true })).toMatchObject({
      readOnly: true,
      heldBy: { host: place.environment.hints.host },
    });
    await second.close();
    await second.settings.settled();
  });

  it("goes from looking to editing when it can, and goes on looking when it cannot", async () => {
    const unit = unitByCode("08173", "2021-10-01");
    const { path } = await workspace.create(join(place.folder, "a.scb"), unit.id);
    const second = new Workspace(place.environment, testSettings(place.environment.home), workspace.events);
    const looking = await second.open(path, { readOnly: true });
    await expect(second.open(path)).rejects.toMatchObject({ code: "roster-locked" });
    expect(second.session()).toMatchObject({ path, readOnly: true, opening: looking.opening });
    await workspace.close();
    const editing = await second.open(path);
    expect(editing).toMatchObject({ path, readOnly: false, heldBy: null });
    expect(editing.opening).not.toBe(looking.opening);
    const link = join(place.folder, "link.scb");
    symlinkSync(path, link);
    expect(await second.open(link)).toEqual(editing);
    await second.close();
    await second.settings.settled();
  });

  it("goes on under another name with what is open, and says that it is the same", async () => {
    const unit = unitByCode("08173", "2021-10-01");
    const open = await workspace.create(join(place.folder, "a.scb"), unit.id);
    rmSync(open.path);
    expect(() => workspace.roster.write({ action: "edit", edits: [] })).toThrow(
      expect.objectContaining({ code: "roster-replaced" }),
    );
    await expect(workspace.saveAs(join(place.folder, "no", "b"))).rejects.toMatchObject({
      code: "folder-missing",
    });
    const saved = await workspace.saveAs(join(place.folder, "b"));
    expect(saved).toMatchObject({ fileName: "b.scb", opening: open.opening, unitName: open.unitName });
    expect(existsSync(open.path)).toBe(false);
    expect(verifyRoster(saved.path)).toMatchObject({ ok: true, problems: [] });
  });

  it("saves what is open under the deleted file's own name, and goes on there", async () => {
    const unit = unitByCode("08173", "2021-10-01");
    const open = await workspace.create(join(place.folder, "a.scb"), unit.id);
    rmSync(open.path);
    expect(await workspace.saveAs(open.path)).toMatchObject({ path: open.path, readOnly: false });
    const { id } = officeGet(workspace.roster);
    catalogEdit(workspace.roster, "office", id, { signerName: "Trần Quốc Hưng" }, null);
    await workspace.close();
    expect(verifyRoster(open.path)).toMatchObject({ ok: true, problems: [] });
    await workspace.open(open.path);
    expect(officeGet(workspace.roster).fields["signerName"]).toBe("Trần Quốc Hưng");
  });

  describe("with a roster of an older program", () => {
    let path: string;
    beforeEach(async () => {
      const unit = unitByCode("08173", "2021-10-01");
      ({ path } = await workspace.create(join(place.folder, "cu.scb"), unit.id));
      await workspace.close();
      madeOlder(path);
      told.length = 0;
    });

    it("tells how far the tables made anew are, and opens it", async () => {
      expect(await workspace.open(path)).toMatchObject({ path, readOnly: false });
      expect(told[0]).toMatch(/^project [1-9]\d*\/[1-9]\d*$/);
      expect(told).toContain("project ended");
      expect(told.indexOf("project ended")).toBeGreaterThan(0);
      await workspace.close();
      told.length = 0;
      await workspace.open(path);
      expect(told.filter((one) => one.startsWith("project"))).toEqual([]);
    });

    it("opens it for looking by a copy, told alike", async () => {
      const before = hashOf(path);
      expect(await workspace.open(path, { readOnly: true })).toMatchObject({ readOnly: true });
      expect(told).toContain("project ended");
      await workspace.close();
      expect(hashOf(path)).toBe(before);
    });

    it("leaves the open roster open where the user stops it, and can do it later", async () => {
      const unit = unitByCode("08203", "2021-10-01");
      const open = await workspace.create(join(place.folder, "b.scb"), unit.id);
      atPause = () => workspace.cancel();
      await expect(workspace.open(path)).rejects.toMatchObject({ code: "cancelled" });
      expect(told.at(-1)).toBe("project ended");
      expect(workspace.session()?.path).toBe(open.path);
      atPause = () => undefined;
      expect(await workspace.open(path)).toMatchObject({ path });
      expect(verifyRoster(path)).toMatchObject({ ok: true, problems: [] });
    });
  });

  it("does one long work at a time and can stop it", async () => {
    const working = workspace.working(
      (signal) => new Promise<string>((done) => signal.addEventListener("abort", () => done("stopped"))),
    );
    await expect(workspace.working(() => Promise.resolve("second"))).rejects.toMatchObject({ code: "busy" });
    workspace.cancel();
    expect(await working).toBe("stopped");
  });
});
