/** What an office reads of its log, as text that can be compared: every table and list. */
import { sql } from "../roster/file/sql";
import { projectionOrder, tableOf } from "../roster/projection/columns";
import { lists } from "../roster/projection/rebuild";
import type { OpenRoster } from "../services/open-roster";

/** Of what waits, and not of what is shown or counted: whose a proposed row would be. */
const notes: readonly string[] = ["proposed_owner"];

function linesOf({ db }: OpenRoster, names: readonly string[]): string[] {
  const text = (cell: unknown) => (cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : cell);
  return names.flatMap((name) =>
    db
      .raw(sql`SELECT * FROM ${sql.name(name)}`)
      .map((row) => `${name} ${row.map(text).join("|")}`)
      .sort(),
  );
}

/** The tables and lists as they are read from the log. */
export function reading(roster: OpenRoster): string[] {
  return linesOf(roster, [...projectionOrder.map(tableOf), ...Object.keys(lists)]);
}

/** As `reading`, of what is shown and counted. */
export function shownReading(roster: OpenRoster): string[] {
  const seen = Object.keys(lists).filter((list) => !notes.includes(list));
  return linesOf(roster, [...projectionOrder.map(tableOf), ...seen]);
}
