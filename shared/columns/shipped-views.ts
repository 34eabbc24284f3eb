/** The views that every roster begins with: who is on the list, what they learned, who does not meet a standard and why. */
import type { View, ViewColumn } from "../contract/schemas/views";
import { viewFilterSchema } from "../contract/schemas/views";
import { standards } from "../domain/values";
import { personColumns } from "./column";
import { missingKey, numberKey, statusKey } from "./computed";
import { nameKey, postKey, unitKey } from "./table-column";

export const shippedViewNames = ["list", "levels", "notMet"] as const;
export type ShippedViewName = (typeof shippedViewNames)[number];

const columnsOf = (keys: readonly string[]): ViewColumn[] => keys.map((key) => ({ key, width: null }));
const plain = { sorts: [], filters: [], group: null, scope: "current" } as const;
const who = [numberKey, nameKey, "official.birth", unitKey, postKey] as const;

/** How each standard is met, and what is missing in one column, however many standards there are. */
const judged = [...standards.map(statusKey), missingKey("all")];

/** Columns with the level of each kind of qualification. */
const levelKeys = personColumns
  .filter(({ pick, definition }) => pick.kind === "best" && definition.ladder === pick.by)
  .map(({ key }) => key);

export const shippedViews: Readonly<Record<ShippedViewName, View>> = {
  list: {
    ...plain,
    sorts: [],
    filters: [],
    columns: columnsOf([...who, ...judged]),
  },
  levels: { ...plain, sorts: [], filters: [], columns: columnsOf([...who, ...levelKeys]) },
  notMet: {
    ...plain,
    sorts: [],
    filters: [viewFilterSchema.parse({ key: statusKey("all"), values: ["notMet"] })],
    columns: columnsOf([...who, ...judged]),
  },
};
