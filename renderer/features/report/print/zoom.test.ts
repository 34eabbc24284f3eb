import { describe, expect, it } from "vitest";
import { pageAt, percentOf, scaleOf, stepped } from "./zoom";

const a4 = { width: 595, height: 842 };

describe("zoom", () => {
  it("fits a page to the width or to the whole window, and never makes it smaller than the smallest step", () => {
    expect(scaleOf("width", a4, { width: 595 * 2 + 32, height: 100 })).toBe(2);
    expect(scaleOf("page", a4, { width: 5000, height: 842 + 32 })).toBe(1);
    expect(percentOf(scaleOf("page", a4, { width: 0, height: 0 }))).toBe(25);
    expect(percentOf(scaleOf(150, a4, { width: 10, height: 10 }))).toBe(150);
  });

  it("steps from any size to the next one", () => {
    expect(stepped(100, 1)).toBe(110);
    expect(stepped(101, 1)).toBe(110);
    expect(stepped(100, -1)).toBe(90);
    expect(stepped(25, -1)).toBe(25);
    expect(stepped(300, 1)).toBe(300);
  });

  it("knows the page in the middle of what is seen", () => {
    expect(pageAt(0, 600, 1000, 3)).toBe(1);
    expect(pageAt(800, 600, 1000, 3)).toBe(2);
    expect(pageAt(9000, 600, 1000, 3)).toBe(3);
  });
});
