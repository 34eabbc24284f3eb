import { expect, it } from "vitest";
import { letters } from "./docx-text";

/** How often a hyphen stands that Word parts no line at. */
const unparted = (text: string) =>
  JSON.stringify(letters(text, { points: 13 })).split('"w:noBreakHyphen"').length - 1;

it("parts no number of a law at its hyphen, and every other text where Word pleases", () => {
  expect(unparted("Nghị định số 334/2025/NĐ-CP và Quyết định 57-QĐ/TW")).toBe(2);
  expect(unparted("Địa chính - nông nghiệp, HĐND-UBND, 31/33 người")).toBe(0);
});
