/** What a rule asks of the person, read from its row by the list of conditions. */
import type { RowFields } from "../domain/validate/fields";
import { conditionList } from "./condition-list";
import type { Test } from "./conditions";

/** What a rule's row asks of the person. */
export interface ReadConditions {
  readonly tests: readonly Test[];
  readonly goesFirst: boolean;
}

/** @returns null for a rule that asks for what is not known here @throws RangeError when a day is not canonical */
export function readConditions(row: RowFields): ReadConditions | null {
  const tests: Test[] = [];
  let goesFirst = false;
  for (const condition of conditionList) {
    const test = condition.read(row);
    if (test === "unreadable") return null;
    if (test === null) continue;
    tests.push(test);
    if (condition.goesFirst === true) goesFirst = true;
  }
  return { tests, goesFirst };
}

/** Whether nobody can be asked by both of two rules, as far as the person goes. */
export function excludeEachOther(one: RowFields, other: RowFields): boolean {
  return conditionList.some(({ excludes }) => excludes?.(one, other) === true);
}
