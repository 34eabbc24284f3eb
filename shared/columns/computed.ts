/**
 * Columns of a table of people that no field holds: what is counted, judged or looked up on the day. Only the grid and
 * lists that go out know them; nothing that is typed or imported lands in one.
 */
import { type Standard, type StandardOrAll, standardsAndAll } from "../domain/values";

/**
 * - `number`: place in the list, from 1; `age`, `postCount`: whole numbers
 * - `otherPosts`: posts beside the main one; `parentUnit`: the unit above
 * - `status`: how a standard is met; `missing`: why it is not, in words
 */
export type ComputedKind =
  | "number"
  | "age"
  | "postCount"
  | "otherPosts"
  | "parentUnit"
  | "status"
  | "missing";

export interface ComputedColumn {
  readonly key: string;
  readonly kind: ComputedKind;
  /** Of `status` and `missing`. */
  readonly standard: StandardOrAll | null;
  /** What is only worked out for who is on screen has no list of values to choose from. */
  readonly filtered: boolean;
  readonly sorted: boolean;
}

/** The place in the list, which every list begins with. */
export const numberKey = "computed.number";

/** @param standard of which the column tells how it is met */
export function statusKey(standard: StandardOrAll): string {
  return `computed.status.${standard}`;
}

/** @param standard of which the column tells what is missing */
export function missingKey(standard: StandardOrAll): string {
  return `computed.missing.${standard}`;
}

const plain = { standard: null, filtered: true, sorted: true } as const;

export const computedColumns: readonly ComputedColumn[] = [
  { key: numberKey, kind: "number", standard: null, filtered: false, sorted: false },
  { key: "computed.age", kind: "age", ...plain },
  { key: "computed.postCount", kind: "postCount", ...plain },
  { key: "computed.otherPosts", kind: "otherPosts", ...plain },
  { key: "computed.parentUnit", kind: "parentUnit", ...plain },
  ...standardsAndAll.map(
    (standard): ComputedColumn => ({ ...plain, key: statusKey(standard), kind: "status", standard }),
  ),
  ...standardsAndAll.map(
    (standard): ComputedColumn => ({
      key: missingKey(standard),
      kind: "missing",
      standard,
      filtered: false,
      sorted: true,
    }),
  ),
];

/** Whether a column tells of a standard that is counted, or of none. @param key of any column */
export function isOfCounted(key: string, counted: readonly Standard[]): boolean {
  const standard = computedColumns.find((column) => column.key === key)?.standard ?? "all";
  return standard === "all" || counted.includes(standard);
}
