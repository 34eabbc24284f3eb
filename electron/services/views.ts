/** Named views of a roster: kept in its file, told by name to the window and to the command line. */
import { appError } from "../../shared/contract/errors";
import { type NamedView, namedViewSchema, type View, viewLimits } from "../../shared/contract/schemas/views";
import { foldExact } from "../../shared/text/fold";
import { textSortKey } from "../../shared/text/sort-key";
import { ownViews } from "../roster/log/own-views";
import type { OpenRoster } from "./open-roster";

/** By name; what a newer program kept and this one cannot read is left out. */
export function namedViews(roster: OpenRoster): NamedView[] {
  return kept(roster)
    .flatMap((one) => {
      const read = namedViewSchema.safeParse(one);
      return read.success ? [read.data] : [];
    })
    .sort((a, b) => (textSortKey(a.name) < textSortKey(b.name) ? -1 : 1));
}

/** The view of a name, marks and capitals as they are; null where there is none. */
export function viewNamed(roster: OpenRoster, name: string): NamedView | null {
  return namedViews(roster).find((one) => foldExact(one.name) === foldExact(name)) ?? null;
}

/**
 * Keeps a view under a name, in place of the one that bears it.
 * @throws AppError roster-readonly, views-full
 */
export function saveView(roster: OpenRoster, name: string, view: View): { id: string } {
  const before = viewNamed(roster, name);
  const id = before?.id ?? roster.newId();
  const others = kept(roster).filter((one) => idOf(one) !== id);
  if (others.length >= viewLimits.named) throw appError("views-full", { most: viewLimits.named });
  roster.keepViews(JSON.stringify([...others, { id, name, view }]));
  return { id };
}

/** @throws AppError roster-readonly, row-unknown */
export function removeView(roster: OpenRoster, id: string): null {
  const all = kept(roster);
  const others = all.filter((one) => idOf(one) !== id);
  if (others.length === all.length) throw appError("row-unknown", { id });
  roster.keepViews(JSON.stringify(others));
  return null;
}

function kept(roster: OpenRoster): readonly unknown[] {
  const text = ownViews(roster.log);
  if (text === null) return [];
  const read: unknown = JSON.parse(text);
  return Array.isArray(read) ? read : [];
}

function idOf(view: unknown): unknown {
  return typeof view === "object" && view !== null ? Reflect.get(view, "id") : null;
}
