/**
 * A block of cells drawn with the mouse, as in a spreadsheet: from where the button went down to where the mouse is, and
 * on by itself while the mouse is held beyond an edge of the lines.
 */
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { type Edges, type Point, stepsBeyond } from "./draw-steps";
import type { GridPlace } from "./grid-keys";

/** Slow enough to stop at a line, quick enough to go through a list. */
const everyMs = 60;

export interface DrawGiven {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Pixels that a head above the lines and a foot beneath them take of the scroller. */
  readonly head: number;
  readonly foot: number;
  readonly rows: number;
  readonly columns: number;
  /** The block reaches from one place to another. */
  readonly onReach: (from: GridPlace, to: GridPlace) => void;
}

/** The cell of a row that something stands in; null elsewhere in the grid. */
export function placeOf(target: EventTarget | null): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return cell === null ? null : { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
}

/** @returns begins a block where the button of the mouse went down */
export function useDraw({ scroller, ...given }: DrawGiven): (from: GridPlace) => void {
  const { head, foot, rows, columns } = given;
  const [from, setFrom] = useState<GridPlace | null>(null);
  const reach = useEffectEvent(given.onReach);
  const edges = useEffectEvent((element: HTMLElement): Edges => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    // Lines may end before the room for them does.
    const lines = element.querySelector("tbody")?.getBoundingClientRect();
    return {
      left,
      right: Math.min(right, lines?.right ?? right),
      top: top + head,
      bottom: Math.min(bottom - foot, lines?.bottom ?? bottom),
    };
  });
  const within = useEffectEvent(
    ({ row, column }: GridPlace): GridPlace => ({
      row: Math.max(0, Math.min(rows - 1, row)),
      column: Math.max(0, Math.min(columns - 1, column)),
    }),
  );

  useEffect(() => {
    const element = scroller.current;
    if (from === null || element === null) return;
    let at = from;
    let outside: Point | null = null;
    const goTo = (wanted: GridPlace) => {
      const to = within(wanted);
      if (to.row === at.row && to.column === at.column) return;
      at = to;
      reach(from, to);
    };
    const goOn = () => {
      if (outside === null) return;
      const steps = stepsBeyond(outside, edges(element));
      goTo({ row: at.row + steps.rows, column: at.column + steps.columns });
    };
    const end = () => setFrom(null);
    const onMove = (event: MouseEvent) => {
      // The button may have been let go of where no window hears it.
      if ((event.buttons & 1) === 0) return end();
      const { target, clientX, clientY } = event;
      const over = target instanceof Node && element.contains(target) ? placeOf(target) : null;
      outside = over === null ? { x: clientX, y: clientY } : null;
      if (over !== null) goTo(over);
    };
    const clock = setInterval(goOn, everyMs);
    window.addEventListener("mousemove", onMove);
    window.addEventListener("mouseup", end);
    window.addEventListener("blur", end);
    return () => {
      clearInterval(clock);
      window.removeEventListener("mousemove", onMove);
      window.removeEventListener("mouseup", end);
      window.removeEventListener("blur", end);
    };
  }, [from, scroller]);

  return setFrom;
}
