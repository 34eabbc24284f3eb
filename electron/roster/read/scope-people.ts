/**
 * Whose people are whose: who serves or served in some units, and whom an office entered that serve nowhere.
 */
import { entities, type FieldValue } from "../../../shared/domain/entities";
import {
  earliestPackedDay,
  latestPackedDay,
  packPartialDate,
  parsePartialDate,
} from "../../../shared/domain/partial-date";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { historyOfRow } from "../log/op-rows";
import { sql } from "../file/sql";

/** An official's assignment as far as scope goes; days as packed partial dates, 0 for none. */
export interface Served {
  readonly row: Uint8Array;
  readonly inScope: boolean;
  readonly from: number;
  readonly to: number;
  readonly removed: boolean;
}

/** A row that was created and does not stand in its table. */
export interface HiddenRow {
  readonly row: Buffer;
  readonly entity: number;
  readonly values: ReadonlyMap<number, FieldValue>;
}

export function hiddenRows(db: ReadHandle): HiddenRow[] {
  return db
    .all<{ row: Buffer; entity: number }>(sql`SELECT row, entity FROM hidden`)
    .map(({ row, entity }) => ({ row, entity, values: foldRow(historyOfRow(db, row)).values }));
}

/** A date as the log writes it, packed; 0 for none and for what is no date. */
export function packedDay(value: FieldValue | undefined): number {
  return typeof value === "string" && parsePartialDate(value) !== null
    ? packPartialDate(parsePartialDate(value))
    : 0;
}

/** Which records went up in which: each by the UUID that it bears in the log. */
export class Joins {
  readonly #into = new Map<string, string>();
  readonly #from = new Map<string, string[]>();

  constructor(db: ReadHandle) {
    for (const [row, target] of db.raw<[Buffer, Buffer]>(
      sql`SELECT row, target FROM unresolved
          WHERE entity = ${entities.official.id} AND field = 0 AND state = 'joined' ORDER BY row`,
    )) {
      const [one, other] = [bytesToUuid(row), bytesToUuid(target)];
      this.#into.set(one, other);
      this.#from.set(other, [...(this.#from.get(other) ?? []), one]);
    }
  }

  /** A record and those that went up in it, by way of any others; of a circle all. */
  group(id: string): string[] {
    const group = new Set<string>();
    const open = [id];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (group.has(one)) continue;
      group.add(one);
      open.push(...(this.#from.get(one) ?? []));
    }
    return [...group];
  }

  /** The record that stands for one: itself where it stands. Of a circle the one with the least id does. */
  standsAs(id: string): string {
    const seen = new Set<string>([id]);
    for (let at = id; ; ) {
      const next = this.#into.get(at);
      if (next === undefined) return at;
      if (seen.has(next)) return this.#leastOfCircle(next);
      seen.add(next);
      at = next;
    }
  }

  #leastOfCircle(id: string): string {
    let least = id;
    for (let at = this.#into.get(id); at !== undefined && at !== id; at = this.#into.get(at))
      if (at < least) least = at;
    return least;
  }
}

/** Everybody who ever had an assignment in the units and still is said to have had, with all their assignments. */
export function servedThere(
  db: ReadHandle,
  units: ReadonlySet<string>,
  hidden: readonly HiddenRow[],
  joins: Joins,
): Map<string, Served[]> {
  const { official, unit, from, to } = entities.assignment.fields;
  const removed = new Map<string, Served[]>();
  for (const { row, entity, values } of hidden) {
    const owner = values.get(official.id);
    if (entity !== entities.assignment.id || typeof owner !== "string" || !isUuid(owner)) continue;
    const person = joins.standsAs(owner);
    const one = {
      row,
      inScope: units.has(String(values.get(unit.id))),
      from: packedDay(values.get(from.id)),
      to: packedDay(values.get(to.id)),
      removed: true,
    };
    removed.set(person, [...(removed.get(person) ?? []), one]);
  }
  const people = new Set<string>();
  for (const [id] of db.raw<[Buffer]>(
    sql`SELECT DISTINCT official.id
     FROM json_each(${JSON.stringify([...units])}) AS wanted JOIN unit ON unit.id = unhex(replace(wanted.value,
       '-', ''))
     JOIN assignment ON assignment.unit = unit.pk JOIN official ON official.pk = assignment.official`,
  )) {
    people.add(bytesToUuid(id));
  }
  for (const [person, rows] of removed) if (rows.some(({ inScope }) => inScope)) people.add(person);
  const served = new Map<string, Served[]>();
  for (const id of people) {
    const kept = db
      .raw<[Buffer, Buffer, number, number]>(
        sql`SELECT assignment.id, unit.id, assignment.from_packed, assignment.to_packed
       FROM official JOIN assignment ON assignment.official = official.pk JOIN unit ON unit.pk = assignment.unit
       WHERE official.id = ${uuidToBytes(id)}`,
      )
      .map(([row, unitId, fromDay, toDay]) => ({
        row,
        inScope: units.has(bytesToUuid(unitId)),
        from: fromDay,
        to: toDay,
        removed: false,
      }));
    // Of somebody who has posts, one that was taken off the roster was never held.
    if (kept.length === 0 || kept.some(({ inScope }) => inScope))
      served.set(id, [...kept, ...(removed.get(id) ?? [])]);
  }
  return served;
}

/** Whether somebody serves there on the day, or served there last; removed assignments count where all are removed. */
export function isTheirs(all: readonly Omit<Served, "row">[], today: number): boolean {
  const kept = all.filter(({ removed }) => !removed);
  const assignments = kept.length > 0 ? kept : all;
  const standing = assignments.filter(({ to }) => to === 0 || to >= today);
  if (standing.length > 0) return standing.some(({ inScope }) => inScope);
  const last = Math.max(...assignments.map(({ from }) => from));
  return assignments.some(({ inScope, from }) => inScope && from === last);
}

/** The last day on which somebody who left can have served there; full and packed, 0 for none. */
export function lastDayThere(all: readonly Served[]): number {
  const there = all.filter(({ inScope, removed }) => inScope && !removed);
  return Math.max(0, ...there.map(({ to }) => latestPackedDay(to)));
}

/** Whether a post may have been held on a day or before it; one that ended before it began, by a slip, counts too. */
export function isBegunBy({ from, to }: Served, day: number): boolean {
  return earliestPackedDay(from) <= day || (to !== 0 && earliestPackedDay(to) <= day);
}

/** People in view whom the office entered and who have no assignment, not even a removed one. */
export function withoutPost(
  db: ReadHandle,
  signKeys: readonly Uint8Array[],
  hidden: readonly HiddenRow[],
): Set<string> {
  const { official } = entities.assignment.fields;
  const removed = new Set(
    hidden.flatMap(({ entity, values }) =>
      entity === entities.assignment.id ? [String(values.get(official.id))] : [],
    ),
  );
  const found = new Set<string>();
  for (const key of signKeys) {
    for (const [row] of db.raw<[Buffer]>(sql`
      SELECT op.row FROM writer CROSS JOIN op ON op.writer = writer.id
      WHERE substr(writer.identity, 1, 32) = ${key} AND op.entity = ${entities.official.id} AND op.created = 1`)) {
      const id = bytesToUuid(row);
      const serves = db.value<number>(sql`
        SELECT EXISTS (SELECT 1 FROM assignment WHERE assignment.official = official.pk)
        FROM official WHERE official.id = ${row}`);
      if (serves === 0 && !removed.has(id)) found.add(id);
    }
  }
  return found;
}
