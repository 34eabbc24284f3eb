import { describe, expect, it } from "vitest";
import { instantText, readableParams } from "./readable";

describe("readableParams", () => {
  it("writes days and instants as an office does and leaves the rest alone", () => {
    const at = "2026-11-23T00:05:00.000Z";
    expect(
      readableParams({ on: "2021-10-01", at, path: "/a/2021-10-01.scb", code: "08173", count: 3 }),
    ).toEqual({
      on: "01/10/2021",
      at: "23/11/2026 07:05",
      path: "/a/2021-10-01.scb",
      code: "08173",
      count: 3,
    });
  });
});

describe("instantText", () => {
  it("gives back what is no instant", () => {
    expect(instantText("hôm qua")).toBe("hôm qua");
  });
});
