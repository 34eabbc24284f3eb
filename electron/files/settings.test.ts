import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SettingsStore } from "./settings";

describe("SettingsStore", () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "so-can-bo-settings-"));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it("starts in Vietnamese with nothing remembered", () => {
    const store = new SettingsStore(join(home, "new"));
    expect(store.settings()).toEqual({ language: "vi", userName: "" });
    expect(store.recent()).toEqual([]);
  });

  it("keeps what was set, for the next start", () => {
    new SettingsStore(home).update({ userName: "Văn phòng" });
    expect(new SettingsStore(home).settings()).toEqual({ language: "vi", userName: "Văn phòng" });
  });

  it("lists rosters newest first, once each, and says which are gone", () => {
    const store = new SettingsStore(home);
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
    expect(store.recent().map(({ fileName }) => fileName)).toEqual(["b.scb"]);
  });

  it("falls back to the defaults when the file is damaged", () => {
    writeFileSync(join(home, "settings.json"), "{ not json");
    expect(new SettingsStore(home).settings().language).toBe("vi");
  });
});
