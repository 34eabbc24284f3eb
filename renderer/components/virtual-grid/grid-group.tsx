/** The line in front of the rows of a group: its name, how many it has, and the way to fold it. */
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { GroupLine } from "./types";
import classes from "./virtual-grid.module.css";

export interface GridGroupProps {
  readonly id: string;
  readonly group: GroupLine;
  readonly index: number;
  readonly ariaIndex: number;
  /** Columns of the grid. */
  readonly span: number;
  /** CSS pixels from the top of the body. */
  readonly top: number;
  readonly active: boolean;
  readonly onPress: () => void;
}

export function GridGroup(props: GridGroupProps) {
  const { group } = props;
  const Icon = group.folded === true ? IconChevronRight : IconChevronDown;
  return (
    <tr
      role="row"
      aria-rowindex={props.ariaIndex}
      aria-selected={props.active}
      className={classes.row}
      data-group
      data-active={props.active || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onMouseDown={(event) => {
        if (event.button === 0) props.onPress();
      }}
    >
      <td
        role="gridcell"
        id={props.id}
        aria-colspan={props.span}
        aria-expanded={group.folded === null ? undefined : !group.folded}
        className={classes.groupCell}
        data-active={props.active || undefined}
      >
        {group.folded === null ? null : <Icon size={15} aria-hidden />}
        <span>{group.text}</span>
        <span className={classes.groupCount}>{group.count}</span>
      </td>
    </tr>
  );
}
