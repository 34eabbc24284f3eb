/** Offices whose changes stand in the log, by name: an office that renewed its key wrote with several. */
import { foldSearch } from "../../../shared/text/fold";
import { writingKeys } from "../../roster/read/change-filter";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { officeNames } from "./office-names";

function keysByName(roster: OpenRoster, environment: Environment): Map<string, string[]> {
  const names = officeNames(roster, environment);
  const byName = new Map<string, string[]>();
  for (const key of writingKeys(roster.db)) {
    const name = names.of(key);
    byName.set(name, [...(byName.get(name) ?? []), key]);
  }
  return byName;
}

/** What the office of a writer is called, as people read it. */
export function officeOfWriter(roster: OpenRoster, environment: Environment): (writer: string) => string {
  const names = officeNames(roster, environment);
  return (writer) => names.of(writer);
}

/** Names that hold a text, without regard to marks, in Vietnamese order. */
export function changeOffices(
  roster: OpenRoster,
  environment: Environment,
  query: string,
  limit: number,
): string[] {
  const wanted = foldSearch(query);
  return [...keysByName(roster, environment).keys()]
    .filter((name) => foldSearch(name).includes(wanted))
    .sort((a, b) => a.localeCompare(b, "vi"))
    .slice(0, limit);
}

/** Hex of every key that an office wrote with; empty for a name that nobody has. */
export function keysOfOffice(roster: OpenRoster, environment: Environment, name: string): readonly string[] {
  return keysByName(roster, environment).get(name) ?? [];
}
