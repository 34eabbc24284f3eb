/**
 * The people of the roster whom a table may mean: read once through, in slices, keeping only those whose number or name
 * stands in the table. A nation's roster is read for a list of thirty as well, and the window goes on meanwhile. Their
 * records are read for some lines at a time: one by one they would cost a question an entity each.
 */
import { isoToPacked } from "../../../shared/domain/partial-date";
import type { StoredPerson } from "../../../shared/import/compare";
import { claimsOf, type RosterPeople } from "../../../shared/import/known-people";
import type { KnownPerson } from "../../../shared/import/namesakes";
import type { PersonDraft } from "../../../shared/import/people";
import { mainRowOf } from "../../../shared/standards/read";
import { foldName } from "../../../shared/text/fold";
import {
  officialKeys,
  officialPk,
  officialRecord,
  officialRecords,
  type OfficialRecordRows,
} from "../../roster/read/officials";
import { pairId, pairsKeptApart } from "../../roster/read/kept-apart";
import type { OpenRoster } from "../open-roster";

const slice = 2000;
/** Records that are held at once. */
const mostAtOnce = 500;

export interface PreparedPeople extends RosterPeople {
  /** Reads the records of those whom some drafts may mean; what was read for others before is given up. */
  readonly prepare: (drafts: readonly PersonDraft[]) => void;
}

/**
 * @param on ISO day on which people are counted by their main post
 * @param pause between slices; what it throws ends the reading
 */
export async function rosterPeople(
  roster: OpenRoster,
  drafts: readonly PersonDraft[],
  on: string,
  pause: () => Promise<void>,
): Promise<PreparedPeople> {
  const numbers = new Set<string>();
  const names = new Set<string>();
  const ids = new Set<string>();
  for (const { identityNumber, foldedName, personId } of drafts) {
    if (identityNumber !== null) numbers.add(identityNumber);
    if (foldedName !== "") names.add(foldedName);
    if (personId !== null) ids.add(personId);
  }
  const byNumber = new Map<string, KnownPerson[]>();
  const byName = new Map<string, KnownPerson[]>();
  const pks = new Map<string, number>();
  for (let after = 0; ; ) {
    const keys = officialKeys(roster.db, after, slice);
    const last = keys[keys.length - 1];
    if (last === undefined) break;
    after = last.pk;
    for (const { pk, id, fullName, birth, identityNumber } of keys) {
      const person = { id, name: fullName, birth, identityNumber, place: null };
      const folded = foldName(fullName);
      const [isNumber, isName] = [identityNumber !== null && numbers.has(identityNumber), names.has(folded)];
      if (isNumber && identityNumber !== null) note(byNumber, identityNumber, person);
      if (isName) note(byName, folded, person);
      if (isNumber || isName || ids.has(id)) pks.set(id, pk);
    }
    await pause();
  }
  const nobody: readonly KnownPerson[] = [];
  const withNumber = (number: string) => byNumber.get(number) ?? nobody;
  const named = (name: string) => byName.get(name) ?? nobody;
  const isKnown = (id: string) => pks.has(id);
  const claims = claimsOf(drafts, { isKnown, withNumber });
  const apart = pairsKeptApart(roster.db);
  let records = new Map<string, OfficialRecordRows>();
  return {
    has: (id) => pks.has(id) || officialPk(roster.db, id) !== null,
    withNumber,
    named,
    isApart: (one, other) => apart.has(pairId(one, other)),
    claimedBy: (id) => claims.get(id) ?? null,
    read: (id) => storedPerson(roster, records.get(id) ?? officialRecord(roster.db, id), on),
    prepare: (some) => {
      const wanted = meantBy(some, { isKnown, withNumber, named }).flatMap((id) => pks.get(id) ?? []);
      records = new Map(officialRecords(roster.db, wanted).map((record) => [record.id, record]));
    },
  };
}

/** Those on record whom drafts may mean, as many as are held: a name that thousands have is gone through once, and not to its end. */
export function meantBy(
  drafts: readonly Pick<PersonDraft, "personId" | "identityNumber" | "foldedName">[],
  {
    isKnown,
    withNumber,
    named,
  }: Pick<RosterPeople, "withNumber" | "named"> & { readonly isKnown: (id: string) => boolean },
): string[] {
  const meant = new Set<string>();
  const looked = new Set<readonly KnownPerson[]>();
  for (const { personId, identityNumber, foldedName } of drafts) {
    if (personId !== null && isKnown(personId)) {
      meant.add(personId);
      continue;
    }
    const sure = identityNumber === null ? [] : withNumber(identityNumber);
    const people = sure.length > 0 ? sure : named(foldedName);
    if (looked.has(people)) continue;
    looked.add(people);
    for (const { id } of people.slice(0, mostAtOnce)) meant.add(id);
  }
  return [...meant].slice(0, mostAtOnce);
}

function note(map: Map<string, KnownPerson[]>, key: string, person: KnownPerson): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [person]);
  else known.push(person);
}

/** A person as the roster has them on a day; null where they are not there. */
function storedPerson(
  roster: OpenRoster,
  record: OfficialRecordRows | null,
  on: string,
): StoredPerson | null {
  if (record === null) return null;
  const { id, fields, rows } = record;
  return { id, fields, rows, mainId: mainRowOf(rows.assignment, isoToPacked(on), roster.catalog()) };
}
