/**
 * How wide the columns of the list are while nobody said so: as what they hold needs, and where the window has less room, the
 * longest texts give way first, so that no short value is cut for the sake of a long one. CSS pixels at a zoom of 100 %.
 */
import { isComputed, measureOf, nameKey, type TableColumn } from "../../../../shared/columns/table-column";
import type { ColumnNeed } from "../../../components/virtual-grid/measure-columns";

/** Least that a column can be made. */
export const leastWidth = 44;
/** One step of the keys. */
export const widthStep = 24;
/** Until it is known what the columns hold. */
export const unmeasuredWidth = 150;
/** Less of a text than this says nothing, however long it is. */
const leastOfText = 128;
/** More of a text than this is read elsewhere. */
const mostOfText = 384;

/** Room for a status and the longest level beside it: rows that come later have others than the first. */
const ampleOfStatus = 272;

/** A digit of a row's number, and what is left empty around it. */
const digitWidth = 9;
const aroundNumber = 24;

export interface Wanted {
  readonly least: number;
  readonly most: number;
  /** Up to which it may have what nobody else wants; left out: nothing of that. */
  readonly ample?: number;
  /** Where it cannot have all that it wants, more than the least is of no use to it. */
  readonly wholeOrLeast?: true;
}

/** What a column may have. @param set the width that somebody gave it; null: none @param rowCount up to which rows are numbered */
export function wantedWidth(
  column: TableColumn,
  need: ColumnNeed | undefined,
  { set, rowCount }: { readonly set: number | null; readonly rowCount: number },
): Wanted {
  if (set !== null) return { least: set, most: set };
  if (need === undefined) return { least: unmeasuredWidth, most: unmeasuredWidth };
  const { heading } = need;
  // The first rows have the shortest numbers.
  const isNumbered = isComputed(column) && column.kind === "number";
  const numbers = isNumbered ? aroundNumber + String(rowCount).length * digitWidth : 0;
  const most = Math.max(leastWidth, heading, numbers, Math.min(need.cells, mostOfText));
  // Half a date or a figure is another one, and so is half a name.
  if (!isText(column) || column.key === nameKey) return { least: most, most };
  if (isComputed(column) && column.kind === "status" && column.standard !== "all")
    return {
      // Levels stay whole; the words of statuses, which their signs say too, do not.
      least: Math.min(most, Math.max(heading, need.tight)),
      most,
      wholeOrLeast: true,
      ample: Math.max(most, ampleOfStatus),
    };
  return { least: Math.min(most, Math.max(heading, leastOfText)), most };
}

function isText(column: TableColumn): boolean {
  return measureOf(column) === "text" && !(isComputed(column) && column.kind === "number");
}

/** Widths within a room; what has no use for part of what it wants leaves it to the others. */
export function fitted(wanted: readonly Wanted[], room: number): number[] {
  const widths = levelled(wanted, room);
  const gives = (one: Wanted, place: number) =>
    one.wholeOrLeast === true && one.least < one.most && (widths[place] ?? 0) < one.most;
  if (!wanted.some(gives)) return widths;
  const others = wanted.map((one, place) => (gives(one, place) ? { ...one, most: one.least } : one));
  return levelled(others, room);
}

/**
 * Widths within a room: all that is wanted where it has that much; otherwise no column is wider than one level that fits all
 * of them. Where even the least is too much, the grid scrolls sideways, and nothing needs to give way.
 */
function levelled(wanted: readonly Wanted[], room: number): number[] {
  const sumAt = (level: number) => wanted.reduce((sum, one) => sum + widthAt(one, level), 0);
  const widest = Math.max(0, ...wanted.map(({ most }) => most));
  if (sumAt(0) > room) return wanted.map(({ most }) => most);
  if (sumAt(widest) <= room) return spread(wanted, room - sumAt(widest));
  let [low, high] = [0, widest];
  while (high - low > 1) {
    const level = Math.floor((low + high) / 2);
    if (sumAt(level) <= room) low = level;
    else high = level;
  }
  return wanted.map((one) => widthAt(one, low));
}

/** All that is wanted, and of what is left as much as is of use, alike to all who have a use for it. */
function spread(wanted: readonly Wanted[], left: number): number[] {
  const uses = wanted.map(({ most, ample }) => Math.max(0, (ample ?? most) - most));
  const users = uses.filter((use) => use > 0).length;
  const share = users === 0 ? 0 : Math.floor(left / users);
  return wanted.map(({ most }, place) => most + Math.min(uses[place] ?? 0, share));
}

function widthAt({ least, most }: Wanted, level: number): number {
  return Math.min(most, Math.max(least, level));
}
