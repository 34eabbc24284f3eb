// Guards that identity numbers keep their leading zeros: a number with a lost zero must not pass.

import { describe, expect, it } from "vitest";
import { isIdentityNumber } from "./identity-number";

describe("isIdentityNumber", () => {
  it.each(["025080001234", "131234567", "000000000000"])("accepts %s", (text) => {
    expect(isIdentityNumber(text)).toBe(true);
  });

  it.each([
    "",
    "25080001234",
    "13123456",
    "1312345678",
    "0250800012345",
    "025 080 001 234",
    "02508000123a",
    "025080001234\n",
    "٠٢٥٠٨٠٠٠١٢٣٤",
    "-25080001234",
  ])("refuses %j", (text) => {
    expect(isIdentityNumber(text)).toBe(false);
  });
});
