import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFile, readIfThere, replaceFile } from "./small-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scb-small-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("small files", () => {
  it("are made once, replaced whole, and leave nothing beside them", () => {
    const path = join(folder, "key");
    expect(readIfThere(path)).toBeNull();
    expect(createFile(path, "first")).toBe(true);
    expect(createFile(path, "second")).toBe(false);
    expect(readFileSync(path, "utf8")).toBe("first");
    replaceFile(path, "third");
    expect(readIfThere(path)).toBe("third");
    expect(readdirSync(folder)).toEqual(["key"]);
  });

  it("that cannot be written leave nothing behind either", () => {
    const path = join(folder, "gone", "key");
    expect(() => createFile(path, "x")).toThrow("ENOENT");
    expect(() => replaceFile(path, "x")).toThrow("ENOENT");
    expect(readdirSync(folder)).toEqual([]);
  });
});
