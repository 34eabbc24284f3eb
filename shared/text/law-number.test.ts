import { describe, expect, it } from "vitest";
import { lawParts } from "./law-number";

const numbersIn = (text: string) => lawParts(text).flatMap((part) => (part.isNumber ? [part.text] : []));

describe("the numbers of laws in a text", () => {
  it.each([
    ["Nghị định số 334/2025/NĐ-CP, khoản 1 Điều 5", ["334/2025/NĐ-CP"]],
    ["Quyết định 57-QĐ/TW và 350-QĐ/TW", ["57-QĐ/TW", "350-QĐ/TW"]],
    ["Quyết định số 15/QĐ-UBND ngày 01/10/2021", ["15/QĐ-UBND"]],
    ["Luật 80/2025/QH15; TT 11/2012/TT-BNV.", ["80/2025/QH15", "11/2012/TT-BNV"]],
    ["Địa chính - nông nghiệp, 31/33 người, HĐND-UBND, quốc phòng - an ninh", []],
    ["", []],
  ])("of %j are %j", (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it("leave the text as it is", () => {
    const text = "(334/2025/NĐ-CP) sửa 170/2025/NĐ-CP";
    expect(
      lawParts(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});
