import { describe, expect, it } from "vitest";
import { bytesToUuid, distinctBytes, fromHex, toHex, uuidToBytes } from "./bytes";

describe("bytes", () => {
  it("are hex and back in one form", () => {
    expect(toHex(fromHex("00ffA0"))).toBe("00ffa0");
    expect(() => fromHex("0")).toThrow(RangeError);
    expect(() => fromHex("0g")).toThrow(RangeError);
  });

  it("are a row's id and back, and nothing but 16 bytes is one", () => {
    const id = "01890a5d-ac96-774b-bcce-b302099a8057";
    expect(bytesToUuid(uuidToBytes(id))).toBe(id);
    expect(() => uuidToBytes(id.toUpperCase())).toThrow(RangeError);
    expect(() => bytesToUuid(new Uint8Array(15))).toThrow(RangeError);
  });

  it("are listed once each, where each came first", () => {
    const all = ["02", "01", "02", "0102", "01"].map(fromHex);
    expect(distinctBytes(all).map(toHex)).toEqual(["02", "01", "0102"]);
    expect(distinctBytes([])).toEqual([]);
  });
});
