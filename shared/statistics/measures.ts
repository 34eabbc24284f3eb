/** What a cross table says of the people in a cell: how many, how many of them meet a standard, their mean age. */
import { type StandardOrAll, standardsAndAll } from "../domain/values";
import { statusCodes } from "../standards/types";
import { ageOn, type CrossSource } from "./dimensions";

export type MeasureKey = "people" | `met:${StandardOrAll}` | "meanAge";

export const measureKeys: readonly MeasureKey[] = [
  "people",
  ...standardsAndAll.map((standard) => `met:${standard}` as const),
  "meanAge",
];

export interface Measure {
  /** Whether somebody counts: 1 by index; null: everybody. */
  readonly counted: Uint8Array | null;
  /** Values whose mean is told instead of the number of people; whoever has none counts nowhere. */
  readonly values: Int32Array | null;
}

export function measureOf({ facts, snapshot }: CrossSource, key: MeasureKey): Measure {
  if (key === "people") return { counted: null, values: null };
  if (key === "meanAge") {
    const { birth } = facts.people;
    const values = new Int32Array(snapshot.count);
    const counted = new Uint8Array(snapshot.count);
    for (let person = 0; person < snapshot.count; person++) {
      const age = ageOn(birth[person] ?? 0, snapshot.asOf);
      values[person] = age;
      if (age >= 0) counted[person] = 1;
    }
    return { counted, values };
  }
  const standard = standardsAndAll.find((one) => key === `met:${one}`);
  if (standard === undefined) throw new RangeError(`No measure ${key}`);
  const status = snapshot.status[standard];
  const counted = new Uint8Array(snapshot.count);
  for (let person = 0; person < snapshot.count; person++) {
    if (status[person] === statusCodes.met) counted[person] = 1;
  }
  return { counted, values: null };
}
