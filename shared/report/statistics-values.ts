/**
 * What texts of a report may say of its figures: whose posts are counted, by which texts, and what must be known before
 * anybody signs: who was judged by rules that nobody compared with the text of the law or by assumption, until when
 * grace runs, of whom the main post is unclear, for whom there is no rule. Empty where there is nothing to say, so that its line is left out.
 */
import type { StatisticsTable } from "../contract/schemas/statistics";
import { report as words } from "../i18n/vi/report";
import { domain } from "../i18n/vi/domain";
import { countsOf } from "../statistics/by-unit";
import { notesOf } from "../statistics/notes";
import { formatDay, formatNumber, formatRange } from "../text/format";
import { type Standard, standardsAndAll } from "../domain/values";
import { fill } from "./fill";

/** Of each standard that somebody is not clear by: from those who certainly meet it to those who may. */
function rangesOf(total: StatisticsTable["total"]): string {
  return standardsAndAll
    .flatMap((standard) => {
      const { met, notMet, unknown, grace } = countsOf(total, standard);
      if (unknown === 0) return [];
      const rate = formatRange(met, met + unknown, met + notMet + unknown + grace);
      return [fill(words.rateOf, { standard: domain.standard[standard].toLocaleLowerCase("vi"), rate })];
    })
    .join("; ");
}

/** How many people of each standard, in words; empty for nobody. */
export function peopleByStandard(
  counts: readonly { readonly standard: Standard; readonly people: number }[],
): string {
  return counts.flatMap((one) => (one.people === 0 ? [] : [peopleText(one)])).join("; ");
}

function peopleText({ standard, people }: { readonly standard: Standard; readonly people: number }): string {
  const name = domain.standard[standard].toLocaleLowerCase("vi");
  return fill(words.peopleOf, { standard: name, people: formatNumber(people) });
}

export function statisticsValues(
  table: Pick<StatisticsTable, "kinds" | "standardSets" | "rules" | "total" | "unposted">,
): Readonly<Record<string, string>> {
  const { unverified, assumed, grace, mainUnclear, uncovered, unposted } = notesOf(table);
  return {
    kinds: table.kinds.map((kind) => domain.postCategory[kind].toLocaleLowerCase("vi")).join(", "),
    sets: table.standardSets
      .map(({ name, verified }) => (verified ? name : fill(words.unverifiedSet, { name })))
      .join("; "),
    unverified: peopleByStandard(unverified),
    assumed: peopleByStandard(assumed),
    grace: grace
      .map((one) => fill(words.until, { people: peopleText(one), day: formatDay(one.until) }))
      .join("; "),
    ranges: rangesOf(table.total),
    mainUnclear: mainUnclear === 0 ? "" : formatNumber(mainUnclear),
    uncovered: uncovered === 0 ? "" : formatNumber(uncovered),
    unposted: unposted === 0 ? "" : formatNumber(unposted),
  };
}
