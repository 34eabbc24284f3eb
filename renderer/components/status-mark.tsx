/** A status as colour, shape and word together, because colour alone is lost on a print and on many eyes. */
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconClockHour4,
  IconHelpCircleFilled,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { ListCell } from "../../shared/contract/schemas/officials";
import type { Status } from "../../shared/standards/types";
import type { CellWords } from "./cell-words";
import classes from "./status-mark.module.css";
import { UnverifiedMark } from "./unverified-mark";
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
  /** All that the judgement says: a status is not shown without the mark of what it rests on. */
  readonly judgement: { readonly status: Status; readonly verified: boolean | null };
}

/** Pill with icon and word, and the mark of a law that nobody compared. */
export function StatusMark({ judgement }: StatusMarkProps) {
  const words = useWords();
  const { status } = judgement;
  return (
    <span className={classes.marked}>
      <span className={classes.mark} data-status={status}>
        <StatusIcon status={status} size={15} />
        {words.status(status)}
      </span>
      <UnverifiedMark of={judgement} look="sign" />
    </span>
  );
}

export interface StatusCellProps {
  readonly cell: ListCell;
  readonly words: CellWords;
  /** Where the column has no room for the word and the level, colour and shape say the status, and the tip its word. */
  readonly isTight?: boolean;
}

/** Mark and level in one line of a grid; the full word is in the title, the short one is printed. */
export function StatusCell({ cell, words, isTight = false }: StatusCellProps) {
  const { status, note, tip } = cell;
  // Whoever does not serve on the day is not judged.
  if (status === undefined) return <span className={classes.none}>–</span>;
  return (
    <span
      className={classes.cell}
      data-tight={(isTight && note !== undefined) || undefined}
      title={tip ?? words.status[status]}
    >
      <span className={classes.mark} data-status={status}>
        <StatusIcon status={status} size={15} />
        <span className={classes.word}>{words.statusShort[status]}</span>
      </span>
      <UnverifiedMark of={cell} look="sign" words={words.unverified} />
      {note === undefined ? null : <span className={classes.level}>{note}</span>}
    </span>
  );
}
