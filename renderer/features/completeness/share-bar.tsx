/** How much of what is asked is answered, as a bar, a fraction of whole numbers and its rate. */
import { formatFraction, formatPercent } from "../../../shared/text/format";
import classes from "./completeness.module.css";

export function ShareBar({ present, asked }: { readonly present: number; readonly asked: number }) {
  const share = asked === 0 ? 0 : present / asked;
  return (
    <span className={classes.share}>
      <span className={classes.bar} aria-hidden>
        <span
          className={classes.filled}
          data-whole={(asked > 0 && present === asked) || undefined}
          style={{ inlineSize: `${100 * share}%` }}
        />
      </span>
      <span className={classes.fraction}>{formatFraction(present, asked)}</span>
      <span className={classes.percent}>{asked === 0 ? "" : formatPercent(present, asked)}</span>
    </span>
  );
}
