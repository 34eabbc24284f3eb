/** Where a dialog's focus begins: at the first field inside, not at the dialog's close button. */
import type { FocusEvent, ReactNode } from "react";
import classes from "./fields.module.css";

export function FirstFocus(props: { readonly children: ReactNode }) {
  const passOn = (event: FocusEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    event.currentTarget.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus();
  };
  return (
    <div tabIndex={-1} data-autofocus className={classes.firstFocus} onFocus={passOn}>
      {props.children}
    </div>
  );
}
