/** The day on which a rotation (luân chuyển) has lasted as long as it must at least: QĐ 65-QĐ/TW, 36 months. */
import type { DueGap } from "../../domain/due";
import { addMonthsToDate } from "../../domain/months";
import { type DueReader, type FoundItem, itemOn } from "../types";
import { openAssignments } from "./open-assignments";

const leastMonths = 36;

export const rotation: DueReader = (person, context) => {
  const items: FoundItem[] = [];
  const missing: DueGap[] = [];
  for (const { kind, from, postName: post } of openAssignments(person, context)) {
    if (kind !== "rotated") continue;
    const reached = from === null ? null : addMonthsToDate(from, leastMonths);
    if (from === null || reached === null) missing.push("assignmentFrom");
    else {
      const params = { post, from: { date: from }, months: leastMonths };
      items.push(itemOn(reached, { key: "rotationReached", params }));
    }
  }
  return { items, missing };
};
