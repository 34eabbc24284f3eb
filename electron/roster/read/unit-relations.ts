/** Which unit stands above which, over all times that the roster knows: a district of the past is still above. */
import { bytesToUuid, isUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

export interface UnitRelations {
  /** Whether one unit is above another, or above a unit that the other was formed from or went up in. */
  readonly isAbove: (unitId: string, other: string) => boolean;
}

interface UnitLinks {
  readonly id: Buffer;
  readonly parent: Buffer | null;
  readonly predecessors: string | null;
}

export function unitRelations(db: ReadHandle): UnitRelations {
  const links = new Map<string, string[]>();
  const link = (from: string, to: string) => links.set(from, [...(links.get(from) ?? []), to]);
  for (const { id, parent, predecessors } of db.all<UnitLinks>(
    sql`SELECT unit.id, above.id AS parent, unit.predecessors
     FROM unit LEFT JOIN unit AS above ON above.pk = unit.parent`,
  )) {
    const unit = bytesToUuid(id);
    if (parent !== null) link(unit, bytesToUuid(parent));
    for (const before of (predecessors ?? "").split(" ").filter(isUuid)) {
      link(unit, before);
      link(before, unit);
    }
  }
  const isAbove = (unitId: string, other: string): boolean => {
    const seen = new Set<string>();
    const open = [...(links.get(other) ?? [])];
    for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
      if (unit === unitId) return true;
      if (seen.has(unit)) continue;
      seen.add(unit);
      open.push(...(links.get(unit) ?? []));
    }
    return false;
  };
  return { isAbove };
}
