/**
 * What figures rest on: by which rule of which set how many people were judged, how many of them are in grace and until
 * when. Heads of tables, foot notes of reports and the command line print it, so that a figure which rests on rules that
 * nobody compared with the text of the law says so, and grace says its last day.
 */
import type { PackedDay } from "../domain/partial-date";
import { type Standard, standards } from "../domain/values";
import { statusCodes, statuses } from "../standards/types";
import type { Snapshot } from "./snapshot";

/** A rule by which somebody in scope was judged. */
export interface UsedRule {
  readonly standard: Standard;
  readonly setId: string;
  readonly setName: string;
  readonly clause: string;
  /** Set and rule were compared with the text of the law. */
  readonly verified: boolean;
  /** The rule was, whatever of the set. */
  readonly ruleVerified: boolean;
  readonly people: number;
  readonly grace: number;
  /** How many are in grace until when, the nearest day first; where it counts from an event, days differ. */
  readonly graceDays: readonly { readonly until: PackedDay; readonly people: number }[];
}

/** One more than the highest status code. */
const codes = statuses.length + 1;

/**
 * The rules that people in figures were judged by, standard by standard, the most used first.
 * @param units scope: 1 at the index of each unit in it; null: all
 */
export function rulesUsed(snapshot: Snapshot, units: Uint8Array | null): UsedRule[] {
  const { requirements } = snapshot.book;
  const { unit, counted } = snapshot.columns;
  return standards.flatMap((standard) => {
    // By rule and status in one count, so that everybody is looked at once.
    const counts = new Int32Array(requirements.length * codes);
    const ruleOf = snapshot.rule[standard];
    const status = snapshot.status[standard];
    const until = snapshot.graceUntil[standard];
    const days = new Map<number, Map<PackedDay, number>>();
    for (let person = 0; person < snapshot.count; person++) {
      const home = unit[person] ?? -1;
      const at = ruleOf[person] ?? -1;
      if (home < 0 || at < 0 || counted[person] !== 1 || (units !== null && units[home] !== 1)) continue;
      const slot = at * codes + (status[person] ?? 0);
      counts[slot] = (counts[slot] ?? 0) + 1;
      if (status[person] === statusCodes.grace) count(days, at, until[person] ?? 0);
    }
    return requirements
      .flatMap(({ set, rule, verified }, at): UsedRule[] => {
        const judged = counts.subarray(at * codes, (at + 1) * codes).reduce((sum, one) => sum + one, 0);
        const inGrace = counts[at * codes + statusCodes.grace] ?? 0;
        if (judged === 0) return [];
        const graceDays = [...(days.get(at) ?? [])]
          .sort(([a], [b]) => a - b)
          .map(([day, people]) => ({ until: day, people }));
        return [
          {
            standard,
            setId: set.id,
            setName: set.name,
            clause: rule.clause,
            verified,
            ruleVerified: rule.verified,
            people: judged,
            grace: inGrace,
            graceDays,
          },
        ];
      })
      .sort((a, b) => b.people - a.people);
  });
}

function count(days: Map<number, Map<PackedDay, number>>, rule: number, until: PackedDay): void {
  const ofRule = days.get(rule) ?? new Map<PackedDay, number>();
  ofRule.set(until, (ofRule.get(until) ?? 0) + 1);
  days.set(rule, ofRule);
}
