import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sha256 } from "../op";
import { fingerprintOf, readFingerprint } from "./fingerprint";

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest();
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const card = fc.record({
  signKey: key,
  sealKey: key,
  unitId: fc.uuid(),
  unitCode: fc.stringMatching(/^\d{0,5}$/),
  office: fc.string({ maxLength: 30 }),
});
const fingerprint = card.map((one) => fingerprintOf(one, sha256));

describe("fingerprints", () => {
  it("are eight groups of five digits, other ones for other keys, another unit, code or name", () => {
    const part = fc.constantFrom("signKey", "sealKey", "unitId", "unitCode", "office");
    fc.assert(
      fc.property(card, card, part, (told, other, changed) => {
        const one = fingerprintOf(told, sha256);
        expect(one).toMatch(/^\d{5}(-\d{5}){7}$/);
        const differs = String(told[changed]) !== String(other[changed]);
        expect(fingerprintOf({ ...told, [changed]: other[changed] }, sha256) !== one).toBe(differs);
      }),
    );
  });

  it("are read however they were typed", () => {
    const separator = fc.constantFrom(
      "",
      " ",
      "-",
      " - ",
      "–",
      "\u2212",
      "\u00A0",
      "\u3000",
      ".",
      "\r\n",
      "\u200B",
      "－",
    );
    fc.assert(
      fc.property(fingerprint, separator, fc.boolean(), (text, between, wide) => {
        const digits = text.replaceAll("-", between);
        const typed = wide
          ? digits.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
          : digits;
        expect(readFingerprint(` ${typed} `)).toBe(text);
      }),
    );
  });

  it("with a digit too few or too many, or with letters, are none", () => {
    fc.assert(
      fc.property(fingerprint, fc.nat(38), (text, at) => {
        expect(readFingerprint(text.slice(0, -1))).toBeNull();
        expect(readFingerprint(`${text}0`)).toBeNull();
        const other = `${text.slice(0, at)}O${text.slice(at + 1)}`;
        if (text[at] !== "-") expect(readFingerprint(other)).toBeNull();
      }),
    );
    for (const text of ["", "-", "1".repeat(1000), "١".repeat(40)]) expect(readFingerprint(text)).toBeNull();
  });
});
