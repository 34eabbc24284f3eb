// Guards that letters are counted as wide as the document's font has them: a column measured by a guess breaks its words.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { letterWidth } from "../../../shared/report/letter-widths";
import { widthsOfWoff } from "../../testing/font-widths";

const folder = new URL("../../../node_modules/@fontsource/tinos/files/", import.meta.url);
const fontOf = (part: string, weight: number) =>
  widthsOfWoff(readFileSync(new URL(`tinos-${part}-${weight}-normal.woff`, folder)));

const lettersOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_none, place) => String.fromCodePoint(from + place));
/** What stands in Vietnamese documents: letters, digits and signs of the keyboard. */
const latin = [...lettersOf(0x20, 0x7e), ...lettersOf(0xc0, 0xff), ..."–—…·“”‘’"].filter(
  (letter) => !/[ÆÐ×ØÞßæð÷øþ]/u.test(letter),
);
const vietnamese = [..."ĂăĐđĨĩŨũƠơƯư", ...lettersOf(0x1ea0, 0x1ef9)];

describe.each([
  { weight: 400, isBold: false },
  { weight: 700, isBold: true },
])("letters of weight $weight", ({ weight, isBold }) => {
  it("are as wide as the font has them", () => {
    const real = fontOf("latin", weight);
    const wrong = latin.filter((letter) => Math.abs((real(letter) ?? 0) - letterWidth(letter, isBold)) > 2);
    expect(wrong).toEqual([]);
  });

  it("are no narrower with Vietnamese marks, nor wider than in a face that stands in", () => {
    const real = fontOf("vietnamese", weight);
    const shares = vietnamese.map((letter) => letterWidth(letter, isBold) / (real(letter) ?? Number.NaN));
    expect(Math.min(...shares)).toBeGreaterThan(0.995);
    expect(Math.max(...shares)).toBeLessThan(1.5);
  });
});

it("counts a letter and its marks as one, and a mark that stands alone as none", () => {
  expect(letterWidth("\u0301", false)).toBe(0);
  expect(letterWidth("č", false)).toBe(letterWidth("c", false));
  expect(letterWidth("中", false)).toBe(1000);
});
