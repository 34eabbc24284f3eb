/**
 * A stretch of somebody's career, and the assignment row that it becomes.
 *
 * Careers are built backwards from the as-of day as day numbers; only here do they become dates of some precision,
 * so that no rounding can make somebody hold, or not hold, a post on the day the sample is made for.
 */
import type { FieldValue } from "../domain/entities";
import type { AssignmentKind, EndReason } from "../domain/values";
import { type DayNumber, isoDay, isoMonth, isoYear, yearOf } from "./calendar";
import type { NextId } from "./ids";
import { postTraits, type SamplePostKey, samplePost } from "./posts";
import type { Random } from "./random";
import type { SampleRow } from "./types";

export interface Stint {
  readonly unitId: string;
  readonly post: SamplePostKey;
  readonly kind: AssignmentKind;
  readonly from: DayNumber;
  /** Null while it runs. */
  readonly to: DayNumber | null;
  readonly endReason: EndReason | null;
  readonly main: boolean;
  /** "year" is honoured only where that cannot blur the as-of day or a day that grace hangs on. */
  readonly precision: "day" | "month" | "year";
}

/** What decides how a stint is written. */
export interface StintStyle {
  /** Years whose dates are always written to the day, because rules hang on a day in them. */
  readonly exactYears: ReadonlySet<number>;
  /** Percent of stints with a decision number. */
  readonly decisionPercent: number;
  /** Short form of the Party committee that decides on posts: huyện ủy before 07/2025, tỉnh ủy since. */
  readonly partyOffice: "HU" | "TU";
}

function written(day: DayNumber, precision: Stint["precision"], style: StintStyle): string {
  if (precision === "day" || style.exactYears.has(yearOf(day))) return isoDay(day);
  return precision === "year" ? isoYear(day) : isoMonth(day);
}

/** The row of a stint. @param officialId whose it is */
export function assignmentRow(
  random: Random,
  nextId: NextId,
  officialId: string,
  stint: Stint,
  style: StintStyle,
): SampleRow<"assignment"> {
  const fields: Record<string, FieldValue> = {
    official: officialId,
    unit: stint.unitId,
    post: samplePost(stint.post).id,
    kind: stint.kind,
    from: written(stint.from, stint.precision, style),
    main: stint.main,
  };
  if (stint.to !== null) fields["to"] = written(stint.to, stint.precision, style);
  if (stint.endReason !== null) fields["endReason"] = stint.endReason;
  if (random.percent(style.decisionPercent)) {
    const { tier } = postTraits[stint.post];
    const byParty =
      tier === "mass" || stint.post === "partySecretary" || stint.post === "partyDeputySecretary";
    const deciding = byParty ? `QĐ-${style.partyOffice}` : "QĐ-UBND";
    fields["decisionNumber"] = `${random.between(11, 2480)}/${deciding}`;
    if (stint.precision === "day") fields["decisionDate"] = isoDay(stint.from - random.between(1, 12));
  }
  return { id: nextId(), fields };
}
