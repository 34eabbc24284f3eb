/**
 * Says that a judgement rests on a rule that nobody compared with the text of the law yet. Whoever shows a judgement hands
 * over what it says of itself, in whichever of its forms, and the mark follows from that: no screen decides where it stands.
 */
import { Tooltip } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertCircle } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type UnverifiedWords, unverifiedWords } from "./cell-words";
import classes from "./unverified-mark.module.css";

/** What tells of itself whether it was compared with the text of the law. */
export type Judgement =
  /** A finding, a rule, a set; null: no rule speaks. */
  | { readonly verified: boolean | null }
  /** Figures: of how many people that is so. */
  | { readonly unverified: number }
  /** A cell of a list. */
  | { readonly text: string; readonly marks?: readonly string[] | undefined };

export function restsOnUnverified(of: Judgement): boolean {
  if ("verified" in of) return of.verified === false;
  if ("unverified" in of) return of.unverified > 0;
  return of.marks?.includes("unverified") === true;
}

export interface UnverifiedMarkProps {
  readonly of: Judgement;
  /** From where a list asked for its words once; looked up otherwise. */
  readonly words?: UnverifiedWords;
  /** `words`: where there is room and somebody reads; `sign`: beside a status or a number, its words in the tip. */
  readonly look: "words" | "sign";
}

/** Nothing where the judgement rests on verified rules, or on none. */
export function UnverifiedMark({ of, look, words }: UnverifiedMarkProps) {
  if (!restsOnUnverified(of)) return null;
  return words === undefined ? <Looked look={look} /> : <Shown look={look} words={words} />;
}

function Looked({ look }: Pick<UnverifiedMarkProps, "look">) {
  const { t } = useTranslation(["screen-app", "domain"]);
  return <Shown look={look} words={unverifiedWords(t)} />;
}

function Shown(props: { readonly look: UnverifiedMarkProps["look"]; readonly words: UnverifiedWords }) {
  const { name, hint } = props.words;
  // Thousands of cells pass by while a grid is scrolled: the system's own tip costs them nothing.
  if (props.look === "sign")
    return (
      <span className={classes.sign} title={hint}>
        <IconAlertCircle size={14} aria-hidden />
        <span className="visually-hidden">{name}</span>
      </span>
    );
  return <Words name={name} hint={hint} />;
}

/** As long as the other tips of the program take. */
const openAfterMs = 400;

/**
 * The tip is for who points at the words. A page that moves beneath a mouse at rest brings them under it too, and then the
 * tip would lie over what somebody reads.
 */
function Words({ name, hint }: UnverifiedWords) {
  const [isPointed, setPointed] = useState(false);
  const [stays] = useDebouncedValue(isPointed, openAfterMs);
  const came = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return (
    <Tooltip label={hint} opened={isPointed && stays}>
      <span
        className={classes.words}
        onMouseEnter={({ clientX: x, clientY: y }) => {
          came.current = { x, y };
        }}
        onMouseMove={({ clientX: x, clientY: y }) => {
          if (came.current?.x !== x || came.current.y !== y) setPointed(true);
        }}
        onMouseLeave={() => setPointed(false)}
      >
        <IconAlertCircle size={13} aria-hidden />
        {name}
      </span>
    </Tooltip>
  );
}
