/** A text that is cut where it has no room, and read in full as the title. */
import classes from "./planning.module.css";

export function Fitted({ text }: { readonly text: string }) {
  return (
    <span className={classes.fits} title={text}>
      {text}
    </span>
  );
}
