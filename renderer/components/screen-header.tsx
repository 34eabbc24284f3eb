/** The head of a screen: its one h1, a line about it and what can be done on it. */
import type { ReactNode } from "react";
import classes from "./layout.module.css";

export interface ScreenHeaderProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
}

export function ScreenHeader(props: ScreenHeaderProps) {
  return (
    <header className={classes.screenHead}>
      <div className={classes.screenWords}>
        <h1 className={classes.screenTitle}>{props.title}</h1>
        {props.description === undefined ? null : (
          <div className={classes.screenText}>{props.description}</div>
        )}
      </div>
      {props.actions === undefined ? null : <div className={classes.actions}>{props.actions}</div>}
    </header>
  );
}
