/**
 * Finds what people mean by a name on the command line. Keys are what documents hold; what is printed are words, and
 * whoever types them back means the same, with or without their marks.
 */
import { foldExact, foldMarks, foldSearch } from "../../shared/text/fold";

export interface NamedOption {
  readonly key: string;
  readonly name: string;
}

/** Options that a text means: by key, else by name as written, else by name without marks and punctuation. */
export function matching<T extends NamedOption>(text: string, options: readonly T[]): readonly T[] {
  const byKey = options.filter(({ key }) => key === text);
  if (byKey.length > 0) return byKey;
  const exact = foldExact(text);
  const byName = options.filter(({ name }) => foldExact(name) === exact);
  if (byName.length > 0) return byName;
  const loose = sounded(text);
  return loose === "" ? [] : options.filter(({ name }) => sounded(name) === loose);
}

export function onlyOne<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** As `folded`, with i for y where they sound alike and without apostrophes. */
function sounded(text: string): string {
  return foldSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function folded(text: string): string {
  return foldMarks(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
