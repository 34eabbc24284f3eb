/**
 * Ids of everything that the program ships. They are derived from a stable text, so that two offices which never
 * met give the same commune, post and rule the same id, and merging their rosters does not double them. A changed
 * text is another row for good: texts given here are never changed.
 */
import { v5 } from "uuid";

/** Namespace of the shipped facts (a random UUID, fixed once). */
const catalogNamespace = "6f1c0a52-7f0e-4c6b-9a55-2d1f4f6f3b0e";

/** The one row that says which standards count. */
export function choiceOfStandardsId(): string {
  return catalogId("standardChoice");
}

/** The id of a shipped row, e.g. `catalogId("post/partySecretary")`: a name-based UUID (version 5). */
export function catalogId(name: string): string {
  return v5(name, catalogNamespace);
}
