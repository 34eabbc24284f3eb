import { writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SettingsStore } from "../files/settings";
import { unitByCode } from "./new-roster";
import { type TestPlace, testPlace } from "../testing/sample-roster";
import { Workspace } from "./workspace";

describe("Workspace", () => {
  let place: TestPlace;
  let workspace: Workspace;
  let told: string[];
  beforeEach(() => {
    place = testPlace();
    told = [];
    workspace = new Workspace(place.environment, new SettingsStore(place.environment.home), {
      changed: ({ session }) => told.push(session ? "session" : "content"),
      progress: () => undefined,
    });
  });
  afterEach(async () => {
    await workspace.close();
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
    await expect(workspace.open(foreign, false)).rejects.toMatchObject({ code: "roster-foreign" });
    expect(workspace.session()?.path).toBe(open.path);
  });

  it("opens for looking only a roster that another program holds, and says who holds it", async () => {
    const unit = unitByCode("08173", "2021-10-01");
    const { path } = await workspace.create(join(place.folder, "a.scb"), unit.id);
    const second = new Workspace(
      place.environment,
      new SettingsStore(place.environment.home),
      workspace.events,
    );
    await expect(second.open(path, false)).rejects.toMatchObject({ code: "roster-locked" });
    expect(await second.open(path, true)).toMatchObject({ readOnly: true, heldBy: { host: hostname() } });
    await second.close();
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
