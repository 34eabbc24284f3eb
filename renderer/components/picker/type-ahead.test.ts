import { expect, it } from "vitest";
import { entryByLetters, goesOnAfter } from "./type-ahead";

const labels = ["Chưa có", "Chứng chỉ cơ bản", "Cao đẳng", null];

it.each([
  // What begins so goes before what has it inside.
  ["ca", 2],
  ["co", 0],
  ["co b", 1],
  ["cơ", 1],
  ["ban", 1],
  ["ẳng", 2],
  // A single letter is looked for at the beginning of words only.
  ["b", 1],
  ["g", null],
  ["cx", null],
])("finds “%s” at its beginning, then at that of a word, then anywhere", (letters, place) => {
  expect(entryByLetters(labels, letters, -1)).toBe(place);
});

const levels = ["Sơ cấp", "Trung cấp", "Cao đẳng", "Đại học", "Thạc sĩ", "Tiến sĩ"];

it.each([
  ["đại", "Đại học"],
  ["dại", "Đại học"],
  ["đai h", "Đại học"],
  ["đại học".normalize("NFD"), "Đại học"],
  // Marks that are still on their way.
  ["trung câ", "Trung cấp"],
  ["tiên", "Tiến sĩ"],
  ["thac sĩ", "Thạc sĩ"],
  // A tone on another letter than where the list has it.
  ["tíen", "Tiến sĩ"],
  ["thăx", null],
])("takes “%s” letter by letter, with the marks that it has so far", (letters, level) => {
  const place = entryByLetters(levels, letters, -1);
  expect(place === null ? null : levels[place]).toBe(level);
});

it("stays at what is chosen where a letter is taken back and it still fits", () => {
  expect(entryByLetters(levels, "t", 4, true)).toBe(4);
  expect(entryByLetters(levels, "t", 4)).toBe(5);
});

it("takes a blank as a letter where a name goes on after what is typed", () => {
  expect(goesOnAfter(["Chứng chỉ cơ bản"], "co")).toBe(true);
  expect(goesOnAfter(["Chứng chỉ cơ bản"], "co ban")).toBe(false);
  expect(goesOnAfter(["Chứng chỉ cơ bản"], "")).toBe(false);
});
