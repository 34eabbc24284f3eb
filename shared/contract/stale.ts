/**
 * Whether an answer may differ after a change: what it is read from against what the change touched.
 *
 * Too few questions asked again would show figures from before an edit; too many make a large roster slow to type in.
 */
import { type CallFacts, people, type Part } from "./call";

/** What a change of the open roster touched. */
export interface Change {
  readonly parts: readonly Part[];
  /** Officials whose own row or rows of whom changed; null: too many to name. */
  readonly officials: readonly string[] | null;
}

/** Parts in which each row or change belongs to the officials that an event names. */
const byPerson: readonly Part[] = [...people, "log"];

/** @param args what was asked with */
export function isStale({ reads, about }: CallFacts, args: unknown, { parts, officials }: Change): boolean {
  const met = parts.filter((part) => reads.includes(part));
  if (met.length === 0) return false;
  if (about === undefined || officials === null) return true;
  const asked = typeof args === "object" && args !== null ? Reflect.get(args, about) : null;
  if (typeof asked !== "string" || officials.includes(asked)) return true;
  return met.some((part) => !byPerson.includes(part));
}
