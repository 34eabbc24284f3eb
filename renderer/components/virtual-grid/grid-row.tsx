/**
 * One row of a grid; while its page is on the way, quiet bars stand in its cells. It is drawn again only where something of
 * it differs: while somebody scrolls, the rows that stay on screen cost nothing. So it has no handlers of its own; the
 * grid hears what is pressed in it.
 */
import { memo } from "react";
import classes from "./virtual-grid.module.css";
import { pinnedCount } from "./grid-header";
import { copiedSides } from "./copied-cells";
import type { GridColumn } from "./types";

export interface GridRowProps<T> {
  readonly row: T | undefined;
  readonly columns: readonly GridColumn<T>[];
  readonly starts: ReadonlySet<string>;
  readonly index: number;
  readonly ariaIndex: number;
  /** CSS pixels from the top of the body. */
  readonly top: number;
  /** Place of the active cell in this row, -1 in all other rows. */
  readonly activeColumn: number;
  readonly selected: boolean;
  /** What the ids of the grid's cells begin with. */
  readonly gridId: string;
  /** What of the line is chosen: first and last column. */
  readonly chosen: readonly [number, number] | "all" | null;
  /** What of the line round copied cells is in it; see copied-cells.ts. */
  readonly copied: string | null;
}

/** Id of a cell, by which the grid names the one that the keys act on. */
export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}r${row}c${column}`;
}

function Row<T>(props: GridRowProps<T>) {
  const { row, index, chosen } = props;
  const pinned = pinnedCount(props.columns);
  return (
    <tr
      role="row"
      aria-rowindex={props.ariaIndex}
      aria-selected={props.activeColumn >= 0 || props.selected || chosen !== null}
      className={classes.row}
      data-chosen={chosen === "all" || undefined}
      data-active={props.activeColumn >= 0 || undefined}
      data-selected={props.selected || undefined}
      data-odd={index % 2 === 1 || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {props.columns.map((column, place) => (
        <td
          role={column.rowHeader === true ? "rowheader" : "gridcell"}
          id={cellId(props.gridId, index, place)}
          key={column.key}
          data-row={index}
          data-column={place}
          className={classes.cell}
          data-align={column.align ?? "start"}
          data-start={props.starts.has(column.key) || undefined}
          data-pinned={place < pinned || undefined}
          data-second={(place === 1 && pinned === 2) || undefined}
          data-active={place === props.activeColumn || undefined}
          data-copied={copiedSides(props.copied, place, props.columns.length - 1) ?? undefined}
          data-chosen={(Array.isArray(chosen) && chosen[0] <= place && place <= chosen[1]) || undefined}
        >
          {row === undefined ? <span className={classes.waiting} /> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

export const GridRow = memo(Row) as typeof Row;
