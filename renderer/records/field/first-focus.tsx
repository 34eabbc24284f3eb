/** Where a dialog's focus begins: at the first field inside, not at the dialog's close button. */
import { type FocusEvent, type ReactNode, useState } from "react";
import classes from "./fields.module.css";

export function FirstFocus(props: { readonly children: ReactNode }) {
  // Once only: a box that went on taking the focus would take it from whoever clicks the words beside a field.
  const [begun, setBegun] = useState(false);
  const passOn = (event: FocusEvent<HTMLDivElement>) => {
    setBegun(true);
    if (event.target !== event.currentTarget) return;
    event.currentTarget.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus();
  };
  return (
    <div
      {...(begun ? {} : { tabIndex: -1, "data-autofocus": true, onFocus: passOn })}
      className={classes.firstFocus}
    >
      {props.children}
    </div>
  );
}
