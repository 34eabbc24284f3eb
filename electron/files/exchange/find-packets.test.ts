import { chmodSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findPackets } from "./find-packets";
import { newFolder, removeFolders } from "../../testing/packets";

afterAll(removeFolders);

function put(folder: string, name: string, second: number): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, name);
  utimesSync(path, second, second);
}

describe("looking for packets", () => {
  it("finds them in a folder and one below, newest first, whatever their letters", async () => {
    const folder = newFolder();
    put(folder, "old.scbsync", 1000);
    put(folder, "xa/NEW.SCBSYNC", 3000);
    put(folder, "middle.ScbSync", 2000);
    const others = [
      "a.scbsync.part",
      "._a.scbsync",
      "a.scb",
      "xa/deep/er.scbsync",
      ".Trashes/b.scbsync",
      "$R/c.scbsync",
    ];
    for (const other of others) put(folder, other, 4000);
    mkdirSync(join(folder, "folder.scbsync"));
    const { packets, cut } = await findPackets(folder, 10);
    expect(packets.map(({ fileName }) => fileName)).toEqual(["NEW.SCBSYNC", "middle.ScbSync", "old.scbsync"]);
    expect(packets[0]).toEqual({
      path: join(folder, "xa", "NEW.SCBSYNC"),
      fileName: "NEW.SCBSYNC",
      bytes: "xa/NEW.SCBSYNC".length,
      modifiedAt: 3_000_000,
    });
    expect(cut).toBe(false);
    const few = await findPackets(folder, 2);
    expect(few.packets.map(({ fileName }) => fileName)).toEqual(["NEW.SCBSYNC", "middle.ScbSync"]);
    expect(few.cut).toBe(true);
  });

  it("passes over what it may not look into or what is gone", async () => {
    const folder = newFolder();
    put(folder, "a.scbsync", 1000);
    put(folder, "closed/b.scbsync", 2000);
    chmodSync(join(folder, "closed"), 0o000);
    try {
      const { packets } = await findPackets(folder, 10);
      expect(packets.map(({ fileName }) => fileName)).toContain("a.scbsync");
    } finally {
      chmodSync(join(folder, "closed"), 0o700);
    }
    expect(await findPackets(join(folder, "not-there"), 10)).toEqual({ packets: [], cut: false });
  });
});
