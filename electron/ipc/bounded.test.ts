// What is refused before it is looked at: what no page of ours sends and what would take the process down.
import { describe, expect, it } from "vitest";
import { isBounded } from "./bounded";

describe("the bounds of a call", () => {
  it("let through what calls bring", () => {
    expect(isBounded(undefined)).toBe(true);
    expect(isBounded({ paths: Array.from({ length: 10_000 }, (_, n) => `/media/usb/${n}.scbsync`) })).toBe(
      true,
    );
    expect(isBounded({ text: "ữ".repeat(100_000) })).toBe(true);
  });

  it("stop at lists of holes, circles, nests, and gigabytes of text", () => {
    const holes: unknown[] = [];
    holes.length = 2 ** 32 - 1;
    expect(isBounded({ formats: holes })).toBe(false);
    const circle: unknown[] = [];
    circle.push(circle);
    expect(isBounded(circle)).toBe(false);
    let nest: unknown = 1;
    for (let depth = 0; depth < 20_000; depth++) nest = [nest];
    expect(isBounded(nest)).toBe(false);
    const mega = "x".repeat(1 << 20);
    expect(isBounded(Array.from({ length: 40 }, () => mega))).toBe(false);
  });
});
