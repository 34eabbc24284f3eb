/** Which changes a list of the log shows, as conditions on the rows of `change`. */
import {
  type EntityName,
  entityDefinition,
  ownedEntities,
  type OwnedEntity,
} from "../../../shared/domain/entities";
import { fromHex, toHex } from "../../../shared/sync/bytes";
import { foldSearch } from "../../../shared/text/fold";
import type { ReadHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";
import { cancelled } from "../log/undo-chain";
import { ownerColumn, tableOf } from "../projection/columns";

/** Everything given has to hold; nothing given: all changes. */
export interface ChangeFilter {
  /** Name of the person at work. */
  readonly user?: string | undefined;
  /** Hex of the keys that an office wrote with. */
  readonly keys?: readonly string[] | undefined;
  readonly entity?: EntityName | undefined;
  /** First and last moment by the clock of the PC that wrote, ms since 1970. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only what does not stand any more. */
  readonly undone?: boolean | undefined;
  /** Row numbers of the people whom a change must have touched. */
  readonly people?: readonly number[] | undefined;
}

const keyLength = 32;

export function conditionsOf(filter: ChangeFilter): Sql[] {
  const { user, keys, entity, from, to, undone, people } = filter;
  return [
    ...(user === undefined ? [] : [sql`change.author IN (SELECT id FROM author WHERE name = ${user})`]),
    ...(keys === undefined ? [] : [ofOffice(keys)]),
    ...(entity === undefined ? [] : [ofEntity(entity)]),
    ...(from === undefined ? [] : [sql`change.at >= ${from}`]),
    ...(to === undefined ? [] : [sql`change.at <= ${to}`]),
    ...(undone === true ? [sql`${cancelled} = 1`] : []),
    ...(people === undefined ? [] : [ofOfficials(people)]),
  ];
}

function ofOffice(keys: readonly string[]): Sql {
  const wanted = sql.join(keys.map(fromHex));
  return sql`change.writer IN (SELECT id FROM writer WHERE substr(identity, 1, ${keyLength}) IN (${wanted}))`;
}

function ofEntity(entity: EntityName): Sql {
  return sql`EXISTS (
    SELECT 1 FROM op
    WHERE op.writer = change.writer AND op.seq BETWEEN change.first_seq AND change.last_seq
      AND op.entity = ${entityDefinition(entity).id})`;
}

function ownRowsOf(entity: OwnedEntity): Sql {
  const owner = sql.name(ownerColumn(entity));
  return sql`UNION ALL SELECT own.id FROM wanted JOIN ${sql.name(tableOf(entity))} AS own ON own.${owner} = wanted.pk`;
}

/**
 * Changes that touched people: those that concern only them, and those that touched one of their rows among others (a
 * reception, the making of a sample).
 */
export function ofOfficials(pks: readonly number[]): Sql {
  return sql`
    change.id IN (
      WITH wanted (pk) AS (SELECT value FROM json_each(${JSON.stringify(pks)}))
      SELECT change.id FROM wanted JOIN change ON change.subject = wanted.pk
      UNION
      SELECT touched.id FROM (
        SELECT official.id FROM wanted JOIN official ON official.pk = wanted.pk
        ${sql.join(ownedEntities.map(ownRowsOf), sql` `)}
      ) AS own
      JOIN op ON op.row = own.id
      JOIN change AS touched ON touched.writer = op.writer AND touched.first_seq = op.change_seq)`;
}

/** Names of those who wrote changes, that hold some text, without regard to marks; in order of the text. */
export function authorsLike(db: ReadHandle, text: string, limit: number): string[] {
  const wanted = foldSearch(text);
  return db
    .raw<[string]>(sql`SELECT name FROM author ORDER BY name`)
    .map(([name]) => name)
    .filter((name) => foldSearch(name).includes(wanted))
    .slice(0, limit);
}

/** Keys, as hex, of everybody who wrote in this roster. */
export function writingKeys(db: ReadHandle): string[] {
  const rows = db.raw<[Buffer]>(sql`SELECT identity FROM writer ORDER BY id`);
  return [...new Set(rows.map(([identity]) => toHex(identity.subarray(0, keyLength))))];
}
