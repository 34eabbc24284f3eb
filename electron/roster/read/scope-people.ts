/**
 * Whose people are whose: who serves or served in some units, and whom an office entered that serve nowhere.
 */
import { entities, type FieldValue } from "../../../shared/domain/entities";
import { packPartialDate } from "../../../shared/domain/partial-date";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { historyOfRow } from "../log/op-rows";
import { sql } from "../file/sql";

/** An official's assignment as far as scope goes; days as packed partial dates, 0 for none. */
export interface Served {
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

function packed(value: FieldValue | undefined): number {
  return typeof value === "string" ? packPartialDate(value) : 0;
}

/** Everybody who ever had an assignment in the units, with all their assignments; removed ones too. */
export function servedThere(
  db: ReadHandle,
  units: ReadonlySet<string>,
  hidden: readonly HiddenRow[],
): Map<string, Served[]> {
  const { official, unit, from, to } = entities.assignment.fields;
  const hiddenAssignments = hidden.filter(({ entity }) => entity === entities.assignment.id);
  const people = new Set<string>();
  for (const { values } of hiddenAssignments) {
    if (units.has(String(values.get(unit.id)))) people.add(String(values.get(official.id)));
  }
  for (const [id] of db.raw<[Buffer]>(
    sql`SELECT DISTINCT official.id
     FROM json_each(${JSON.stringify([...units])}) AS wanted JOIN unit ON unit.id = unhex(replace(wanted.value,
       '-', ''))
     JOIN assignment ON assignment.unit = unit.pk JOIN official ON official.pk = assignment.official`,
  )) {
    people.add(bytesToUuid(id));
  }
  const served = new Map<string, Served[]>([...people].filter(isUuid).map((id) => [id, []]));
  for (const [id, list] of served) {
    for (const [unitId, fromDay, toDay] of db.raw<[Buffer, number, number]>(
      sql`SELECT unit.id, assignment.from_packed, assignment.to_packed
       FROM official JOIN assignment ON assignment.official = official.pk JOIN unit ON unit.pk = assignment.unit
       WHERE official.id = ${uuidToBytes(id)}`,
    )) {
      list.push({ inScope: units.has(bytesToUuid(unitId)), from: fromDay, to: toDay, removed: false });
    }
  }
  for (const { values } of hiddenAssignments) {
    served.get(String(values.get(official.id)))?.push({
      inScope: units.has(String(values.get(unit.id))),
      from: packed(values.get(from.id)),
      to: packed(values.get(to.id)),
      removed: true,
    });
  }
  return served;
}

/** Whether somebody serves there on the day, or served there last; removed assignments count where all are removed. */
export function isTheirs(all: readonly Served[], today: number): boolean {
  const kept = all.filter(({ removed }) => !removed);
  const assignments = kept.length > 0 ? kept : all;
  const standing = assignments.filter(({ to }) => to === 0 || to >= today);
  if (standing.length > 0) return standing.some(({ inScope }) => inScope);
  const last = Math.max(...assignments.map(({ from }) => from));
  return assignments.some(({ inScope, from }) => inScope && from === last);
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
