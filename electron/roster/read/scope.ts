/**
 * What an office that is not above ours may know: its own people, and what is no personal data.
 *
 * - All ops of units, posts and standards, and of our office, the offices of its units and of those above; questions put to it or
 *   about its people.
 * - A person who serves in its units, or whose last post was there: the whole record.
 * - A person who once served there and now serves elsewhere: those assignments, and the person's row as it was first
 *   written, so that they can be named.
 * - A person whom the office entered and who serves nowhere: the whole record.
 * - Whatever the office wrote itself. And of rows that it wrote, was sent or holds (once-known.ts), what became of them:
 *   of an assignment everything, since it may have moved to another unit; of other rows of people whether they are there;
 *   of questions and pairs kept apart that it wrote, everything.
 * A unit counts with everything below it and with the units that it was formed from.
 */
import {
  entities,
  entityDefinition,
  type EntityName,
  entityNames,
  isOfPerson,
  isOwned,
  type OwnedEntity,
  ownerField,
  presenceField,
} from "../../../shared/domain/entities";
import { bytesToUuid, isUuid, toHex, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { historyOfRow } from "../log/op-rows";
import { sql } from "../file/sql";
import { type HiddenRow, hiddenRows, isTheirs, servedThere, withoutPost } from "./scope-people";
import { type OnceKnownRow, onceKnownRows } from "./once-known";
import { ownerColumn, tableOf } from "../projection/columns";

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

/**
 * Local ids of the ops that an office may know.
 * @param units UUIDs, see `unitsInScope`
 * @param signKeys the office's Ed25519 keys, those of its past too: what it wrote with a lost key is its own
 * @param today full packed day
 */
export function opsInScope(
  db: ReadHandle,
  units: ReadonlySet<string>,
  signKeys: readonly Uint8Array[],
  today: number,
): { ops: Set<number>; people: number } {
  const ops = new Set<number>();
  const addRows = (rows: Iterable<Uint8Array>, onlyCreation = false) => {
    for (const row of rows) {
      const query = sql`SELECT id FROM op WHERE row = ${row}${onlyCreation ? sql` AND created = 1` : sql``}`;
      for (const [id] of db.raw<[number]>(query)) ops.add(id);
    }
  };
  const hidden = hiddenRows(db);
  const served = servedThere(db, units, hidden);
  const full = new Set<string>();
  for (const [official, assignments] of served) if (isTheirs(assignments, today)) full.add(official);
  for (const official of withoutPost(db, signKeys, hidden)) full.add(official);
  for (const official of new Set([...served.keys(), ...full])) {
    const joined = joinedInto(db, official);
    addRows([uuidToBytes(official), ...joined], !full.has(official));
    // An assignment may still name the record that went up in this one.
    for (const row of joined) for (const op of presenceOps(db, row)) ops.add(op);
  }
  for (const entity of entityNames) {
    for (const rows of rowsInScope(entity, { db, units, signKeys, hidden, full })) addRows(rows);
  }
  for (const signKey of signKeys) {
    for (const [id] of db.raw<[number]>(
      sql`
        SELECT op.id FROM writer CROSS JOIN op ON op.writer = writer.id
        WHERE substr(writer.identity, 1, 32) = ${signKey}`,
    )) {
      ops.add(id);
    }
  }
  for (const one of onceKnownRows(db, signKeys)) {
    if (knowsAllOf(one)) addRows([one.row]);
    else if (isOfPerson(one.entity) && !isIn(db, ops, one.row))
      for (const op of presenceOps(db, one.row)) ops.add(op);
  }
  return { ops, people: full.size };
}

/** Whether everything that becomes of a row which an office once knew is its business. */
function knowsAllOf({ entity, wrote }: OnceKnownRow): boolean {
  const { scope } = entityDefinition(entity);
  return scope === "service" || (wrote && (scope === "around" || scope === "asked" || scope === "both"));
}

/** Whether every op of a row is among some. */
function isIn(db: ReadHandle, ops: ReadonlySet<number>, row: Uint8Array): boolean {
  return db.raw<[number]>(sql`SELECT id FROM op WHERE row = ${row}`).every(([id]) => ops.has(id));
}

interface Looked {
  readonly db: ReadHandle;
  readonly units: ReadonlySet<string>;
  readonly signKeys: readonly Uint8Array[];
  readonly hidden: readonly HiddenRow[];
  /** Officials whose whole record may be known. */
  readonly full: ReadonlySet<string>;
}

/** Rows of an entity that may be known, by what the registry says of it; officials themselves are judged by service. */
function* rowsInScope(entity: EntityName, looked: Looked): Generator<Iterable<Uint8Array>> {
  const { db, units, signKeys, hidden, full } = looked;
  const { scope } = entityDefinition(entity);
  switch (scope) {
    case "everybody":
      yield allRowsOf(db, entity, hidden);
      return;
    case "around":
      yield officesAround(db, units);
      return;
    case "service":
      yield assignmentRows(db, units, hidden);
      if (isOwned(entity)) for (const official of full) yield rowsOf(db, entity, official, hidden);
      return;
    case "person":
      if (isOwned(entity)) for (const official of full) yield rowsOf(db, entity, official, hidden);
      return;
    case "asked":
      yield questionsFor(db, signKeys, full);
      return;
    case "both":
      yield keptApartAmong(db, full);
  }
}

/** Our own office, and those of the units and of those above them: a row names who signs there, which is no neighbour's business. */
function officesAround(db: ReadHandle, units: ReadonlySet<string>): Uint8Array[] {
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

/** Every row of an entity, those that do not stand in its table included. */
function allRowsOf(db: ReadHandle, entity: EntityName, hidden: readonly HiddenRow[]): Uint8Array[] {
  const standing = db.raw<[Buffer]>(sql`SELECT id FROM ${sql.name(tableOf(entity))}`).map(([id]) => id);
  return [...standing, ...hidden.filter((one) => one.entity === entities[entity].id).map(({ row }) => row)];
}

function assignmentRows(
  db: ReadHandle,
  units: ReadonlySet<string>,
  hidden: readonly HiddenRow[],
): Uint8Array[] {
  const { unit } = entities.assignment.fields;
  const standing = db
    .raw<[Buffer]>(
      sql`SELECT assignment.id
       FROM json_each(${JSON.stringify([...units])}) AS wanted
       JOIN unit ON unit.id = unhex(replace(wanted.value, '-', ''))
       JOIN assignment ON assignment.unit = unit.pk`,
    )
    .map(([id]) => id);
  const removed = hidden.filter(
    ({ entity, values }) => entity === entities.assignment.id && units.has(String(values.get(unit.id))),
  );
  return [...standing, ...removed.map(({ row }) => row)];
}

/** Records that went up in a person's, by way of any others. */
function joinedInto(db: ReadHandle, official: string): Uint8Array[] {
  const found: Uint8Array[] = [];
  const seen = new Set([official]);
  const open = [official];
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    for (const [row] of db.raw<[Buffer]>(
      sql`SELECT row FROM unresolved WHERE target = ${uuidToBytes(target)} AND field = 0 AND state = 'joined'`,
    )) {
      const id = bytesToUuid(row);
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(id);
      found.push(row);
    }
  }
  return found;
}

/** Local ids of the ops that say whether a row is there. */
function presenceOps(db: ReadHandle, row: Uint8Array): number[] {
  const heads = foldRow(historyOfRow(db, row)).heads.get(presenceField) ?? [];
  return heads.map(({ localId }) => localId);
}

/** Rows of an entity that belong to a person, removed ones included. */
function rowsOf(
  db: ReadHandle,
  entity: OwnedEntity,
  official: string,
  hidden: readonly HiddenRow[],
): Uint8Array[] {
  const standing = db.raw<[Buffer]>(
    sql`SELECT own.id FROM official JOIN ${sql.name(tableOf(entity))} AS own
        ON own.${sql.name(ownerColumn(entity))} = official.pk WHERE official.id = ${uuidToBytes(official)}`,
  );
  const owner = ownerField(entity).id;
  const removed = hidden.filter(
    (one) => one.entity === entities[entity].id && one.values.get(owner) === official,
  );
  return [...standing.map(([id]) => id), ...removed.map(({ row }) => row)];
}

function questionsFor(
  db: ReadHandle,
  signKeys: readonly Uint8Array[],
  full: ReadonlySet<string>,
): Uint8Array[] {
  const keys = new Set(signKeys.map(toHex));
  return db
    .all<{ id: Buffer; to: string | null; official: Buffer | null }>(
      sql`SELECT question.id, question."to", official.id AS official
       FROM question LEFT JOIN official ON official.pk = question.official`,
    )
    .filter(
      ({ to, official }) =>
        (to !== null && keys.has(to)) || (official !== null && full.has(bytesToUuid(official))),
    )
    .map(({ id }) => id);
}

function keptApartAmong(db: ReadHandle, full: ReadonlySet<string>): Uint8Array[] {
  return db
    .all<{ id: Buffer; one: Buffer; other: Buffer }>(
      sql`SELECT kept_apart.id, one.id AS one, other.id AS other
       FROM kept_apart JOIN official AS one ON one.pk = kept_apart.one
       JOIN official AS other ON other.pk = kept_apart.other`,
    )
    .filter(({ one, other }) => full.has(bytesToUuid(one)) && full.has(bytesToUuid(other)))
    .map(({ id }) => id);
}
