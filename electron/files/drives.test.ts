// Guards which places are offered for a report: sticks first, nothing that cannot be written to, nothing that is gone.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isOnDrive, listTargets, removableDrives } from "./drives";
import { parseMounts, removableMounts } from "./drives/linux";
import { parseMacMounts } from "./drives/mac";
import { parseLogicalDisks } from "./drives/windows";
import { host } from "./host-system";

describe("Linux", () => {
  const text = [
    "/dev/nvme0n1p2 / ext4 rw,relatime 0 0",
    "proc /proc proc rw,nosuid 0 0",
    "/dev/nvme0n1p3 /home ext4 rw,relatime 0 0",
    "/dev/sdb1 /media/lan/USB\\040C\\303\\201\\040NH\\303\\202N vfat rw,nosuid,nodev,uid=1000 0 0",
    "/dev/sdc1 /run/media/lan/DU\\134LIEU exfat ro,nosuid 0 0",
    "/dev/sr0 /media/lan/DVD iso9660 ro,nosuid 0 0",
    "/dev/sdd1 /mnt/o-cung-ngoai ntfs3 rw,relatime 0 0",
    "/dev/sda1 / ext4 rw 0 0",
    "",
  ].join("\n");

  it("reads mounts with blanks, backslashes and marks in their names", () => {
    const mounts = parseMounts(text);
    expect(mounts).toHaveLength(8);
    expect(mounts[3]).toEqual({
      device: "/dev/sdb1",
      folder: "/media/lan/USB CÁ NHÂN",
      type: "vfat",
      options: ["rw", "nosuid", "nodev", "uid=1000"],
    });
    expect(mounts[4]?.folder).toBe("/run/media/lan/DU\\LIEU");
  });

  it("offers what is plugged in or removable, can be written to, and is not the system", () => {
    const removable = new Set(["/dev/sdb1", "/dev/sdc1", "/dev/sdd1", "/dev/sr0", "/dev/sda1"]);
    expect(removableMounts(parseMounts(text), (device) => removable.has(device))).toEqual([
      { path: "/media/lan/USB CÁ NHÂN", label: "USB CÁ NHÂN" },
      { path: "/mnt/o-cung-ngoai", label: "o-cung-ngoai" },
    ]);
    expect(removableMounts(parseMounts(text), () => false)).toHaveLength(1);
  });

  it.runIf(host.tellsInProc)("asks this machine without failing, and never offers its root", async () => {
    const drives = await removableDrives({ drivesToldBy: "kernel" });
    expect(drives.map(({ path }) => path)).not.toContain("/");
  });
});

describe("Windows", () => {
  const stick = '{"DeviceID":"E:","VolumeName":"KINGSTON","Size":15502147584}';

  it("reads one drive, several, and none", () => {
    expect(parseLogicalDisks(`\uFEFF${stick}\r\n`)).toEqual([{ path: "E:\\", label: "KINGSTON (E:)" }]);
    expect(parseLogicalDisks(`[${stick},{"DeviceID":"F:","VolumeName":"","Size":4000000}]`)).toEqual([
      { path: "E:\\", label: "KINGSTON (E:)" },
      { path: "F:\\", label: "F:" },
    ]);
    expect(parseLogicalDisks("\r\n")).toEqual([]);
  });

  it("leaves out card readers without a card and answers that are no drive", () => {
    const answer =
      '[{"DeviceID":"G:","VolumeName":null,"Size":null},{"DeviceID":"\\\\\\\\x","Size":1},null,7]';
    expect(parseLogicalDisks(answer)).toEqual([]);
  });
});

describe("macOS", () => {
  it("offers local volumes that can be written to", () => {
    const text = [
      "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)",
      "/dev/disk4s1 on /Volumes/USB CÁ NHÂN (1) (msdos, local, nodev, nosuid, noowners)",
      "/dev/disk5s2 on /Volumes/Install (hfs, local, nodev, read-only)",
      "//lan@may-chu/chung on /Volumes/chung (smbfs, nodev, nosuid)",
    ].join("\n");
    expect(parseMacMounts(text)).toEqual([{ path: "/Volumes/USB CÁ NHÂN (1)", label: "USB CÁ NHÂN (1)" }]);
  });
});

describe("listTargets", () => {
  let root: string;
  const at = (name: string) => join(root, name);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "scb-targets-"));
    for (const name of ["usb", "usb/bao-cao", "gan-day", "Documents"]) mkdirSync(at(name));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("puts what is on drives first, then folders used before, then Documents, each once, and what was used last in front", async () => {
    const targets = await listTargets({
      recentFolders: [at("gan-day"), at("da-xoa"), at("usb/bao-cao"), at("usb"), at("gan-day")],
      documentsFolder: at("Documents"),
      drives: async () => [
        { path: at("usb"), label: "KINGSTON" },
        { path: at("da-rut"), label: "đã rút" },
      ],
    });
    expect(targets.map(({ label, removable }) => ({ label, removable }))).toEqual([
      { label: "bao-cao", removable: true },
      { label: "KINGSTON", removable: true },
      { label: "gan-day", removable: false },
      { label: "Documents", removable: false },
    ]);
    for (const { freeBytes } of targets) expect(freeBytes).toBeGreaterThan(0);
  });

  it("knows what lies on a drive, and what only begins like it", () => {
    const drives = [{ path: at("usb"), label: "" }];
    expect(isOnDrive(at("usb"), drives)).toBe(true);
    expect(isOnDrive(at("usb/bao-cao/2021"), drives)).toBe(true);
    expect(isOnDrive(at("usb2"), drives)).toBe(false);
    expect(isOnDrive(join(at("usb"), ".."), drives)).toBe(false);
  });
});
