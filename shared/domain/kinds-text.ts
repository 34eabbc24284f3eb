/** The kinds of post that a table counts as one text, for an address of the window and the value of a picker. */
import { type PostCategory, postCategories } from "./values";

/** @returns null for none */
export function writeKinds(kinds: readonly PostCategory[] | null): string | null {
  return kinds === null ? null : postCategories.filter((kind) => kinds.includes(kind)).join(".");
}

/** Reads what `writeKinds` wrote; a text that names no kind reads as null. */
export function readKinds(text: string | null): readonly PostCategory[] | null {
  const named = (text ?? "").split(".");
  const kinds = postCategories.filter((kind) => named.includes(kind));
  return kinds.length === 0 ? null : kinds;
}
