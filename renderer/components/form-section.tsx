/** A titled part of a form, as a landmark that screen readers can jump to. */
import { type ReactNode, useId } from "react";
import classes from "./layout.module.css";
import { LawText } from "./law-text";

export interface FormSectionProps {
  readonly title: string;
  /** For what leads here. */
  readonly id?: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function FormSection(props: FormSectionProps) {
  const id = useId();
  return (
    <section
      className={classes.section}
      aria-labelledby={id}
      {...(props.id === undefined ? {} : { id: props.id })}
    >
      <header className={classes.sectionHead}>
        <div>
          <h2 id={id} className={classes.sectionTitle}>
            <LawText text={props.title} />
          </h2>
          {props.description === undefined ? null : (
            <p className={classes.sectionText}>{props.description}</p>
          )}
        </div>
        {props.actions === undefined ? null : <div className={classes.actions}>{props.actions}</div>}
      </header>
      {props.children}
    </section>
  );
}
