/**
 * What typed letters mean in a closed choice: the entry that begins with them, as in a list of the system, and where
 * none does the one that has them inside, as in the program's lists that are typed into. A letter
 * without marks finds every marked one, and one with some of its marks what it is about to become.
 */
import { foldSearch, nfc } from "../../../shared/text/fold";

/** Letters typed longer ago begin a new word. */
export const typingPauseMs = 1000;

/** The letters so far with one more key; a key that types nothing leaves them. */
export function lettersAfter(letters: string, key: string): string {
  if (key === "Backspace") return [...letters].slice(0, -1).join("");
  return [...key].length === 1 ? letters + key : letters;
}

/** Letters one by one as they are typed, in small ones. */
function lettersOf(text: string): readonly string[] {
  return [...nfc(text).toLowerCase()];
}

/** A letter and its marks: "ậ" has the marks of "â" and of "ạ", "đ" one that it shares with no other. */
function partsOf(letter: string): { readonly plain: string; readonly marks: readonly string[] } {
  const [plain = "", ...marks] = letter.normalize("NFD");
  return plain === "đ" ? { plain: "d", marks: ["đ"] } : { plain, marks };
}

/** Whether a typed letter may become one of a label: its marks are written one after the other, in any order. */
function becomes(typed: string, letter: string | undefined): boolean {
  if (letter === undefined) return false;
  const [own, wanted] = [partsOf(typed), partsOf(letter)];
  return own.plain === wanted.plain && own.marks.every((mark) => wanted.marks.includes(mark));
}

/** Letters, and where in them others are found. */
interface Found {
  readonly letters: readonly string[];
  readonly places: readonly number[];
}

/** Letters are compared with the marks they have so far; then without any, as a tone may be written on another vowel. */
const comparisons: readonly ((label: string, typed: string) => Found)[] = [
  (label, typed) => found(lettersOf(label), lettersOf(typed), becomes),
  (label, typed) => found([...foldSearch(label)], [...foldSearch(typed)], (one, letter) => one === letter),
];

function found(
  letters: readonly string[],
  typed: readonly string[],
  fits: (one: string, letter: string | undefined) => boolean,
): Found {
  const places = [...letters.keys()].filter((at) => typed.every((one, n) => fits(one, letters[at + n])));
  return { letters, places: typed.length === 0 ? [] : places };
}

/** Where letters may stand in a label, the nearest to what is meant first; a single one inside a word tells nothing. */
const standings: readonly ((found: Found, typed: string) => boolean)[] = [
  ({ places }) => places.includes(0),
  ({ letters, places }) => places.some((at) => letters[at - 1] === " "),
  ({ places }, typed) => [...typed].length > 1 && places.length > 0,
];

/**
 * The entry that letters choose, null when none has them. One letter again and again walks through all that begin
 * with it.
 * @param at entry chosen now, -1 for none
 * @param isBack whether a letter was taken back: then what is chosen stays where it fits
 */
export function entryByLetters(
  labels: readonly (string | null)[],
  letters: string,
  at: number,
  isBack = false,
): number | null {
  const again = letters.length > 1 && [...letters].every((letter) => letter === letters[0]);
  const wanted = again ? letters.slice(0, 1) : letters;
  if (wanted.trim() === "") return null;
  const stays = isBack || wanted.length > 1;
  const order = [...labels.keys()].map(
    (n) => (n + Math.max(at, -1) + (stays ? 0 : 1) + labels.length) % labels.length,
  );
  for (const compared of comparisons) {
    for (const stands of standings) {
      const place = order.find((one) => {
        const label = labels[one];
        return typeof label === "string" && stands(compared(label, wanted), wanted);
      });
      if (place !== undefined) return place;
    }
  }
  return null;
}

/** Whether a blank after letters is one of a name, rather than the key that takes what they chose. */
export function goesOnAfter(labels: readonly string[], letters: string): boolean {
  return (
    letters !== "" && labels.some((label) => ` ${foldSearch(label)}`.includes(` ${foldSearch(letters)} `))
  );
}
