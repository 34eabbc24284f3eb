/**
 * All nominations of a roster on a day, each judged once in the state that the roster is in: counts, lists and the ways to
 * each post are made of these, and what stands in a line is read again for those that are shown.
 */
import type { NomineeStatus } from "../../../shared/domain/nominee";
import { type NomineeReading, readNominee, termYears } from "../../../shared/planning/nominee";
import { type RowFields, textOf } from "../../../shared/domain/checks/reading";
import { isoToPacked, type PackedDay } from "../../../shared/domain/partial-date";
import { postCategories } from "../../../shared/domain/values";
import type { Snapshot } from "../../../shared/statistics/snapshot";
import { officialPk, officialRecords } from "../../roster/read/officials";
import { allRows } from "../../roster/read/rows";
import type { RosterIndex } from "../../roster/read/index/roster-index";
import type { OpenRoster } from "../open-roster";

export interface Nomination {
  readonly id: string;
  readonly fields: RowFields;
  /** Index of the facts. */
  readonly person: number;
  readonly term: string;
  /** Indices of the catalog; −1: none that it knows. The unit is the one that the person counts in where none is named. */
  readonly post: number;
  readonly unit: number;
  readonly status: NomineeStatus;
}

/** People who are read in one go. */
const slice = 200;

interface Kept {
  readonly version: number;
  readonly on: string;
  readonly made: Promise<readonly Nomination[]>;
}
const keptOf = new WeakMap<RosterIndex, Kept>();

/** Everybody judged of whatever kind of post: of whom it is asked who they are, and not whether a table counts them. */
export function planningSnapshot(index: RosterIndex, on: string): Snapshot {
  return index.snapshot(isoToPacked(on), postCategories);
}

/** @param on ISO day */
export function nominationsOf(
  roster: OpenRoster,
  index: RosterIndex,
  on: string,
): Promise<readonly Nomination[]> {
  const known = keptOf.get(index);
  if (known?.version === index.version && known.on === on) return known.made;
  const made = readAll(roster, index, on);
  keptOf.set(index, { version: index.version, on, made });
  // What failed is tried again by whoever asks next.
  made.catch(() => keptOf.delete(index));
  return made;
}

async function readAll(roster: OpenRoster, index: RosterIndex, on: string): Promise<readonly Nomination[]> {
  const rows = allRows(roster.db, "planning");
  const found: Nomination[] = [];
  for (let start = 0; start < rows.length; start += slice) {
    const part = rows.slice(start, start + slice).flatMap(({ id, fields }) => {
      const pk = officialPk(roster.db, textOf(fields, "official") ?? "");
      return pk === null ? [] : [{ id, fields, person: index.facts.indexOf(pk) }];
    });
    const read = readNominees(roster, index, on, part);
    part.forEach((one, place) => {
      const reading = read[place];
      if (reading !== null && reading !== undefined)
        found.push({ ...one, ...placeOf(index, on, one), status: reading.status });
    });
    await roster.surroundings.pause();
  }
  return found;
}

function placeOf(index: RosterIndex, on: string, { fields, person }: Pick<Nomination, "fields" | "person">) {
  const { catalog } = index;
  const { columns } = planningSnapshot(index, on);
  const named = textOf(fields, "unit");
  const unit = named === null ? null : catalog.unitOfId(named);
  return {
    term: textOf(fields, "term") ?? "",
    post: catalog.postOfId(textOf(fields, "post") ?? "")?.index ?? -1,
    unit: unit === null ? (columns.unit[person] ?? -1) : catalog.countsIn(unit.index, isoToPacked(on)),
  };
}

/** @returns null for somebody whose record is gone. @param nominees a few hundred at most */
export function readNominees(
  { db }: Pick<OpenRoster, "db">,
  index: RosterIndex,
  on: string,
  nominees: readonly Pick<Nomination, "fields" | "person">[],
): (NomineeReading | null)[] {
  const { facts, catalog } = index;
  const { columns } = planningSnapshot(index, on);
  const today = isoToPacked(on);
  const pkOf = (person: number) => facts.people.pk[person] ?? 0;
  const pks = [...new Set(nominees.map(({ person }) => pkOf(person)))];
  const records = new Map(officialRecords(db, pks).map((record) => [record.pk, record]));
  return nominees.map(({ fields, person }) => {
    const record = records.get(pkOf(person));
    if (record === undefined) return null;
    return readNominee(record, fields, {
      today,
      book: catalog.ruleBook(today),
      catalog,
      postOf: (id) => catalog.postOfId(id),
      servesIn: catalog.units[columns.unit[person] ?? -1]?.id ?? null,
    });
  });
}

/** Terms that somebody is nominated for, the latest first. */
export function termsOf(nominations: readonly Nomination[]): string[] {
  return [...new Set(nominations.map(({ term }) => term))].sort((a, b) => (a < b ? 1 : -1));
}

/** The term that a day lies in, or else the next one; the latest where all are over. */
export function termOn(terms: readonly string[], day: PackedDay): string | null {
  const year = Math.trunc(day / 10_000);
  const open = terms.filter((term) => (termYears(term)?.to ?? 0) >= year);
  return open.at(-1) ?? terms[0] ?? null;
}
