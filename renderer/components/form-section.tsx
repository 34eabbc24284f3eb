/**
 * A titled part of a form, as a landmark that screen readers can jump to. One that folds shows its title and a word of what
 * is in it, and the rest once somebody opens it.
 */
import { IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import classes from "./layout.module.css";
import { LawText } from "./law-text";

export interface Folding {
  readonly open: boolean;
  /** What is in it, in a word or two. */
  readonly summary: string;
  readonly onToggle: () => void;
}

export interface FormSectionProps {
  readonly title: string;
  /** For what leads here. */
  readonly id?: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** A part of another section, under whose title it stands. */
  readonly within?: true;
  /** Left out for what is always open. */
  readonly fold?: Folding;
  readonly children?: ReactNode;
}

export function FormSection(props: FormSectionProps) {
  const id = useId();
  const { fold } = props;
  const isOpen = fold?.open !== false;
  const Heading = props.within === true ? "h3" : "h2";
  const title = (
    <span id={id}>
      <LawText text={props.title} />
    </span>
  );
  return (
    <section
      className={props.within === true ? classes.sectionWithin : classes.section}
      data-folded={!isOpen || undefined}
      aria-labelledby={id}
      {...(props.id === undefined ? {} : { id: props.id, tabIndex: -1 })}
    >
      <header className={classes.sectionHead}>
        <div>
          <Heading className={classes.sectionTitle}>
            {fold === undefined ? (
              title
            ) : (
              <button
                type="button"
                className={classes.sectionFold}
                aria-expanded={isOpen}
                onClick={fold.onToggle}
              >
                <IconChevronRight size={16} aria-hidden />
                <span>
                  {title} <span className={classes.sectionSummary}>{`· ${fold.summary}`}</span>
                </span>
              </button>
            )}
          </Heading>
          {props.description === undefined || !isOpen ? null : (
            <p className={classes.sectionText}>{props.description}</p>
          )}
        </div>
        {props.actions === undefined || !isOpen ? null : (
          <div className={classes.actions}>{props.actions}</div>
        )}
      </header>
      {isOpen ? props.children : null}
    </section>
  );
}
