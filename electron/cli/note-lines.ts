/** What must be read beside figures, as lines: what rests on unverified rules or on assumption, grace, unclear posts, no rule. */
import type { Standard } from "../../shared/domain/values";
import type { Translate } from "../../shared/i18n";
import { type NotedTable, notesOf } from "../../shared/statistics/notes";
import { formatDay, formatNumber } from "../../shared/text/format";

/** Lines for under a table's title; none where there is nothing to tell. */
export function noteLines(table: NotedTable, t: Translate): string[] {
  const { unverified, assumed, grace, mainUnclear, uncovered, unposted } = notesOf(table);
  const people = (one: { readonly standard: Standard; readonly people: number }) =>
    t("cli:note.people", {
      standard: t(`domain:standardShort.${one.standard}`),
      people: formatNumber(one.people),
    });
  const listed = (key: string, ones: readonly string[]) =>
    ones.length === 0 ? [] : [t(`cli:note.${key}`, { people: ones.join("; ") })];
  return [
    ...listed("unverified", unverified.map(people)),
    ...listed("assumed", assumed.map(people)),
    ...listed(
      "grace",
      grace.map((one) => `${people(one)} ${t("cli:note.until", { day: formatDay(one.until) })}`),
    ),
    ...(uncovered === 0 ? [] : [t("cli:note.uncovered", { people: formatNumber(uncovered) })]),
    ...(unposted === 0 ? [] : [t("cli:note.unposted", { people: formatNumber(unposted) })]),
    ...(mainUnclear === 0 ? [] : [t("cli:note.mainUnclear", { people: formatNumber(mainUnclear) })]),
  ];
}
