/** How wide a column of the list is while nobody said so: as its values usually are. CSS pixels at a zoom of 100 %. */
import {
  isComputed,
  nameKey,
  postKey,
  type TableColumn,
  unitKey,
} from "../../../../shared/columns/table-column";

/** Least that a column can be made. */
export const leastWidth = 44;
/** One step of the keys. */
export const widthStep = 24;

const ofKind = {
  number: 60,
  age: 68,
  postCount: 84,
  otherPosts: 200,
  parentUnit: 160,
  status: 208,
  missing: 320,
} as const;

const ofKey: Readonly<Record<string, number>> = { [nameKey]: 184, [unitKey]: 150, [postKey]: 216 };

export function usualWidth(column: TableColumn): number {
  if (isComputed(column)) return ofKind[column.kind];
  const { definition, key } = column;
  switch (definition.type) {
    case "partialDate":
    case "day":
    case "month":
    case "year":
      return 104;
    case "boolean":
      return 84;
    case "choice":
      return 140;
    case "integer":
    case "decimal":
    case "money":
      return 112;
    default:
      return ofKey[key] ?? 150;
  }
}
