/** Reads several answers of a closed list in one cell. */
import { askWord, nothing, type Reading, saysNothing, unread, value } from "./reading";

/** Parted by semicolons; or by commas, since some answers hold commas. */
export function choiceSetOf(text: string, answer: (part: string) => string | null): Reading {
  if (saysNothing(text)) return nothing;
  for (const separator of [";", ",", "\n"]) {
    const parts = text.split(separator).map((part) => part.trim());
    const found = parts.filter((part) => part !== "").map(answer);
    if (found.length > 0 && found.every((key) => key !== null))
      return value([...new Set(found)].sort().join(" "));
  }
  return unread("word", askWord);
}
