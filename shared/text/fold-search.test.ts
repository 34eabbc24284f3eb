// Guards that people and units are found however a clerk writes y and i, apostrophes and blanks, and that nobody else is.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName, foldSearch, isFoundBy, searchTokens, searchWords } from "./fold";
import { syllableParts } from "./legacy/syllable";
import { NameIndex } from "./name-index";

describe("what is found", () => {
  it.each([
    ["Nguyễn Văn Quí", "quy"],
    ["Nguyễn Văn Quý", "qui"],
    ["Lê Thị Lí", "ly"],
    ["Lê Thị Lý", "li"],
    ["Mỹ Duyên", "mi"],
    ["Nguyễn Thị Quỳnh", "quinh"],
    ["H'Hen Niê", "hen"],
    ["H'Hen Niê", "hhen"],
    ["H’Hen Niê", "h'hen"],
    ["HʼHen Niê", "h hen"],
    ["H Hen Niê", "hhen"],
    ["HHen Niê", "h'hen"],
    ["K'Brơi", "kbroi"],
    ["K`Brơi", "broi"],
    ["K‘ Brơi", "kbroi"],
    ["Tôn Nữ Anh-Thư", "thu"],
    ["Anh Thư", "anh-thu"],
    ["Y Moan Êban", "ymoan"],
    ["Xã Ea H'leo", "hleo"],
  ])("%s by %s", (text, query) => {
    expect(isFoundBy(text, query)).toBe(true);
    const index = new NameIndex();
    index.set(0, text);
    expect([...(index.search(query) ?? [])][0]).toBeGreaterThan(0);
  });

  it.each([
    ["Nguyễn Văn Tài", "tay"],
    ["Nguyễn Thị Thúy", "thui"],
    ["Trần Văn Hai", "hay"],
    ["Nguyễn Văn Quí", "ngui"],
  ])("%s is not found by %s", (text, query) => {
    expect(isFoundBy(text, query)).toBe(false);
  });

  it("keeps what is written with the marks as typed in front", () => {
    const index = new NameIndex();
    ["Nguyễn Văn Quí", "Nguyễn Văn Quý", "Nguyễn Văn Quy"].forEach((name, person) => index.set(person, name));
    expect([...(index.search("quý") ?? [])]).toEqual([1, 2, 1]);
    expect([...(index.search("quy") ?? [])]).toEqual([1, 1, 1]);
  });
});

const syllable = fc
  .tuple(fc.constantFrom(...syllableParts.onsets), fc.constantFrom(...syllableParts.rhymes))
  .map((parts) => parts.join(""));

describe("foldSearch", () => {
  it("folds the beginning of a word to the beginning of the folded word", () => {
    fc.assert(
      fc.property(syllable, fc.nat(), (word, cut) => {
        const beginning = word.slice(0, 1 + (cut % word.length));
        expect(foldSearch(word).startsWith(foldSearch(beginning))).toBe(true);
        expect(foldSearch(foldSearch(word))).toBe(foldSearch(word));
      }),
    );
  });

  it("finds every text by each of its words, by itself and by its beginnings", () => {
    const text = fc.array(fc.oneof(syllable, fc.constantFrom("H'Hen", "K’Brơi", "Y", "Anh-Thư")), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(text, fc.nat(), (words, cut) => {
        const name = words.join(" ");
        expect(isFoundBy(name, name)).toBe(true);
        for (const word of searchWords(name)) {
          expect(isFoundBy(name, word)).toBe(true);
          expect(isFoundBy(name, word.slice(0, 1 + (cut % word.length)))).toBe(true);
        }
        expect(isFoundBy(name, "")).toBe(true);
        expect(searchTokens("  ")).toEqual([]);
      }),
    );
  });

  it("takes one name written in several ways for one", () => {
    expect(new Set(["H'Hen Niê", "H’Hen niê", "H Hen Niê", "HHen Niê"].map(foldName))).toEqual(
      new Set(["hhennie"]),
    );
    expect(foldName("Nguyễn Văn Quí")).toBe(foldName("Nguyễn Văn Quý"));
    expect(foldName("Nguyễn Văn Tài")).not.toBe(foldName("Nguyễn Văn Tay"));
  });
});
