import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultSettings } from "../../shared/contract/settings";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holdFiles } from "../testing/held-files";
import { SettingsStore } from "./settings";

describe("SettingsStore", () => {
  let home: string;
  let trouble: string[];
  /** As another start of the program would have it. */
  const start = () =>
    new SettingsStore(
      home,
      { unread: () => trouble.push("unread"), unkept: () => trouble.push("unkept") },
      { pauses: [1, 1, 1] },
    );
  beforeEach(() => {
    home = join(mkdtempSync(join(tmpdir(), "so-can-bo-settings-")), "home");
    trouble = [];
  });
  afterEach(() => rmSync(join(home, ".."), { recursive: true, force: true }));

  it("starts in Vietnamese with nothing remembered", () => {
    const store = start();
    expect(store.settings()).toEqual(defaultSettings);
    expect(store.recent()).toEqual([]);
    expect(trouble).toEqual([]);
  });

  it("keeps what was set, for the next start", async () => {
    const store = start();
    const kept = { ...defaultSettings, userName: "Văn phòng", people: ["Văn phòng"] };
    expect(store.update({ userName: "Văn phòng" })).toEqual(kept);
    await store.settled();
    expect(start().settings()).toEqual(kept);
    expect(readdirSync(home)).toEqual(["settings.json"]);
  });

  it("goes on with the roster that was open at the end, and with none that was closed or forgotten", async () => {
    const store = start();
    expect(store.last()).toBeNull();
    store.remember("/usb/a.scb", "Xã A", "2026-01-01T00:00:00.000Z");
    store.remember("/usb/b.scb", "Xã B", "2026-01-02T00:00:00.000Z");
    store.forget("/usb/a.scb");
    await store.settled();
    const again = start();
    expect(again.last()).toBe("/usb/b.scb");
    again.forget("/usb/b.scb");
    expect(again.last()).toBeNull();
    again.remember("/usb/b.scb", "Xã B", "2026-01-03T00:00:00.000Z");
    again.leave();
    await again.settled();
    expect(start().last()).toBeNull();
  });

  it("lists rosters newest first, once each, and says which are gone", async () => {
    const store = start();
    mkdirSync(home);
    const there = join(home, "a.scb");
    writeFileSync(there, "");
    store.remember(there, "Xã A", "2026-01-01T00:00:00.000Z");
    store.remember(join(home, "b.scb"), "Xã B", "2026-01-02T00:00:00.000Z");
    store.remember(there, "Xã A", "2026-01-03T00:00:00.000Z");
    expect(store.recent().map(({ fileName, exists }) => [fileName, exists])).toEqual([
      ["a.scb", true],
      ["b.scb", false],
    ]);
    store.forget(there);
    await store.settled();
    expect(
      start()
        .recent()
        .map(({ fileName }) => fileName),
    ).toEqual(["b.scb"]);
  });

  it("falls back to the defaults when the file is damaged", async () => {
    mkdirSync(home);
    writeFileSync(join(home, "settings.json"), "{ not json");
    const store = start();
    expect(store.settings().language).toBe("vi");
    store.update({ language: "en" });
    await store.settled();
    expect(start().settings().language).toBe("en");
  });

  it("keeps what another program of this user wrote meanwhile", async () => {
    const [one, other] = [start(), start()];
    one.rememberFolder("/a");
    await one.settled();
    other.rememberFolder("/b");
    await other.settled();
    one.update({ userName: "Văn phòng" });
    await one.settled();
    expect(start().folders()).toEqual(["/b", "/a"]);
    expect(one.folders()).toEqual(["/b", "/a"]);
  });
});

describe("settings that another program has open", () => {
  let home: string;
  let trouble: string[];
  const start = () =>
    new SettingsStore(
      home,
      { unread: () => trouble.push("unread"), unkept: () => trouble.push("unkept") },
      { pauses: [1, 1, 1] },
    );
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), "so-can-bo-settings-"));
    trouble = [];
    const store = start();
    store.update({ userName: "Văn phòng" });
    store.rememberFolder("/truoc");
    await store.settled();
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const matching = /settings\.json$/;

  it("are kept as soon as it lets go", async () => {
    using held = holdFiles({ matching, calls: ["rename"], code: "EPERM", times: 3 });
    const store = start();
    store.rememberFolder("/sau");
    await store.settled();
    expect(held.refused.length).toBe(3);
    expect([trouble, start().folders()]).toEqual([[], ["/sau", "/truoc"]]);
  });

  it("stop nothing while it does not, say so once a change, and are kept with the next one", async () => {
    const store = start();
    {
      using held = holdFiles({ matching, calls: ["rename"], code: "EBUSY", times: Infinity });
      store.rememberFolder("/sau");
      expect(store.update({ language: "en" })).toEqual({
        ...defaultSettings,
        language: "en",
        userName: "Văn phòng",
        people: ["Văn phòng"],
      });
      await store.settled();
      expect([store.folders(), trouble]).toEqual([["/sau", "/truoc"], ["unkept"]]);
      expect(held.refused.length).toBe(4);
    }
    expect(JSON.parse(readFileSync(join(home, "settings.json"), "utf8"))).toMatchObject({
      folders: ["/truoc"],
    });
    expect(readdirSync(home)).toEqual(["settings.json"]);
    store.rememberFolder("/sau nua");
    await store.settled();
    const next = start();
    expect(next.folders()).toEqual(["/sau nua", "/sau", "/truoc"]);
    expect(next.settings()).toEqual({
      ...defaultSettings,
      language: "en",
      userName: "Văn phòng",
      people: ["Văn phòng"],
    });
  });

  it("are never written over by defaults because they could not be read", async () => {
    const store = start();
    {
      using held = holdFiles({ matching, calls: ["read"], code: "EACCES", times: Infinity });
      expect(store.settings().userName).toBe("");
      store.rememberFolder("/sau");
      await store.settled();
      expect(trouble).toEqual(["unread", "unkept"]);
      expect(held.refused.length).toBeGreaterThan(4);
    }
    store.rememberFolder("/sau nua");
    await store.settled();
    expect(store.settings().userName).toBe("Văn phòng");
    expect(start().folders()).toEqual(["/sau nua", "/sau", "/truoc"]);
  });

  it("stop nothing where there is no place for them at all", async () => {
    rmSync(home, { recursive: true });
    writeFileSync(home, "a file in its place");
    const store = start();
    store.remember("/so.scb", "Xã A", "2026-01-01T00:00:00.000Z");
    await store.settled();
    expect(store.recent().map(({ unitName }) => unitName)).toEqual(["Xã A"]);
    expect(trouble).toContain("unkept");
  });
});
