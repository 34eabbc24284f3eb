import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startFolder } from "./start-folder";

describe("where a dialog begins", () => {
  let root: string;
  const at = (name: string) => join(root, name);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "scb-start-"));
    mkdirSync(at("moi"));
    mkdirSync(at("cu"));
    writeFileSync(at("tep"), "");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("is the folder that was written to last", () => {
    expect(startFolder([at("moi"), at("cu")], root)).toBe(at("moi"));
  });

  it("is the one before where that is gone, or is no folder", () => {
    expect(startFolder([at("da-rut"), at("tep"), at("cu")], root)).toBe(at("cu"));
  });

  it("is the usual one where nothing was written yet", () => {
    expect(startFolder([], root)).toBe(root);
    expect(startFolder([at("da-rut")], root)).toBe(root);
  });
});
