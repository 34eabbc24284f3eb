/**
 * Columns in which people are only ticked: an "x" under "Đảng viên" says that, and never when. Headings alone cannot tell
 * such a column from one of days; without this it takes the place of the column in which the days stand.
 */
import { isDay } from "./column-role";
import { looseHeading } from "./heading-text";
import type { ColumnMatch } from "./match-columns";
import type { DataRow } from "./part-rows";
import { isSign, saysNothing } from "./reading";

/** Words that tick a person, or say that they are not ticked. */
const answers = new Set(["co", "roi", "da co", "khong", "chua", "true", "false", "yes", "no"]);

/** The columns that were taken for days by their headings and hold ticks and nothing else. */
export function tickedColumns(
  matches: readonly ColumnMatch[],
  rows: readonly DataRow[],
): ReadonlySet<number> {
  const days = matches.filter(
    ({ role, suggestion }) => isDay(role) || (suggestion !== null && isDay(suggestion)),
  );
  return new Set(days.map(({ column }) => column).filter((column) => isTicked(column, rows)));
}

function isTicked(column: number, rows: readonly DataRow[]): boolean {
  let ticks = 0;
  for (const { cells } of rows) {
    const text = cells.get(column)?.text ?? "";
    if (text === "" || (saysNothing(text) && !isSign(text))) continue;
    if (!isSign(text) && !answers.has(looseHeading(text))) return false;
    ticks++;
  }
  return ticks > 0;
}
