/**
 * What figures rest on: by which rule of which set how many people were judged, how many of them are in grace and until
 * when. Heads of tables, foot notes of reports and the command line print it, so that a figure which rests on rules that
 * nobody compared with the text of the law says so, and grace says its last day.
 */
import type { PackedDay } from "../domain/partial-date";
import { type Standard, standards } from "../domain/values";
import { statusCodes } from "../standards/types";
import type { Snapshot } from "./snapshot";

/** A rule by which somebody in scope was judged. */
export interface UsedRule {
  readonly standard: Standard;
  readonly setName: string;
  readonly clause: string;
  readonly verified: boolean;
  /** Last day of grace; null for a rule without, and where nobody is in grace. */
  readonly graceUntil: PackedDay | null;
  readonly people: number;
  readonly grace: number;
}

/**
 * The rules that people in figures were judged by, standard by standard, the most used first.
 * @param units scope: 1 at the index of each unit in it; null: all
 */
export function rulesUsed(snapshot: Snapshot, units: Uint8Array | null): UsedRule[] {
  const { requirements } = snapshot.book;
  const { unit, counted } = snapshot.columns;
  return standards.flatMap((standard) => {
    const people = new Int32Array(requirements.length);
    const grace = new Int32Array(requirements.length);
    const rule = snapshot.rule[standard];
    const status = snapshot.status[standard];
    for (let person = 0; person < snapshot.count; person++) {
      const home = unit[person] ?? -1;
      const at = rule[person] ?? -1;
      if (home < 0 || at < 0 || counted[person] !== 1 || (units !== null && units[home] !== 1)) continue;
      people[at] = (people[at] ?? 0) + 1;
      if (status[person] === statusCodes.grace) grace[at] = (grace[at] ?? 0) + 1;
    }
    return requirements
      .flatMap(({ set, rule: { clause }, verified, graceUntil }, at): UsedRule[] => {
        const [judged = 0, inGrace = 0] = [people[at], grace[at]];
        if (judged === 0) return [];
        const until = inGrace === 0 ? null : graceUntil;
        return [
          {
            standard,
            setName: set.name,
            clause,
            verified,
            graceUntil: until,
            people: judged,
            grace: inGrace,
          },
        ];
      })
      .sort((a, b) => b.people - a.people);
  });
}
