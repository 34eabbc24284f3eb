/**
 * Which fields of people a roster holds anything in: what an export has beside the usual columns. Asked of the tables as
 * they stand; a row that is not proven could at most add an empty column.
 */
import { entityDefinition, type PersonEntity } from "../../../shared/domain/entities";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { fieldColumns, tableOf } from "../projection/columns";

/** @returns fields by the answer of the field that tells the entity's rows apart; by "" where there is none */
export function filledFields(db: ReadHandle, entity: PersonEntity): Map<string, ReadonlySet<string>> {
  const { inTable } = entityDefinition(entity);
  const columns = fieldColumns(entity);
  const by = typeof inTable === "object" ? columns.find(({ field }) => field === inTable.by) : undefined;
  const told = by === undefined ? sql`''` : sql.name(by.name);
  const found = db.raw<(string | number | null)[]>(sql`
    SELECT ${told}, ${sql.join(columns.map(({ name }) => sql`max(${sql.name(name)} IS NOT NULL)`))}
    FROM ${sql.name(tableOf(entity))} GROUP BY 1`);
  return new Map(
    found.map(([answer, ...held]) => [
      String(answer ?? ""),
      new Set(columns.filter((_column, place) => held[place] === 1).map(({ field }) => field)),
    ]),
  );
}
