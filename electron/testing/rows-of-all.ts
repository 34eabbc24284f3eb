/**
 * A row of each entity that an office made itself, in a roster as it is worked with: what may happen to a row is asked of
 * all entities by this, so that a new one is asked with them.
 */
import {
  type EntityName,
  entities,
  entityDefinition,
  entityNames,
  type FieldValue,
} from "../../shared/domain/entities";
import { bytesToUuid } from "../../shared/sync/bytes";
import { sql } from "../roster/file/sql";
import { readOwnWriter } from "../roster/log/own-writer";
import { projectionOrder, tableOf } from "../roster/projection/columns";
import type { OpenRoster } from "../services/open-roster";
import { plainValue } from "./hostile-values";

export type RowsOfAll = ReadonlyMap<EntityName, string>;

/** Rows that the office of a roster began itself, the first of each entity. */
export function ownRows({ db }: OpenRoster): RowsOfAll {
  const writer = readOwnWriter(db)?.identity ?? new Uint8Array();
  const made = db.raw<[number, Buffer]>(
    sql`SELECT entity, row FROM op WHERE created = 1
        AND writer IN (SELECT id FROM writer WHERE identity = ${writer}) ORDER BY id DESC`,
  );
  const byEntity = new Map(made.map(([entity, row]) => [entity, bytesToUuid(row)]));
  return new Map(
    entityNames.flatMap((name) => {
      const row = byEntity.get(entities[name].id);
      return row === undefined ? [] : [[name, row] as const];
    }),
  );
}

/** Values for every field of an entity. @param rowOf a row that may be referred to */
export function plainFields(
  entity: EntityName,
  rowOf: (entity: EntityName) => string | undefined,
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(entityDefinition(entity).fields)
      .filter(([, { type }]) => type !== "document")
      .map(([field, definition]) => [field, plainValue(definition, rowOf)]),
  );
}

/**
 * Makes a row of every entity of which the office has none of its own yet, but for decisions, which nobody makes without
 * something to decide.
 * @param unit the office's own
 * @param newId as its program makes ids
 * @param tell something that tells its rows from those of other offices
 */
export function makeRowOfAll(roster: OpenRoster, unit: string, newId: () => string, tell: string): void {
  const own = new Map(ownRows(roster));
  const { db } = roster;
  // What the office may not make waits, and nothing can refer to it: a shipped row stands in for that.
  const rowOf = (entity: EntityName) => {
    if (entity === "unit") return unit;
    const row = own.get(entity);
    const shown = db.raw<[Buffer]>(sql`SELECT id FROM ${sql.name(tableOf(entity))} ORDER BY pk`);
    const ids = shown.map(([id]) => bytesToUuid(id));
    return row !== undefined && ids.includes(row) ? row : ids[0];
  };
  for (const entity of projectionOrder) {
    if (own.has(entity) || entityDefinition(entity).authority === "decision") continue;
    const id = newId();
    const fields = plainFields(entity, rowOf);
    const named = Object.entries(entityDefinition(entity).fields).flatMap(([field, { format }]) =>
      format === "code" ? [[field, `khoa-${tell}`] as const] : [],
    );
    // As many learners elsewhere as seats leave no room for the learner that is made beside it.
    const room = entity === "trainingClass" ? { learnersElsewhere: 0 } : {};
    roster.write({
      action: "add",
      reason: null,
      edits: [{ kind: "create", entity, id, fields: { ...fields, ...Object.fromEntries(named), ...room } }],
    });
    own.set(entity, id);
  }
}
