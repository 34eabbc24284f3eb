import { describe, expect, it } from "vitest";
import { sizeParts } from "./size-text";

describe("sizeParts", () => {
  it.each([
    [0, "bytes", "0"],
    [1023, "bytes", "1.023"],
    [1536, "kb", "1,5"],
    [5 * 1024 ** 2, "mb", "5,0"],
    [7_800_000_000, "gb", "7,3"],
    [4000 * 1024 ** 3, "gb", "4.000"],
  ])("%d bytes", (bytes, unit, n) => {
    expect(sizeParts(bytes)).toEqual({ unit, n });
  });
});
