/**
 * Columns in which people are only ticked: an "x" under "Đảng viên" says that, and never when; one under "DTTS" names no
 * people. Headings alone cannot tell such a column from one of days or of names; without this it takes the place of the
 * column in which these stand.
 */
import { columnOfKey } from "../columns/column";
import { type ColumnRole, isDay } from "./column-role";
import { looseHeading } from "./heading-text";
import type { ColumnMatch } from "./match-columns";
import type { DataRow } from "./part-rows";
import { isSign, saysNothing } from "./reading";

/** Words that tick a person, or say that they are not ticked; of a name or a text they may be the answer itself. */
const answers = new Set(["co", "roi", "da co", "khong", "chua", "true", "false", "yes", "no"]);

/** The columns that were taken for days, names or texts by their headings and hold ticks and nothing else. */
export function tickedColumns(
  matches: readonly ColumnMatch[],
  rows: readonly DataRow[],
): ReadonlySet<number> {
  // What the program wrote down itself are values, however few their letters.
  const isOurs = matches.some(({ role }) => role.kind === "person");
  const ticked = matches.filter(({ column, role, suggestion }) => {
    const roles = suggestion === null ? [role] : [role, suggestion];
    if (roles.some(isDay)) return isTicked(column, rows, true);
    return !isOurs && roles.some(isName) && isTicked(column, rows, false);
  });
  return new Set(ticked.map(({ column }) => column));
}

/** A text, a unit, a post: nothing that a tick could answer. */
function isName(role: ColumnRole): boolean {
  if (role.kind !== "column") return false;
  const type = columnOfKey(role.key)?.definition.type;
  return type === "text" || type === "reference";
}

function isTicked(column: number, rows: readonly DataRow[], byWords: boolean): boolean {
  let ticks = 0;
  for (const { cells } of rows) {
    const text = cells.get(column)?.text ?? "";
    if (text === "" || (saysNothing(text) && !isSign(text))) continue;
    if (!isSign(text) && !(byWords && answers.has(looseHeading(text)))) return false;
    ticks++;
  }
  return ticks > 0;
}
