/**
 * The end of a dialog: its buttons, and what leads to the rest of it. They stay in view however long the dialog is, so that
 * nobody has to scroll to find out how to save; what is above scrolls behind them.
 */
import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./dialog.module.css";

export interface DialogFootProps {
  /** Stands before the buttons, at the other side. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

export function DialogFoot({ beside, children }: DialogFootProps) {
  return (
    <div className={classes.foot}>
      <div className={classes.beside}>{beside}</div>
      <Group justify="flex-end" gap="sm" wrap="nowrap">
        {children}
      </Group>
    </div>
  );
}
