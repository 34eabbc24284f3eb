import { describe, expect, it } from "vitest";
import { documentKindOf } from "./document-kind";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("what a document is", () => {
  it.each([
    ["\xff\xd8\xff\xe0....", "jpeg"],
    ["\x89PNG\r\n\x1a\n....", "png"],
    ["%PDF-1.7", "pdf"],
    [`${"\0".repeat(900)}%PDF-1.4`, "pdf"],
    [`${"\0".repeat(1024)}%PDF-1.4`, null],
    ["\x89PNG", null],
    ["GIF89a", null],
    ["MZ", null],
    ["", null],
  ])("is told by how %j begins: %s", (head, kind) => {
    expect(documentKindOf(bytes(head))).toBe(kind);
  });
});
