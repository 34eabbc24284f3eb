import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDocumentFile, readShownDocument } from "./document-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "document-file-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const pdf = Buffer.from("%PDF-1.7 scan");

/** @param size holes to the end, so that no disk is filled */
function file(name: string, bytes: Uint8Array, size?: number): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  if (size !== undefined) truncateSync(path, size);
  return path;
}
const refused = (code: string) => expect.objectContaining({ code });
const mega = 1 << 20;

describe("a file that somebody chose", () => {
  it("is read whole where it is what the field takes", () => {
    expect(readShownDocument(file("anh.jpg", jpeg), true)).toEqual(jpeg);
    expect(readShownDocument(file("anh.jpg", jpeg), false)).toEqual(jpeg);
    expect(readShownDocument(file("quyet-dinh.pdf", pdf), false)).toEqual(pdf);
  });

  it("is no photo by its name", () => {
    expect(() => readShownDocument(file("anh.jpg", pdf), true)).toThrow(refused("photo-foreign"));
    expect(() => readDocumentFile(file("anh.png", Buffer.from("MZ")), true)).toThrow(
      refused("photo-foreign"),
    );
    expect(() => readShownDocument(file("anh.jpg", Buffer.alloc(0)), true)).toThrow(refused("photo-foreign"));
  });

  it("is refused by its size before it is read", () => {
    expect(() => readShownDocument(file("anh.jpg", jpeg, 80 * mega), true)).toThrow(
      refused("photo-too-large"),
    );
    expect(() => readShownDocument(file("quet.pdf", pdf, 2048 * mega), false)).toThrow(
      refused("document-too-large"),
    );
  });

  it("is no scan where no PC could show it, and none without content", () => {
    expect(() => readShownDocument(file("quet.pdf", Buffer.from("MZ")), false)).toThrow(
      refused("scan-foreign"),
    );
    expect(() => readShownDocument(file("quet.pdf", Buffer.alloc(0)), false)).toThrow(
      refused("document-empty"),
    );
    expect(() => readShownDocument(join(folder, "khong-co.pdf"), false)).toThrow(
      refused("document-unreadable"),
    );
  });
});
