import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sha256 } from "../op";
import { fingerprintOf, readFingerprint } from "./fingerprint";

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest();
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const fingerprint = fc.record({ signKey: key, sealKey: key }).map((keys) => fingerprintOf(keys, sha256));

describe("fingerprints", () => {
  it("are eight groups of five digits, other ones for other keys", () => {
    fc.assert(
      fc.property(key, key, (signKey, sealKey) => {
        const one = fingerprintOf({ signKey, sealKey }, sha256);
        expect(one).toMatch(/^\d{5}(-\d{5}){7}$/);
        const changed = Uint8Array.from(sealKey, (byte, at) => (at === 31 ? byte ^ 1 : byte));
        expect(fingerprintOf({ signKey, sealKey: changed }, sha256)).not.toBe(one);
        expect(fingerprintOf({ signKey: changed, sealKey }, sha256)).not.toBe(one);
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
