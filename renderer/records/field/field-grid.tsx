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

/** A field and its place on the grid. */
export interface FieldSlot {
  readonly field: string;
  /** Of twelve columns. */
  readonly span: 3 | 4 | 6 | 8 | 12;
}

/** One place on the grid. */
export function FieldSlotBox(props: { readonly span: FieldSlot["span"]; readonly children: ReactNode }) {
  return (
    <div className={classes.slot} data-span={props.span}>
      {props.children}
    </div>
  );
}
