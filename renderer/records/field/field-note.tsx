/** A warning beside a field: worth a second look, and no obstacle to saving. */
import { IconAlertTriangle } from "@tabler/icons-react";
import classes from "./fields.module.css";

export function FieldNote(props: { readonly text: string }) {
  return (
    <p className={classes.note}>
      <IconAlertTriangle size={14} aria-hidden />
      <span>{props.text}</span>
    </p>
  );
}
