// Guards the Vietnamese order of people and units against a comparator written independently of the keys.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameSortKey, textSortKey } from "./sort-key";

const byName = (a: string, b: string) => binary(nameSortKey(a), nameSortKey(b));
const byText = (a: string, b: string) => binary(textSortKey(a), textSortKey(b));

function binary(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// A model syllable: letters by their rank in the alphabet, and a tone, before either is written as text.
const LETTERS = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".split(" ");
const VOWELS = new Set("a ă â e ê i o ô ơ u ư y".split(" "));
const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

interface Syllable {
  readonly letters: readonly number[];
  readonly tone: number;
}

// Few letters, so that equal beginnings and equal words, where the rules are told apart, come up often.
const FEW = ["a", "ă", "â", "d", "đ", "n", "o", "ơ", "u", "y"].map((letter) => LETTERS.indexOf(letter));
const syllable: fc.Arbitrary<Syllable> = fc.record({
  letters: fc
    .tuple(
      fc.array(fc.constantFrom(...FEW), { maxLength: 2 }),
      fc.constantFrom(LETTERS.indexOf("a"), LETTERS.indexOf("ơ")),
    )
    .map(([onset, vowel]) => [...onset, vowel]),
  tone: fc.integer({ min: 0, max: 5 }),
});
const words = fc.array(syllable, { minLength: 1, maxLength: 4 });

/** Writes the tone on the first or last vowel, which must not matter. */
function write(word: Syllable, onLast: boolean): string {
  const letters = word.letters.map((rank) => LETTERS[rank] ?? "");
  const vowels = letters.flatMap((letter, index) => (VOWELS.has(letter) ? [index] : []));
  const at = vowels.at(onLast ? -1 : 0);
  return letters.map((letter, index) => (index === at ? letter + (TONES[word.tone] ?? "") : letter)).join("");
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(a.length - b.length);
}

function compareWords(a: readonly Syllable[], b: readonly Syllable[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (!x || !y) break;
    const difference = compareRanks(x.letters, y.letters) || Math.sign(x.tone - y.tone);
    if (difference !== 0) return difference;
  }
  return Math.sign(a.length - b.length);
}

function compareNames(a: readonly Syllable[], b: readonly Syllable[]): number {
  const ho = (name: readonly Syllable[]) => (name.length > 1 ? name.slice(0, 1) : []);
  return (
    compareWords(a.slice(-1), b.slice(-1)) ||
    compareWords(a.slice(1, -1), b.slice(1, -1)) ||
    compareWords(ho(a), ho(b))
  );
}

describe("nameSortKey", () => {
  it("sorts by tên, then đệm, then họ", () => {
    const sorted = [
      "An",
      "Vũ An",
      "Nguyễn Bảo An",
      "Trần Bảo An",
      "Lê Bảo Ngọc An",
      "Đỗ Văn An",
      "Nguyễn Thị Ân",
      "Phạm Văn Bình",
      "Nguyễn Văn Dũng",
      "Bùi Đức Đạt",
      "Hà Thị Hòa",
      "Hà Thị Hoàn",
      "Cao Thị Huệ",
      "Y Moan",
      "Trần Văn Ơn",
      "Lê Thị Uyên",
      "Lê Thị Ước",
    ];
    expect(sorted.toReversed().toSorted(byName)).toEqual(sorted);
  });

  it("orders tones ngang, huyền, hỏi, ngã, sắc, nặng, after all letters of the word", () => {
    const sorted = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "Mài", "Man", "Măn", "Mân"];
    expect(sorted.toReversed().toSorted(byName)).toEqual(sorted);
  });

  it("lets the tone of one word decide before the letters of the next", () => {
    expect(byName("Nguyễn Thì Yến An", "Nguyễn Thị Bích An")).toBe(-1);
  });

  it.each([
    ["Nguyễn Thị Hoà", "NGUYỄN  thị hòa"],
    ["Cao Thị Huệ".normalize("NFD"), "Cao Thị Huệ"],
    ["H'Hen Niê", "H’Hen Niê"],
    ["HʼHen Niê", "HHen Niê"],
    ["Ðặng Văn Ðạt", "Đặng Văn Đạt"],
    ["Müller Ñá", "MULLER NA\u0303\u0301"],
  ])("gives %j and %j one key", (a, b) => {
    expect(nameSortKey(a)).toBe(nameSortKey(b));
  });

  it("agrees with the rule for any names, however composed, cased and toned", () => {
    fc.assert(
      fc.property(words, words, fc.boolean(), fc.boolean(), (a, b, onLast, upper) => {
        const left = a
          .map((word) => write(word, onLast))
          .join(" ")
          .normalize("NFC");
        const right = b
          .map((word) => write(word, !onLast))
          .join("  ")
          .normalize("NFD");
        expect(byName(upper ? left.toUpperCase() : left, right)).toBe(compareNames(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it("is compact ASCII", () => {
    expect(nameSortKey("Nguyễn Thị Huệ").length).toBeLessThanOrEqual("Nguyễn Thị Huệ".length + 4);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(nameSortKey(text)).toMatch(/^[0-9A-Za-z]*-[0-9A-Za-z]*-[0-9A-Za-z]*$/);
        expect(textSortKey(text)).toMatch(/^[0-9A-Za-z]*$/);
      }),
    );
  });
});

describe("textSortKey", () => {
  it("sorts from left to right, numbers by value, numbers before letters", () => {
    const sorted = [
      "Khu",
      "Khu 2",
      "Khu 9",
      "Khu 10",
      "Khu 10A",
      "Khu 100",
      "Khu A",
      "Thị trấn Thanh Ba",
      "Xã Chí Tiên",
      "Xã Đại An",
      "Xã Đông Lĩnh",
      "Xã Đông Thành",
      "Xã Quảng Yên",
    ];
    expect(sorted.toReversed().toSorted(byText)).toEqual(sorted);
  });

  it("takes punctuation as a gap between words", () => {
    expect(textSortKey("Văn phòng - thống kê")).toBe(textSortKey("Văn phòng–Thống kê"));
    expect(textSortKey("Khu 02")).toBe(textSortKey("khu 2"));
  });

  it("agrees with the rule for any titles", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [left, right] = [a, b].map((title) => title.map((word) => write(word, true)).join(" "));
        expect(byText(left ?? "", right ?? "")).toBe(compareWords(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it("agrees with the platform's Vietnamese collator on words of one tone", () => {
    const collator = new Intl.Collator("vi");
    const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(word, word, fc.constantFrom(...TONES), (a, b, tone) => {
        const [left, right] = [`a${tone}${a}`.normalize("NFC"), `a${tone}${b}`.normalize("NFC")];
        expect(byText(left, right)).toBe(Math.sign(collator.compare(left, right)));
      }),
      { numRuns: 1000 },
    );
  });

  it("agrees with the platform's Vietnamese collator on the order of tones", () => {
    const toned = TONES.map((tone) => `ma${tone}`.normalize("NFC"));
    expect(toned.toReversed().toSorted(byText)).toEqual(toned);
    expect(toned.toReversed().toSorted(new Intl.Collator("vi").compare)).toEqual(toned);
  });

  it("puts letters of other scripts after z and more than one tone after one", () => {
    const sorted = ["áa", "áa 1", "áa z", "áa ω", "áà", "z", "α", "ω", "𝒳"];
    expect(sorted.toReversed().toSorted(byText)).toEqual(sorted);
  });
});
