/**
 * What typed letters mean in a closed choice: the entry that begins with them, as in a list of the system. With marks
 * only what has them, without marks whatever reads so; UniKey writes a marked letter as a backspace and the letter.
 */
import { foldSearch, nfc } from "../../../shared/text/fold";

/** Letters typed longer ago begin a new word. */
export const typingPauseMs = 1000;

/** The letters so far with one more key; a key that types nothing leaves them. */
export function lettersAfter(letters: string, key: string): string {
  if (key === "Backspace") return [...letters].slice(0, -1).join("");
  return [...key].length === 1 ? letters + key : letters;
}

function begins(label: string, letters: string): boolean {
  const typed = nfc(letters).toLowerCase();
  const plain = foldSearch(typed);
  if (plain !== typed.trim()) return nfc(label).toLowerCase().startsWith(typed);
  return foldSearch(label).startsWith(plain);
}

/**
 * The entry that letters choose, null when none begins so. One letter again and again walks through all that begin
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
  const found = order.find((place) => {
    const label = labels[place];
    return typeof label === "string" && begins(label, wanted);
  });
  return found ?? null;
}
