/** Which changes a list of the log shows, as conditions on the rows of `change`. */
import { type EntityName, entityDefinition } from "../../../shared/domain/entities";
import { fromHex, toHex } from "../../../shared/sync/bytes";
import { foldSearch } from "../../../shared/text/fold";
import type { ReadHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";
import { maybeUndone } from "./change-links";
import { ofOfficials } from "./change-people";

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
  /** Only what does not stand any more; the condition lets through what may not, and whoever reads on looks closer. */
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
    ...(undone === true ? [maybeUndone] : []),
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
