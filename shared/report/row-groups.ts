/** The lines between the rows of a list that is parted: what renderers and the measure of a page ask of them. */
import { report as words } from "../i18n/vi/report";
import { formatNumber } from "../text/format";
import type { ReportTable } from "./document";
import { fill } from "./fill";

/** What stands over a row: "Chủ tịch UBND (12 người)"; null where no group begins with it. */
export function groupLine({ groups }: Pick<ReportTable, "groups">, row: number): string | null {
  const group = groups?.parts.find(({ before }) => before === row);
  if (group === undefined) return null;
  return fill(words.group, { name: group.text, count: formatNumber(group.count) });
}

/** The group of each row, in order; none where the rows are not parted. */
export function groupsOfRows({ groups }: Pick<ReportTable, "groups">): readonly string[] {
  return (groups?.parts ?? []).flatMap(({ text, count }) => Array.from({ length: count }, () => text));
}
