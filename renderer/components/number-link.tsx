/** A number that opens the people behind it. Every count on a screen is one of these. */
import { formatNumber } from "../../shared/text/format";
import classes from "./number-link.module.css";

export interface NumberLinkProps {
  readonly value: number;
  /** Address of the list, from `paths.officials`. */
  readonly href: string;
  /** What it opens, in words, for screen readers and as the title. */
  readonly opens: string;
  /** In place of the number as text, for instance "386/478". */
  readonly text?: string;
  /** -1 inside a grid, whose own keys open the cell. */
  readonly tabIndex?: number;
  /** Size and weight are taken from around it. */
  readonly quiet?: boolean;
}

export function NumberLink(props: NumberLinkProps) {
  const shown = props.text ?? formatNumber(props.value);
  // The name begins with what is seen, so that a voice command for the seen text finds the link.
  const name = props.opens.startsWith(shown) ? props.opens : `${shown}: ${props.opens}`;
  return (
    <a
      className={classes.link}
      href={props.href}
      aria-label={name}
      title={props.opens}
      data-zero={props.value === 0 || undefined}
      data-quiet={props.quiet === true || undefined}
      {...(props.tabIndex === undefined ? {} : { tabIndex: props.tabIndex })}
    >
      {shown}
    </a>
  );
}
