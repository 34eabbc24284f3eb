import { expect, it } from "vitest";
import { postsIn, readEach } from "./several-posts";

const known: Readonly<Record<string, readonly string[]>> = {
  "Bí thư": ["a"],
  "Trưởng phòng Kinh tế, Hạ tầng và Đô thị": ["b"],
  "Bí thư Đảng ủy": ["a"],
  "Chủ tịch": ["c", "d"],
  "Chánh Văn phòng": ["e"],
};
const parted = (text: string) => postsIn(text, (part) => known[part] ?? [])?.map(({ id }) => id) ?? null;

it.each([
  ["Trưởng phòng Kinh tế, Hạ tầng và Đô thị kiêm Chánh Văn phòng", ["b", "e"]],
  ["Bí thư; Chánh Văn phòng", ["a", "e"]],
  ["Bí thư+Chánh Văn phòng", ["a", "e"]],
  ["Bí thư KIÊM NHIỆM Chánh Văn phòng", ["a", "e"]],
  ["Bí thư - Chánh Văn phòng", null],
  ["Bí thư/Chánh Văn phòng", null],
  // Of two names of one post, of a name of two posts, of a part that names nothing.
  ["Bí thư, Bí thư Đảng ủy", null],
  ["Bí thư, Chủ tịch", null],
  ["Bí thư, thú y", null],
  ["Bí thư,", null],
  ["Bí thư", null],
])("parts %s into %j", (text, ids) => {
  expect(parted(text)).toEqual(ids);
});

it("takes the posts of an answer before those of the text, and none where neither says any", () => {
  const [one, two] = ["0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002"];
  expect(readEach(`each:${one}+${two}`, null)).toEqual({
    kind: "value",
    value: one,
    further: [{ kind: "value", value: two }],
  });
  expect(readEach("each", null)).toBeNull();
});
