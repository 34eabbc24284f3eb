// A folder is made with those above it, and what cannot be made is said at once.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { host } from "./host-system";
import { makeFolder, privateFolder } from "./make-folder";

let place = "";
beforeEach(() => (place = mkdtempSync(join(tmpdir(), "so-can-bo-folder-"))));
afterEach(() => rmSync(place, { recursive: true, force: true }));

describe("making a folder", () => {
  it("makes those above it too, and finds no fault with one that is there", () => {
    const deep = join(place, "a", "b", "c");
    makeFolder(deep, privateFolder);
    makeFolder(deep);
    makeFolder(place);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  it.skipIf(!host.rightsAreModes)("gives all that it makes the rights asked for", () => {
    makeFolder(join(place, "a", "b"), privateFolder);
    for (const folder of ["a", "a/b"]) expect(statSync(join(place, folder)).mode & 0o777).toBe(privateFolder);
  });

  it("refuses a place under a file, a file in its place, and a link to nowhere", () => {
    writeFileSync(join(place, "tep"), "");
    symlinkSync(join(place, "nowhere"), join(place, "link"));
    for (const path of ["tep", "tep/a", "link", "link/a"])
      expect(() => makeFolder(join(place, path))).toThrow(/ENOTDIR|EEXIST|ENOENT/);
    expect(existsSync(join(place, "nowhere"))).toBe(false);
  });

  it("takes a link to a folder for one", () => {
    mkdirSync(join(place, "real"));
    symlinkSync(join(place, "real"), join(place, "link"));
    makeFolder(join(place, "link", "a"));
    expect(statSync(join(place, "real", "a")).isDirectory()).toBe(true);
  });

  it.runIf(host.tellsInProc)("comes to an end where folders answer that there is no such place", () => {
    for (const path of ["/proc/nope", "/proc/nope/a/b"])
      expect(() => makeFolder(path)).toThrow(expect.objectContaining({ code: "ENOENT" }));
  });
});
