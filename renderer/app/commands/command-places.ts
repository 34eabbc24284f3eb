/** Where commands stand: in which place of the window, and under which heading of the help. */
import { menuNames } from "../../../shared/contract/commands";
import type { CommandEntry, PlaceName } from "./command-entry";

/** Groups of the help: the window's menus, what acts in tables, what acts in fields. */
export const helpGroups = ["file", "edit", "table", "view", "field", "help"] as const;
export type HelpGroup = (typeof helpGroups)[number];

/** Where the help prints an entry: under its menu, or with the keys of tables. */
export function helpGroupOf({ ofRow, places = [], helpGroup }: CommandEntry): HelpGroup {
  if (ofRow === true) return "table";
  return helpGroup ?? menuNames.find((menu) => places.some((one) => one.startsWith(`${menu}.`))) ?? "help";
}

/** The entries offered in a place, one list a group. */
export function commandsAt(
  entries: readonly CommandEntry[],
  place: PlaceName,
): readonly { readonly group: number; readonly entries: readonly CommandEntry[] }[] {
  const groups = new Map<number, CommandEntry[]>();
  for (const entry of entries) {
    const found = entry.places?.find((one) => one.startsWith(`${place}.`));
    if (found === undefined) continue;
    const group = Number(found.slice(place.length + 1));
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  return [...groups]
    .map(([group, members]) => ({ group, entries: members }))
    .sort((a, b) => a.group - b.group);
}
