/** One row of a grid; while its page is on the way, quiet bars stand in its cells. */
import classes from "./virtual-grid.module.css";
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
  readonly cellId: (row: number, column: number) => string;
  readonly onPress: (index: number, column: number) => void;
  readonly onOpen: (index: number, column: number) => void;
}

export function GridRow<T>(props: GridRowProps<T>) {
  const { row, index } = props;
  return (
    <tr
      role="row"
      aria-rowindex={props.ariaIndex}
      aria-selected={props.activeColumn >= 0 || props.selected}
      className={classes.row}
      data-active={props.activeColumn >= 0 || undefined}
      data-selected={props.selected || undefined}
      data-odd={index % 2 === 1 || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {props.columns.map((column, place) => (
        <td
          role={column.rowHeader === true ? "rowheader" : "gridcell"}
          id={props.cellId(index, place)}
          key={column.key}
          data-row={index}
          data-column={place}
          className={classes.cell}
          data-align={column.align ?? "start"}
          data-start={props.starts.has(column.key) || undefined}
          data-pinned={(place === 0 && column.rowHeader === true) || undefined}
          data-active={place === props.activeColumn || undefined}
          onMouseDown={() => props.onPress(index, place)}
          onDoubleClick={() => props.onOpen(index, place)}
        >
          {row === undefined ? <span className={classes.waiting} /> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
