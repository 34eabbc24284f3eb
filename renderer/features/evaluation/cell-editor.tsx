/**
 * A cell of the sheet while it is typed in: Enter keeps and goes a line down, Tab keeps and goes to the next cell, Escape
 * leaves it as it was. What cannot be read stands in the cell until it is mended.
 */
import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useEscape } from "../../components/keyboard/escape";
import classes from "./evaluation.module.css";

export type After = "stay" | "down" | "next" | "before";

export interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  readonly anchor: DOMRect;
  /** What is said under the field where its text cannot be read. */
  readonly wrong: string;
  /** @returns whether the text could be read */
  readonly onKeep: (text: string, after: After) => boolean;
  readonly onClose: () => void;
}

/** CSS pixels: room for what is said of a wrong text. */
const leastWidth = 200;

export function CellEditor(props: CellEditorProps) {
  const { anchor, onKeep, onClose } = props;
  const [text, setText] = useState(props.text);
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEscape(onClose);
  // What is chosen gives way to the letter, as the browser or an input method writes it.
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const keep = (after: After) => {
    if (!onKeep(text, after)) setWrong(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== "Enter" && event.key !== "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    keep(event.key === "Enter" ? "down" : event.shiftKey ? "before" : "next");
  };
  const width = Math.max(anchor.width, leastWidth);
  const left = Math.max(8, Math.min(anchor.left, window.innerWidth - width - 8));
  return createPortal(
    <form
      noValidate
      aria-label={props.label}
      className={classes.editor}
      style={{ left, top: anchor.top, width }}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextInput
        ref={field}
        size="xs"
        aria-label={props.label}
        value={text}
        error={isWrong ? props.wrong : null}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWrong(false);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => keep("stay")}
      />
    </form>,
    document.body,
  );
}
