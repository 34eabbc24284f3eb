import { describe, expect, it } from "vitest";
import { inSentence } from "./in-sentence";

describe("a name within a sentence", () => {
  it.each([
    ["Họ và tên", "họ và tên"],
    ["Đại học", "đại học"],
    ["THPT", "THPT"],
    ["Chứng chỉ cơ bản (A, B)", "chứng chỉ cơ bản (A, B)"],
    ["", ""],
  ])("%j is %j", (name, within) => {
    expect(inSentence(name)).toBe(within);
  });
});
