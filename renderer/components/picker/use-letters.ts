/**
 * Letters typed into a short list, however the keyboard brings them: as keys, as text that stands for none (UniKey sends its
 * marked letters so, after as many Backspaces as it takes back), or composed by an input method. What they name is
 * matched with every letter anew, so that none of these ways is told from another.
 *
 * The field takes text so that all of it arrives, and shows none of it but what is still being composed.
 */
import {
  type ChangeEvent,
  type ClipboardEvent,
  type CompositionEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { lettersAfter, typingPauseMs } from "./type-ahead";

/** What became of a word: its first letter came, another one, or the last was taken back. */
export type LetterStep = "begin" | "goOn" | "back";

export interface Letters {
  /** What the field holds while something is composed; null: nothing is. */
  readonly composed: string | null;
  /** Letters that a key at this time goes on with; empty where it begins a word. */
  readonly before: (time: number) => string;
  /** Takes a letter, or Backspace. */
  readonly take: (key: string, time: number) => void;
  /** Of the input, where `takes` is true. */
  readonly field: {
    readonly "data-letters"?: true;
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
    readonly onCompositionStart: (event: CompositionEvent<HTMLInputElement>) => void;
    readonly onCompositionUpdate: (event: CompositionEvent<HTMLInputElement>) => void;
    readonly onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void;
  };
}

/** Whether a field takes letters only to find one of its entries. */
export function takesLetters(field: Element): boolean {
  return field instanceof HTMLInputElement && field.dataset["letters"] !== undefined;
}

/**
 * @param takes whether the field is of a list that is not typed into
 * @param onLetters told of all letters of a word after each; empty where the last was taken back
 */
export function useLetters(
  input: RefObject<HTMLInputElement | null>,
  takes: boolean,
  onLetters: (letters: string, step: LetterStep) => void,
): Letters {
  const word = useRef({ text: "", at: 0 });
  /** Letters before what is composed. */
  const base = useRef("");
  const [composed, setComposed] = useState<string | null>(null);
  const before = (time: number) => (time - word.current.at < typingPauseMs ? word.current.text : "");
  const put = (text: string, time: number) => {
    const held = before(time);
    word.current = { text, at: time };
    onLetters(text, held === "" ? "begin" : text.length < held.length ? "back" : "goOn");
  };
  const take = (key: string, time: number) => {
    const held = before(time);
    if (key !== "Backspace" || held !== "") put(lettersAfter(held, key), time);
    // Whoever marks a letter after a rest: UniKey takes back letters of before it.
    else word.current = { text: lettersAfter(word.current.text, key), at: time };
  };
  const takeText = useEffectEvent((text: string, time: number) => put(before(time) + text, time));
  const takeBack = useEffectEvent((time: number) => take("Backspace", time));

  useEffect(() => {
    const field = input.current;
    if (field === null || !takes) return;
    const onBeforeInput = (event: InputEvent) => {
      // What is composed cannot be refused; it is read as it is.
      if (event.isComposing || !event.cancelable || field.readOnly) return;
      event.preventDefault();
      if (event.inputType === "deleteContentBackward") takeBack(event.timeStamp);
      else if (event.inputType === "insertText" && event.data !== null) takeText(event.data, event.timeStamp);
    };
    field.addEventListener("beforeinput", onBeforeInput);
    return () => field.removeEventListener("beforeinput", onBeforeInput);
  }, [input, takes]);

  const compose = (event: CompositionEvent) => put(base.current + event.data, event.timeStamp);
  return {
    composed,
    before,
    take,
    field: {
      ...(takes ? { "data-letters": true } : {}),
      onChange: (event) => {
        if (composed !== null) return setComposed(event.currentTarget.value);
        // Put in without being announced, as a password or dictation program does.
        const { defaultValue: shown, value } = event.currentTarget;
        const text = value.startsWith(shown) ? value.slice(shown.length) : value;
        if (text !== "") put(before(event.timeStamp) + text, event.timeStamp);
      },
      onPaste: (event) => {
        event.preventDefault();
        const text = event.clipboardData.getData("text").trim();
        if (text !== "") put(text, event.timeStamp);
      },
      onCompositionStart: (event) => {
        base.current = before(event.timeStamp);
        setComposed(event.currentTarget.value);
      },
      onCompositionUpdate: compose,
      onCompositionEnd: (event) => {
        compose(event);
        setComposed(null);
      },
    },
  };
}
