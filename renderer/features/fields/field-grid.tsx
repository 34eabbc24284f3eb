/** Lays fields out on twelve columns that fold together on a narrow window or at high zoom. */
import type { ReactNode } from "react";
import classes from "./fields.module.css";

export function FieldGrid(props: { readonly children: ReactNode }) {
  return (
    <div className={classes.container}>
      <div className={classes.grid}>{props.children}</div>
    </div>
  );
}

/** One place on the grid. @param props.span of twelve columns */
export function FieldSlotBox(props: { readonly span: 3 | 4 | 6 | 8 | 12; readonly children: ReactNode }) {
  return (
    <div className={classes.slot} data-span={props.span}>
      {props.children}
    </div>
  );
}
