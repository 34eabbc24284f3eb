import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64url, toBase64url } from "./base64url";

describe("base64url", () => {
  it("writes what Node writes and reads it back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect([...(fromBase64url(text) ?? [])]).toEqual([...bytes]);
      }),
    );
  });

  it("reads one form only", () => {
    const texts = fc.string({ unit: fc.constantFrom(..."ABQYZaz019-_+/= "), maxLength: 12 });
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = fromBase64url(text);
        if (bytes !== null) expect(toBase64url(bytes)).toBe(text);
      }),
      { numRuns: 2000 },
    );
    for (const text of ["A", "AB", "AA=", "AAAAA", "é"]) expect(fromBase64url(text)).toBeNull();
  });
});
