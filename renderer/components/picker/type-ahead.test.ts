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

it("takes a blank as a letter where a name goes on after what is typed", () => {
  expect(goesOnAfter(["Chứng chỉ cơ bản"], "co")).toBe(true);
  expect(goesOnAfter(["Chứng chỉ cơ bản"], "co ban")).toBe(false);
  expect(goesOnAfter(["Chứng chỉ cơ bản"], "")).toBe(false);
});
