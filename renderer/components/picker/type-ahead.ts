/**
 * What typed letters mean in a closed choice: the entry that begins with them, as in a list of the system, and where
 * none does the one that has them inside, as in the program's lists that are typed into. With marks only what has them, without marks whatever reads so; UniKey writes a marked letter as a backspace and the letter.
 */
import { foldSearch, nfc } from "../../../shared/text/fold";

/** Letters typed longer ago begin a new word. */
export const typingPauseMs = 1000;

/** The letters so far with one more key; a key that types nothing leaves them. */
export function lettersAfter(letters: string, key: string): string {
  if (key === "Backspace") return [...letters].slice(0, -1).join("");
  return [...key].length === 1 ? letters + key : letters;
}

/** A label and letters as they are compared: with marks where the letters have some. */
function asCompared(label: string, letters: string): readonly [string, string] {
  const typed = nfc(letters).toLowerCase();
  const plain = foldSearch(typed);
  return plain === typed.trim() ? [foldSearch(label), plain] : [nfc(label).toLowerCase(), typed];
}

/** Where letters may stand in a label, the nearest to what is meant first; a single one inside a word tells nothing. */
const fits = [
  (label: string, typed: string) => label.startsWith(typed),
  (label: string, typed: string) => label.includes(` ${typed}`),
  (label: string, typed: string) => [...typed].length > 1 && label.includes(typed),
];

/**
 * The entry that letters choose, null when none has them. One letter again and again walks through all that begin
 * with it.
 * @param at entry chosen now, -1 for none
 */
export function entryByLetters(
  labels: readonly (string | null)[],
  letters: string,
  at: number,
): number | null {
  const again = letters.length > 1 && [...letters].every((letter) => letter === letters[0]);
  const wanted = again ? letters.slice(0, 1) : letters;
  if (wanted.trim() === "") return null;
  const stays = wanted.length > 1;
  const order = [...labels.keys()].map(
    (n) => (n + Math.max(at, -1) + (stays ? 0 : 1) + labels.length) % labels.length,
  );
  for (const fit of fits) {
    const found = order.find((place) => {
      const label = labels[place];
      return typeof label === "string" && fit(...asCompared(label, wanted));
    });
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether a blank after letters is one of a name, rather than the key that takes what they chose. */
export function goesOnAfter(labels: readonly string[], letters: string): boolean {
  return (
    letters !== "" && labels.some((label) => ` ${foldSearch(label)}`.includes(` ${foldSearch(letters)} `))
  );
}
