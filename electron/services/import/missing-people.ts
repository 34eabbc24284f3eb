/**
 * Who is on record and not in a table that the program exported: whoever took a line out is told that nobody is removed by
 * it. Of a list from elsewhere nobody can say whom it should hold.
 */
import type { CallResult } from "../../../shared/contract/contract";
import type { SheetLayout } from "../../../shared/import/layout";
import { officialKeys } from "../../roster/read/officials";
import type { OpenRoster } from "../open-roster";
import type { ImportPlan } from "./import-plan";

const slice = 2000;
/** Names that are told; the count tells how many there are. */
const mostTold = 50;

/** @returns null for tables without the ids of people's records */
export async function missingPeople(
  { db }: Pick<OpenRoster, "db">,
  layouts: readonly SheetLayout[],
  { people }: Pick<ImportPlan, "people">,
  pause: () => Promise<void>,
): Promise<CallResult<"importPlan">["missing"]> {
  const isExport = layouts.some(({ matches }) => matches.some(({ role }) => role.kind === "person"));
  if (!isExport) return null;
  const there = new Set(people.flatMap(({ id, candidates }) => [id, ...candidates.map((one) => one.id)]));
  const told: { id: string; name: string }[] = [];
  let count = 0;
  for (let after = 0; ; ) {
    const keys = officialKeys(db, after, slice);
    const last = keys[keys.length - 1];
    if (last === undefined) return { count, people: told };
    after = last.pk;
    for (const { id, fullName } of keys) {
      if (there.has(id)) continue;
      count++;
      if (told.length < mostTold) told.push({ id, name: fullName });
    }
    await pause();
  }
}
