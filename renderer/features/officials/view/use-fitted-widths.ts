/** Gives the columns of the list the widths that suit what they hold, in the room that the window has. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { tableColumnOf } from "../../../../shared/columns/table-column";
import type { ViewColumn } from "../../../../shared/contract/schemas/views";
import { type ColumnNeed, measureColumns } from "../../../components/virtual-grid/measure-columns";
import { fitted, unmeasuredWidth, wantedWidth } from "./column-widths";

type Needs = ReadonlyMap<string, ColumnNeed>;

export interface FittedWidths {
  /** CSS pixels. */
  readonly widthOf: (shown: ViewColumn) => number;
  /** Whether words that a sign beside them says too have no room. */
  readonly isTight: (shown: ViewColumn) => boolean;
}

/**
 * @param box around the grid
 * @param first the first row of the list; where it is another one, the rows are measured again. A column is never narrowed
 * for them, so that letters typed in the search move nothing to and fro
 * @param rowCount up to which the rows are numbered
 */
export function useFittedWidths(
  box: RefObject<HTMLElement | null>,
  columns: readonly ViewColumn[],
  first: object | undefined,
  rowCount: number,
): FittedWidths {
  const [needs, setNeeds] = useState<Needs>(new Map());
  const [room, setRoom] = useState(0);
  const drawn = useRef<{ readonly first: object | undefined; readonly fonts: number }>({
    first: undefined,
    fonts: -1,
  });
  const fonts = useFontsLoaded();
  useLayoutEffect(() => {
    const grid = gridIn(box);
    // Rows of the columns before stay until those of the new ones are there.
    const isMeasured = drawn.current.first === first && drawn.current.fonts === fonts;
    if (grid === null || first === undefined || isMeasured) return;
    const found = measureColumns(grid);
    if (found === null || found.length !== columns.length) return;
    drawn.current = { first, fonts };
    setNeeds((known) => grown(known, columns, found));
    setRoom(roomOf(grid));
  }, [box, columns, first, fonts]);
  useEffect(() => {
    if (box.current === null) return undefined;
    const observer = new ResizeObserver(() => setRoom(roomOf(gridIn(box))));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);

  const widths = useMemo(() => {
    const wanted = columns.flatMap(({ key, width }) => {
      const column = tableColumnOf(key);
      return column === null
        ? []
        : [{ key, ...wantedWidth(column, needs.get(key), { set: width, rowCount }) }];
    });
    const found = fitted(wanted, room);
    return new Map(wanted.map(({ key }, place) => [key, found[place] ?? unmeasuredWidth]));
  }, [columns, needs, room, rowCount]);
  const widthOf = useCallback(
    ({ key, width }: ViewColumn) => width ?? widths.get(key) ?? unmeasuredWidth,
    [widths],
  );
  const isTight = useCallback(
    (shown: ViewColumn) => widthOf(shown) < (needs.get(shown.key)?.cells ?? 0),
    [widthOf, needs],
  );
  return { widthOf, isTight };
}

function gridIn(box: RefObject<HTMLElement | null>): HTMLElement | null {
  return box.current?.querySelector<HTMLElement>("[role=grid]") ?? null;
}

/** What the box that scrolls the grid shows of it. */
function roomOf(grid: HTMLElement | null): number {
  return grid?.parentElement?.clientWidth ?? 0;
}

/** The same map where nothing needs more. */
function grown(before: Needs, columns: readonly ViewColumn[], found: readonly ColumnNeed[]): Needs {
  const after = new Map(before);
  for (const [place, { key }] of columns.entries()) {
    const [known, need] = [before.get(key), found[place]];
    if (need === undefined) continue;
    const cells = Math.max(known?.cells ?? 0, need.cells);
    const tight = Math.max(known?.tight ?? 0, need.tight);
    const isMore = known === undefined || cells > known.cells || tight > known.tight;
    if (isMore || need.heading !== known.heading) after.set(key, { heading: need.heading, cells, tight });
  }
  const isSame = after.size === before.size && [...after].every(([key, need]) => before.get(key) === need);
  return isSame ? before : after;
}

/** Changes whenever letters of the program have come, a weight at a time; before that others stand in for them. */
function useFontsLoaded(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!("fonts" in document)) return undefined;
    const done = () => setCount((before) => before + 1);
    document.fonts.addEventListener("loadingdone", done);
    return () => document.fonts.removeEventListener("loadingdone", done);
  }, []);
  return count;
}
