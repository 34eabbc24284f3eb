import { describe, expect, it } from "vitest";
import { createHash } from "node:crypto";
import { toHex } from "../bytes";
import { boundId, isBoundTo } from "./bound-id";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
const [one, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
const id = "01890a5d-ac96-774b-bcce-b302099a8057";

describe("the id of a row", () => {
  it("tells by whose key it was made, and keeps its time", () => {
    const bound = boundId(id, one, sha256);
    expect(bound.slice(0, 24)).toBe(id.slice(0, 24));
    expect([isBoundTo(bound, toHex(one), sha256), isBoundTo(bound, toHex(other), sha256)]).toEqual([
      true,
      false,
    ]);
    expect(isBoundTo(id, toHex(one), sha256)).toBe(false);
  });

  it("is nobody's where it is no id, or the key none", () => {
    expect(isBoundTo("x", toHex(one), sha256)).toBe(false);
    expect(isBoundTo(id, "revoked", sha256)).toBe(false);
  });
});
