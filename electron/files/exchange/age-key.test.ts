import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { describe, expect, it } from "vitest";
import { ageRecipient, newAgeIdentity, sealKeyOf } from "./age-key";

describe("keys of age", () => {
  it("are the ones that age itself makes and understands", async () => {
    for (let n = 0; n < 10; n++) {
      for (const identity of [newAgeIdentity(), await generateX25519Identity()])
        expect(ageRecipient(sealKeyOf(identity))).toBe(await identityToRecipient(identity));
    }
  });

  it("are refused when a character is wrong", () => {
    const identity = newAgeIdentity();
    for (let at = 0; at < identity.length; at++) {
      const other = identity[at] === "Q" ? "P" : "Q";
      const typo = identity.slice(0, at) + other + identity.slice(at + 1);
      expect(() => sealKeyOf(typo)).toThrow("Not a key");
    }
    for (const text of [
      "",
      "AGE-SECRET-KEY-1",
      identity.slice(0, -1),
      `${identity}Q`,
      ageRecipient(new Uint8Array(32)),
    ])
      expect(() => sealKeyOf(text)).toThrow("Not a key");
  });
});
