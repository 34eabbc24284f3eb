/** A key for a new set or post: the letters and digits of its name, made different where another row bears it. */
import { foldSearch } from "./fold";

const longest = 40;

export function newKey(name: string, taken: readonly string[]): string {
  const words = foldSearch(name).match(/[a-z0-9]+/g) ?? [];
  const base = words.join("-").slice(0, longest).replace(/-+$/, "") || "moi";
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(key)) return key;
  }
}
