/** What the guide holds, or what was found in it: one list beside the text, gone through by the arrow keys. */
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Chapter } from "./handbook";
import classes from "./handbook.module.css";
import { excerpt, type Line } from "./search";

interface EntryProps {
  readonly isCurrent: boolean;
  readonly isSection?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Entry({ isCurrent, isSection = false, onChoose, children }: EntryProps) {
  return (
    <button
      type="button"
      className={classes.entry}
      data-section={isSection || undefined}
      aria-current={isCurrent ? "true" : undefined}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}

interface ContentsProps {
  readonly chapters: readonly Chapter[];
  readonly chapter: Chapter;
  /** The section or line that was gone to. */
  readonly at: string;
  readonly onGo: (place: string) => void;
}

/** Chapters, with the sections of the one that is read. */
export function Contents({ chapters, chapter, at, onGo }: ContentsProps) {
  return (
    <ol className={classes.entries}>
      {chapters.map((one) => (
        <li key={one.id}>
          <Entry isCurrent={one === chapter && at === one.id} onChoose={() => onGo(one.id)}>
            {one.title}
          </Entry>
          {one !== chapter || one.sections.length === 0 ? null : (
            <ol className={classes.entries}>
              {one.sections.map(({ id, title }) => (
                <li key={id}>
                  <Entry isSection isCurrent={at === id} onChoose={() => onGo(id)}>
                    {title}
                  </Entry>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}

interface FoundProps {
  readonly lines: readonly Line[];
  readonly query: string;
  readonly at: string;
  readonly onGo: (place: string) => void;
}

/** Lines that were found, each with where it stands. */
export function Found({ lines, query, at, onGo }: FoundProps) {
  const { t } = useTranslation("handbook");
  return (
    <>
      <p role="status" className={classes.count}>
        {lines.length === 0 ? t("nothing", { query }) : t("found", { places: lines.length })}
      </p>
      <ol className={classes.entries}>
        {lines.map((line) => (
          <li key={line.place}>
            <Entry isCurrent={line.place === at} onChoose={() => onGo(line.place)}>
              {line.place === line.section.id ? null : (
                <span className={classes.where}>{line.section.title}</span>
              )}
              <span className={classes.excerpt}>
                {excerpt(line.text, query).map(({ text, isFound }, piece) =>
                  // oxlint-disable-next-line react/no-array-index-key -- pieces of one line have no other name
                  isFound ? <mark key={piece}>{text}</mark> : text,
                )}
              </span>
            </Entry>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Up and down go through the entries of a list, from the field above it and back to it. */
export function throughEntries(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, button")];
  const held = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[held + (event.key === "ArrowDown" ? 1 : -1)];
  if (held < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
