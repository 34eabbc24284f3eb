import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldExact, foldMarks } from "./fold";
import { NameIndex } from "./name-index";

function indexOf(names: readonly string[]): NameIndex {
  const index = new NameIndex();
  names.forEach((name, person) => index.set(person, name));
  return index;
}

const found = (index: NameIndex, query: string) => [...(index.search(query) ?? [])];

describe("NameIndex", () => {
  const index = indexOf(["Nguyễn Thị Huệ", "Nguyễn Thị Huê", "Đặng Văn Hòa", "Hoàng Đức Đạt"]);

  it("finds without marks, by the beginnings of words in any order", () => {
    expect(found(index, "hue nguyen")).toEqual([1, 1, 0, 0]);
    expect(found(index, "d")).toEqual([0, 0, 1, 1]);
    expect(found(index, "dang hoa")).toEqual([0, 0, 1, 0]);
  });

  it("marks those who match with the marks as typed", () => {
    expect(found(index, "Huệ")).toEqual([2, 1, 0, 0]);
    expect(found(index, "hoà")).toEqual([0, 0, 2, 1]);
  });

  it("answers a blank query with nothing to filter by", () => {
    expect(index.search("   ")).toBeNull();
  });

  it("follows a changed, a new and a removed name", () => {
    const changing = indexOf(["Lê Văn Anh", "Lê Văn Bình"]);
    changing.set(0, "Trần Văn Anh");
    changing.set(2, "Lê Thị Anh", "Ba");
    changing.remove(1);
    expect(found(changing, "le")).toEqual([0, 0, 1]);
    expect(found(changing, "tran anh")).toEqual([1, 0, 0]);
    expect(found(changing, "ba")).toEqual([0, 0, 1]);
  });

  it("agrees with looking at every name", () => {
    const word = fc.constantFrom("Nguyễn", "Lê", "Đỗ", "Do", "Huệ", "Huê", "Hòa", "Hoà", "An", "Ân", "Y");
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    const query = fc.array(fc.oneof(word, fc.constantFrom("n", "h", "hu", "đ", "do")), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 12 }),
        fc.array(name),
        query,
        (names, later, words) => {
          const tested = indexOf(names);
          const now = [...names];
          later.slice(0, names.length).forEach((changed, person) => {
            tested.set(person, changed);
            now[person] = changed;
          });
          const expected = now.map((text) => {
            const matches = (fold: (part: string) => string) =>
              words.every((token) => text.split(" ").some((part) => fold(part).startsWith(fold(token))));
            if (!matches(foldMarks)) return 0;
            const hasMarks = words.some((token) => foldExact(token) !== foldMarks(token));
            return hasMarks && matches(foldExact) ? 2 : 1;
          });
          expect(found(tested, words.join(" "))).toEqual(expected);
        },
      ),
    );
  });
});
