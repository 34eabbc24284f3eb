/**
 * The people of the roster whom a table may mean: read once through, in slices, keeping only those whose number or name
 * stands in the table. A nation's roster is read for a list of thirty as well, and the window goes on meanwhile.
 */
import { isoToPacked } from "../../../shared/domain/partial-date";
import type { StoredPerson } from "../../../shared/import/compare";
import type { KnownPerson, RosterPeople } from "../../../shared/import/plan";
import type { PersonDraft } from "../../../shared/import/people";
import { judgeRows } from "../../../shared/standards/read";
import { foldName } from "../../../shared/text/fold";
import { officialKeys, officialPk, officialRecord } from "../../roster/read/officials";
import type { OpenRoster } from "../open-roster";

const slice = 2000;

/**
 * @param on ISO day on which people are counted by their main post
 * @param pause between slices; what it throws ends the reading
 */
export async function rosterPeople(
  roster: OpenRoster,
  drafts: readonly PersonDraft[],
  on: string,
  pause: () => Promise<void>,
): Promise<RosterPeople> {
  const numbers = new Set(drafts.flatMap(({ identityNumber }) => identityNumber ?? []));
  const names = new Set(drafts.flatMap(({ name }) => (name === "" ? [] : foldName(name))));
  const byNumber = new Map<string, KnownPerson[]>();
  const byName = new Map<string, KnownPerson[]>();
  const note = (map: Map<string, KnownPerson[]>, key: string, person: KnownPerson) =>
    void map.set(key, [...(map.get(key) ?? []), person]);
  for (let after = 0; ; ) {
    const keys = officialKeys(roster.db, after, slice);
    const last = keys[keys.length - 1];
    if (last === undefined) break;
    after = last.pk;
    for (const { id, fullName, birth, identityNumber } of keys) {
      const person = { id, name: fullName, birth, identityNumber, place: null };
      if (identityNumber !== null && numbers.has(identityNumber)) note(byNumber, identityNumber, person);
      const folded = foldName(fullName);
      if (names.has(folded)) note(byName, folded, person);
    }
    await pause();
  }
  return {
    has: (id) => officialPk(roster.db, id) !== null,
    withNumber: (number) => byNumber.get(number) ?? [],
    named: (name) => byName.get(name) ?? [],
    read: (id) => storedPerson(roster, id, on),
  };
}

/** A person as the roster has them on a day; null where they are not there. */
function storedPerson(roster: OpenRoster, id: string, on: string): StoredPerson | null {
  const record = officialRecord(roster.db, id);
  if (record === null) return null;
  const catalog = roster.catalog();
  const day = isoToPacked(on);
  const { main } = judgeRows(record, catalog.ruleBook(day), { catalog, today: day });
  return { id, fields: record.fields, rows: record.rows, mainId: main?.id ?? null };
}
