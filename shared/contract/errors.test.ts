import { describe, expect, it } from "vitest";
import { appError, errorDataSchema, errorCodes, type ErrorData } from "./errors";

describe("an expected failure", () => {
  it("carries what its sentence names, held by types", () => {
    expect(appError("disk-full", { path: "/a" }).toData()).toEqual({
      code: "disk-full",
      params: { path: "/a" },
    });
    expect(appError("busy").toData()).toEqual({ code: "busy", params: {} });
    // @ts-expect-error The sentence names the path.
    appError("disk-full");
    // @ts-expect-error It names no user.
    appError("disk-full", { path: "/a", user: "Hoa" });
    // @ts-expect-error It names nothing.
    appError("busy", { path: "/a" });
    const oneOfTwo = errorCodes.length > 0 ? "disk-full" : "write-failed";
    // @ts-expect-error The second needs a reason.
    appError(oneOfTwo, { path: "/a" });
    expect(appError(oneOfTwo, { path: "/a", reason: "EIO" }).code).toBe("disk-full");
  });

  it("is read again behind a border as it left", () => {
    const data: ErrorData = {
      code: "validation",
      params: { count: 1 },
      issues: [
        {
          entity: "official",
          rowId: "r",
          field: "birth",
          reason: "required",
          severity: "error",
          params: { n: 1 },
        },
      ],
    };
    const crossed: unknown = JSON.parse(JSON.stringify(data));
    expect(errorDataSchema.parse(crossed)).toEqual(data);
  });

  it.each([
    ["a code that nobody knows", { code: "worse", params: {} }],
    ["a sentence with a hole", { code: "disk-full", params: {} }],
    ["more than its sentence names", { code: "busy", params: { path: "/a" } }],
    ["an issue of no entity", { code: "validation", params: { count: 1 }, issues: [{ entity: "x" }] }],
    ["a stack", { code: "busy", params: {}, stack: "at …" }],
    ["nothing", null],
  ])("is not %s", (_what, data) => {
    expect(errorDataSchema.safeParse(data).success).toBe(false);
  });
});
