import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "./clean";
import { cutText, piecesOf } from "./cut";

describe("a text that is cut", () => {
  it("is the same where it is short enough", () => {
    expect(cutText("Nguyễn", 6)).toBe("Nguyễn");
    expect(piecesOf("Nguyễn", 6)).toEqual(["Nguyễn"]);
  });
  it("keeps whole letters and no blank at its end", () => {
    expect(cutText("ab😀", 3)).toBe("ab");
    expect(cutText("ab cd", 3)).toBe("ab");
  });
  it("is clean in every piece, and all of them are the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 4, max: 20 }),
        (raw, most) => {
          const text = cleanText(raw);
          const pieces = piecesOf(text, most);
          expect(pieces.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
          for (const piece of [...pieces, cutText(text, most)]) {
            expect(piece.length).toBeLessThanOrEqual(most);
            expect(/\p{Cs}/u.test(piece)).toBe(false);
            expect(piece.trim()).toBe(piece);
          }
        },
      ),
    );
  });
});
