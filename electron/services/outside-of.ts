/** How people without a post on a day stand to it, from the facts: what lists say of them on screen and on paper. */
import type { OutsideDayData } from "../../shared/contract/schemas/officials";
import { type PackedDay, packedToIso } from "../../shared/domain/partial-date";
import { outsideDay } from "../../shared/standards/outside-day";
import { assignmentMarks } from "../../shared/standards/serving";
import type { RosterIndex } from "../roster/read/index/roster-index";

/** How somebody without a post on a day stands to it; null while one is held. */
export function outsideOf(index: RosterIndex, person: number, asOf: PackedDay): OutsideDayData | null {
  const { people, assignments } = index.facts;
  const start = people.assignmentStart[person] ?? 0;
  const held = Array.from({ length: people.assignmentCount[person] ?? 0 }, (_row, place) => ({
    fromEarliest: assignments.fromEarliest[start + place] ?? 0,
    toLatest: assignments.toLatest[start + place] ?? 0,
    main: ((assignments.mark[start + place] ?? 0) & assignmentMarks.main) !== 0,
  }));
  const outside = outsideDay(held, asOf);
  if (outside === null) return null;
  return { kind: outside.kind, day: outside.day === null ? null : packedToIso(outside.day) };
}
