/**
 * Tells the columns that name parts of the office: beside a column of units such a column is not taken as a unit, and still
 * says of which department a bare post is.
 */
import { claimOf, type ColumnRole } from "./column-role";
import { exactHeading, looseHeading } from "./heading-text";

/** Headings over the parts of one office; beside a column of units they are no units of their own. */
export const departmentWordings = [
  "Phòng, bộ phận",
  "Phòng/bộ phận",
  "Phòng ban",
  "Phòng, ban",
  "Phòng/Ban",
  "Phòng, ban công tác",
  "Phòng chuyên môn",
  "Phòng, ban chuyên môn",
  "Phòng công tác",
  "Phòng, ban, đơn vị",
  "Phòng, đơn vị",
  "Bộ phận",
  "Bộ phận công tác",
] as const;

const known: ReadonlySet<string> = new Set(
  departmentWordings.flatMap((text) => [exactHeading(text), looseHeading(text)]),
);

/** @param parts headings of one column from the top down */
export function isDepartmentHeading(parts: readonly string[]): boolean {
  return known.has(exactHeading(parts[parts.length - 1] ?? ""));
}

/** Places of the columns of departments beside which another column names the unit itself, with that column. */
export function behindUnits(
  headed: readonly { readonly column: number; readonly parts: readonly string[] }[],
  roles: readonly (ColumnRole | null)[],
): ReadonlyMap<number, number> {
  const units = new Map<string, number>();
  const departments: (readonly [number, string])[] = [];
  for (const [place, { column, parts }] of headed.entries()) {
    const role = roles[place] ?? null;
    const claim = role === null ? null : claimOf(role);
    if (claim === null) continue;
    if (isDepartmentHeading(parts)) departments.push([place, claim]);
    else if (!units.has(claim)) units.set(claim, column);
  }
  return new Map(
    departments.flatMap(([place, claim]) => {
      const unit = units.get(claim);
      return unit === undefined ? [] : [[place, unit] as const];
    }),
  );
}
