import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex } from "../bytes";
import { OpFormatError } from "../op-codec";
import { ByteReader, ByteWriter } from "./byte-columns";

const any = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.constantFrom(0, -1, 2 ** 51, -(2 ** 53) + 1));

describe("columns of numbers", () => {
  it("give every number and every difference back, in one form", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.maxSafeNat(), any, any)), (rows) => {
        const writer = new ByteWriter();
        for (const [number, value, from] of rows) {
          writer.number(number);
          writer.difference(value, from);
        }
        const reader = new ByteReader(writer.take());
        for (const [number, value, from] of rows) {
          expect(reader.number()).toBe(number);
          expect(reader.differenceFrom(from)).toBe(value);
        }
        expect(reader.left).toBe(0);
      }),
    );
  });

  it("are read in the form they are written in only", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 10 }), any, (bytes, from) => {
        const reader = new ByteReader(bytes);
        const writer = new ByteWriter();
        try {
          writer.number(reader.number());
          writer.difference(reader.differenceFrom(from), from);
        } catch (error) {
          expect(error).toBeInstanceOf(OpFormatError);
          return;
        }
        expect([...writer.take()]).toEqual([...bytes.subarray(0, bytes.length - reader.left)]);
      }),
      { numRuns: 1000 },
    );
  });

  it("refuse long forms, numbers beyond the limit and missing bytes", () => {
    for (const hex of ["8000", "80", "", "ffffffffffffff7f", "ffffffffffffffffff01"])
      expect(() => new ByteReader(fromHex(hex)).number()).toThrow(OpFormatError);
    expect(() => new ByteReader(fromHex("05")).number(4)).toThrow(OpFormatError);
    expect(() => new ByteReader(fromHex("0102")).raw(3)).toThrow(OpFormatError);
  });
});
