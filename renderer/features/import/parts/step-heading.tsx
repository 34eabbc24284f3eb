/** Heading of a step that took the place of another; it takes the focus, so that keyboard and reader go on from here. */
import { type ReactNode, useEffect, useRef } from "react";
import classes from "../import.module.css";

export function StepHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2 ref={heading} tabIndex={-1} className={classes.stepTitle}>
      {children}
    </h2>
  );
}
