/** What stands where there is nothing to show: why, and what can be done about it. */
import type { ReactNode } from "react";
import classes from "./layout.module.css";

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState(props: EmptyStateProps) {
  return (
    <div className={classes.empty} role="status">
      {props.icon === undefined ? null : <div className={classes.emptyIcon}>{props.icon}</div>}
      <p className={classes.emptyTitle}>{props.title}</p>
      {props.children === undefined ? null : <div className={classes.emptyText}>{props.children}</div>}
      {props.action}
    </div>
  );
}
