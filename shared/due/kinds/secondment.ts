/** The end of a secondment (biệt phái): the day on record, else the longest it may run: NĐ 170/2025/NĐ-CP, Điều 26. */
import { mostSecondmentMonths } from "../../career/act-rules";
import type { DueGap } from "../../domain/due";
import { addMonthsToDate } from "../../domain/months";
import { type DueReader, type FoundItem, itemOn } from "../types";
import { openAssignments } from "./open-assignments";

export const secondment: DueReader = (person, context) => {
  const items: FoundItem[] = [];
  const missing: DueGap[] = [];
  for (const { kind, from, termUntil, postName: post } of openAssignments(person, context)) {
    if (kind !== "seconded") continue;
    const limit = from === null ? null : addMonthsToDate(from, mostSecondmentMonths);
    if (termUntil !== null) items.push(itemOn(termUntil, { key: "secondmentUntil", params: { post } }));
    else if (limit === null || from === null) missing.push("assignmentFrom");
    else {
      const params = { post, from: { date: from }, months: mostSecondmentMonths };
      items.push(itemOn(limit, { key: "secondmentLimit", params }));
    }
  }
  return { items, missing };
};
