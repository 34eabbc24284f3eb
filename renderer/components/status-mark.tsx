/** A status as colour, shape and word together, because colour alone is lost on a print and on many eyes. */
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconClockHour4,
  IconHelpCircleFilled,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Status } from "../../shared/standards/types";
import classes from "./status-mark.module.css";
import { useWords } from "./words";

type Icon = ComponentType<{ size: number; "aria-hidden": true; className?: string }>;

const icons: Readonly<Record<Status, Icon>> = {
  met: IconCircleCheckFilled,
  notMet: IconCircleXFilled,
  unknown: IconHelpCircleFilled,
  grace: IconClockHour4,
  notApplicable: IconCircleDashed,
};

/** The icon alone, for legends that print the word themselves. */
export function StatusIcon(props: { readonly status: Status; readonly size?: number }) {
  const Icon = icons[props.status];
  return (
    <span className={classes.icon} data-status={props.status}>
      <Icon size={props.size ?? 16} aria-hidden />
    </span>
  );
}

export interface StatusMarkProps {
  readonly status: Status;
  /** In place of the status's own word, for instance with the date of grace. */
  readonly text?: string;
  readonly size?: "sm" | "md";
}

/** Pill with icon and word. */
export function StatusMark(props: StatusMarkProps) {
  const words = useWords();
  return (
    <span className={classes.mark} data-status={props.status} data-size={props.size ?? "sm"}>
      <StatusIcon status={props.status} size={props.size === "md" ? 18 : 15} />
      {props.text ?? words.status(props.status)}
    </span>
  );
}

export interface StatusCellProps {
  /** Null: the person does not serve on the day. */
  readonly status: Status | null;
  /** The level held, in words; shown after the mark. */
  readonly level?: string | null;
  /** More than the status's own word, for the tip. */
  readonly title?: string;
}

/** Mark and level in one line of a grid; the full word is in the title, the short one is printed. */
export function StatusCell(props: StatusCellProps) {
  const words = useWords();
  if (props.status === null) return <span className={classes.none}>–</span>;
  return (
    <span className={classes.cell} title={props.title ?? words.status(props.status)}>
      <span className={classes.mark} data-status={props.status} data-size="sm">
        <StatusIcon status={props.status} size={15} />
        {words.statusShort(props.status)}
      </span>
      {props.level === undefined || props.level === null ? null : (
        <span className={classes.level}>{props.level}</span>
      )}
    </span>
  );
}
