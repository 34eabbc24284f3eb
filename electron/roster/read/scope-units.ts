/** Whose units are whose: a unit with everything below it and what it was formed from, and the offices around these. */
import { bytesToUuid, isUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

/** A unit with all below it and all that they were formed from, as UUIDs. */
export function unitsInScope(db: ReadHandle, unitId: string): Set<string> {
  const units = db.all<{ id: Buffer; parent: Buffer | null; predecessors: string | null }>(
    sql`SELECT unit.id, above.id AS parent, unit.predecessors
     FROM unit LEFT JOIN unit AS above ON above.pk = unit.parent`,
  );
  const below = new Map<string, string[]>();
  const formedFrom = new Map<string, string[]>();
  for (const { id, parent, predecessors } of units) {
    const unit = bytesToUuid(id);
    if (parent !== null) below.set(bytesToUuid(parent), [...(below.get(bytesToUuid(parent)) ?? []), unit]);
    formedFrom.set(unit, (predecessors ?? "").split(" ").filter(isUuid));
  }
  const scope = new Set<string>();
  const open = [unitId];
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    if (scope.has(unit)) continue;
    scope.add(unit);
    open.push(...(below.get(unit) ?? []), ...(formedFrom.get(unit) ?? []));
  }
  return scope;
}

/** Our own office, and those of the units and of those above them: a row names who signs there, which is no neighbour's business. */
export function officesAround(db: ReadHandle, units: ReadonlySet<string>): Uint8Array[] {
  const parents = new Map(
    db
      .raw<[Buffer, Buffer]>(
        sql`SELECT unit.id, above.id FROM unit JOIN unit AS above ON above.pk = unit.parent`,
      )
      .map(([id, above]) => [bytesToUuid(id), bytesToUuid(above)]),
  );
  const own = db.value<Buffer>(sql`SELECT value FROM local_state WHERE key = 'office'`);
  const around = new Set(units);
  for (const unit of units) {
    for (
      let above = parents.get(unit);
      above !== undefined && !around.has(above);
      above = parents.get(above)
    ) {
      around.add(above);
    }
  }
  return db
    .raw<[Buffer, Buffer]>(sql`SELECT office.id, unit.id FROM office JOIN unit ON unit.pk = office.unit`)
    .filter(([id, unit]) => own?.equals(id) === true || around.has(bytesToUuid(unit)))
    .map(([id]) => id);
}
