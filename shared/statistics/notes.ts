/**
 * What must stand beside a table of figures: how many people were judged by what nobody compared with the text of the
 * law, how many by assumption, how many by no rule at all, until when grace runs, of how many the main post is unclear.
 * Screen, report and command
 * line say the same because they all read it here.
 */
import type { StatisticsTable } from "../contract/schemas/statistics";
import { type Standard, standards } from "../domain/values";

export interface FigureNotes {
  /** Standards with somebody to tell of. */
  readonly unverified: readonly { readonly standard: Standard; readonly people: number }[];
  readonly assumed: readonly { readonly standard: Standard; readonly people: number }[];
  /** By last day (ISO), the nearest first. */
  readonly grace: readonly { readonly standard: Standard; readonly until: string; readonly people: number }[];
  readonly mainUnclear: number;
  /** People for whose post no rule speaks of one standard or another. */
  readonly uncovered: number;
  /** People of whom no post is on record: they are in none of the figures. */
  readonly unposted: number;
}

/** What of a table its notes are read from. */
export type NotedTable = Pick<StatisticsTable, "total" | "rules" | "unposted">;

export function notesOf({ total, rules, unposted }: NotedTable): FigureNotes {
  const people = (note: "unverified" | "assumed") =>
    standards
      .map((standard) => ({ standard, people: total.notes[standard]?.[note] ?? 0 }))
      .filter((one) => one.people > 0);
  return {
    unverified: people("unverified"),
    assumed: people("assumed"),
    grace: standards.flatMap((standard) => graceOf(standard, rules)),
    mainUnclear: total.mainUnclear,
    uncovered: total.uncovered,
    unposted,
  };
}

function graceOf(standard: Standard, rules: StatisticsTable["rules"]): FigureNotes["grace"] {
  const byDay = new Map<string, number>();
  for (const rule of rules) {
    if (rule.standard !== standard) continue;
    for (const { until, people } of rule.graceDays) byDay.set(until, (byDay.get(until) ?? 0) + people);
  }
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([until, people]) => ({ standard, until, people }));
}
