/**
 * Finds what people mean by a name on the command line. Keys are what documents hold; what is printed are words, and
 * whoever types them back means the same, with or without their marks.
 */
import { foldExact, foldMarks } from "../../shared/text/fold";

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
  const loose = folded(text);
  return loose === "" ? [] : options.filter(({ name }) => folded(name) === loose);
}

export function onlyOne<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

export function folded(text: string): string {
  return foldMarks(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
