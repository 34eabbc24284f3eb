/** The head of a screen: its one h1, a line about it, what can be done on it, and what must be known before reading on. */
import type { ReactNode } from "react";
import classes from "./layout.module.css";

export interface ScreenHeaderProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** Over the whole width under title and actions: what is beside the title would squeeze it into a column. */
  readonly notes?: ReactNode;
}

export function ScreenHeader(props: ScreenHeaderProps) {
  return (
    <header className={classes.screenHead}>
      <div className={classes.screenWords} data-title-only={props.description === undefined || undefined}>
        <h1 className={classes.screenTitle}>{props.title}</h1>
        {props.description === undefined ? null : (
          <div className={classes.screenText}>{props.description}</div>
        )}
      </div>
      {props.actions === undefined ? null : <div className={classes.actions}>{props.actions}</div>}
      {props.notes === undefined ? null : <div className={classes.screenNotes}>{props.notes}</div>}
    </header>
  );
}
