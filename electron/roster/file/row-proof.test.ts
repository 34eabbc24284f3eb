import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { isProven, proofOf } from "./row-proof";
import type { SqlValue } from "./sql";

const value: fc.Arbitrary<SqlValue> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constant(null),
  fc.string({ unit: "binary" }),
  fc.uint8Array({ maxLength: 16 }),
);
const row = fc.array(value, { minLength: 1, maxLength: 8 });

describe("the proof of a row", () => {
  it("holds for what it was made of", () => {
    fc.assert(fc.property(row, (values) => isProven([...values, proofOf(values)])));
  });

  it("does not hold where one bit of one value is another", () => {
    const flip = fc.record({ values: row, place: fc.nat(), bit: fc.nat({ max: 31 }) });
    fc.assert(
      fc.property(flip, ({ values, place, bit }) => {
        const at = place % values.length;
        const before = values[at] ?? null;
        const after = flipped(before, bit);
        const changed = values.map((one, index) => (index === at ? after : one));
        expect(proofOf(changed)).not.toBe(proofOf(values));
      }),
    );
  });

  it("does not hold where two values changed places, or one is of another kind", () => {
    expect(proofOf(["a", "b"])).not.toBe(proofOf(["b", "a"]));
    expect(proofOf([0])).not.toBe(proofOf([null]));
    expect(proofOf([""])).not.toBe(proofOf([null]));
    expect(proofOf([Buffer.from("ab")])).not.toBe(proofOf(["ab"]));
    expect(proofOf(["a", ""])).not.toBe(proofOf(["", "a"]));
  });

  it("is the same of a half of a pair and of the sign that stands for it in the file", () => {
    expect(proofOf(["x\ud800"])).toBe(proofOf(["x\ufffd"]));
  });
});

function flipped(value: SqlValue, bit: number): SqlValue {
  if (value === null) return 0;
  if (typeof value === "number") return value === (value | 0) ? value ^ (1 << bit) : value + 1;
  if (typeof value === "string") {
    // What a flip leaves of a text that is no text any more is another text at least.
    const bytes = Buffer.from(value === "" ? "x" : value);
    bytes[bit % bytes.length] = (bytes[bit % bytes.length] ?? 0) ^ 1;
    const after = bytes.toString();
    return after === Buffer.from(value).toString() ? `${after}x` : after;
  }
  const bytes = Uint8Array.from(value.length === 0 ? [0] : value);
  bytes[bit % bytes.length] = (bytes[bit % bytes.length] ?? 0) ^ (1 << (bit % 8));
  return value.length === 0 ? Uint8Array.from([0]) : bytes;
}
