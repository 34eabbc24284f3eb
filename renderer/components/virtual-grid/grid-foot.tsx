/** The last line of a grid, which never scrolls away. */
import type { ReactNode } from "react";
import { pinnedCount } from "./grid-header";
import type { GridColumn } from "./types";
import classes from "./virtual-grid.module.css";

export interface GridFootProps<T> {
  readonly columns: readonly GridColumn<T>[];
  readonly starts: ReadonlySet<string>;
  readonly ariaIndex: number;
  readonly cell: (column: GridColumn<T>) => ReactNode;
}

export function GridFoot<T>({ columns, starts, ariaIndex, cell }: GridFootProps<T>) {
  const pinned = pinnedCount(columns);
  return (
    <tfoot role="rowgroup" className={classes.foot}>
      <tr role="row" className={classes.footRow} aria-rowindex={ariaIndex}>
        {columns.map((column, place) => (
          <td
            role={column.rowHeader === true ? "rowheader" : "gridcell"}
            key={column.key}
            className={classes.cell}
            data-align={column.align ?? "start"}
            data-start={starts.has(column.key) || undefined}
            data-pinned={place < pinned || undefined}
            data-second={(place === 1 && pinned === 2) || undefined}
          >
            {cell(column)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
