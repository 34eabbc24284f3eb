/**
 * What a picker does: which entry is marked, what keys and typing mean, what becomes of text when the field is left.
 * The rules stand in decision 26; every picker of the program keeps them by using this.
 */
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { foldSearch } from "../../../shared/text/fold";
import { markMoved } from "./picker-keys";
import { entryByLetters } from "./type-ahead";
import type { PickerOption, PickerProps } from "./types";
import { useUnsettled } from "./unsettled";
import { type Letters, useLetters } from "./use-letters";

/** Why typed text chose nothing: nothing is called so, or several things are. */
export type PickerProblem = "none" | "many";

/** What to do with the text as soon as its answer is there. */
type Intent = "take" | "leave";

/** No entry is called so: ids and keys are never blank. */
const offerValue = "";

export interface PickerState {
  /** With what is offered beneath text that names no entry. */
  readonly options: readonly PickerOption[];
  readonly opened: boolean;
  /** Place of the marked entry, -1 for none. */
  readonly marked: number;
  readonly shown: string;
  readonly problem: PickerProblem | null;
  readonly choose: (value: string) => void;
  readonly clear: () => void;
  readonly onPress: (event: MouseEvent<HTMLInputElement>) => void;
  readonly onText: (text: string) => void;
  /** Of the input, where letters only find an entry; null where it is typed into. */
  readonly letters: Letters["field"] | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
}

function placeOf(options: readonly PickerOption[], value: string | null): number {
  return options.findIndex((option) => option.value === value);
}

/** Place of the entry that text means first: one that begins so, one with a word that does, any other; -1 for none. */
function bestFit(options: readonly PickerOption[], text: string): number {
  const wanted = foldSearch(text);
  const fits = [
    (label: string) => label.startsWith(wanted),
    (label: string) => label.includes(` ${wanted}`),
    () => true,
  ];
  const places = fits.map((fit) =>
    options.findIndex(({ label, disabled }) => disabled !== true && fit(foldSearch(label))),
  );
  return places.find((place) => place >= 0) ?? -1;
}

/** The one entry that text can only mean, if there is one. */
function onlyMeant(options: readonly PickerOption[], text: string): PickerOption | undefined {
  const enabled = options.filter(({ disabled }) => disabled !== true);
  const named = enabled.filter(({ label }) => foldSearch(label) === foldSearch(text));
  return named.length === 1 ? named[0] : enabled.length === 1 ? enabled[0] : undefined;
}

/** @param input the field that is typed into */
export function usePicker(props: PickerProps, input: RefObject<HTMLInputElement | null>): PickerState {
  const { value, offer } = props;
  const waiting = props.waiting === true;
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  /** Marked by the user's own move; null: the first that fits, or what is chosen. */
  const [moved, setMoved] = useState<number | null>(null);
  const [intent, setIntent] = useState<Intent | null>(null);
  const [problem, setProblem] = useState<PickerProblem | null>(null);
  const [chosen, setChosen] = useState<PickerOption | null>(null);
  /** What was chosen before the first letter of the word that is typed. */
  const from = useRef<string | null>(null);

  const text = typed?.trim() ?? "";
  const isOffered =
    offer !== undefined &&
    text !== "" &&
    !waiting &&
    !props.options.some(({ label }) => foldSearch(label) === foldSearch(text));
  const options = isOffered ? [...props.options, { value: offerValue, label: offer.label }] : props.options;
  const enabled = options.map(({ disabled }) => disabled !== true);
  const fits = typed === null ? placeOf(options, value) : bestFit(props.options, typed);
  const standing = fits < 0 && isOffered ? options.length - 1 : fits;
  const marked = moved === null ? standing : Math.min(moved, options.length - 1);

  const tell = (text: string | null) => {
    setTyped(text);
    props.onTyped?.(text);
  };
  const open = () => {
    if (props.disabled === true || opened) return;
    setOpened(true);
    setMoved(null);
    if (typed !== null) return;
    setProblem(null);
    props.onTyped?.("");
  };
  const close = () => {
    setOpened(false);
    setMoved(null);
    if (typed === null) props.onTyped?.(null);
  };
  const settleOn = (option: PickerOption | null) => {
    if (option?.value === offerValue) {
      say("none");
      offer?.onTake(text);
      return;
    }
    setIntent(null);
    setProblem(null);
    setOpened(false);
    setMoved(null);
    if (option !== null) setChosen(option);
    if ((option?.value ?? null) !== value) props.onChange(option?.value ?? null);
    tell(null);
  };
  const choose = (wanted: string) => {
    const option = options.find((one) => one.value === wanted);
    if (option !== undefined && option.disabled !== true) settleOn(option);
  };
  /** What text that names nothing any more leaves behind: nothing where that may be, else what was chosen. */
  const emptied = () => {
    if (props.clearable === true) settleOn(null);
    else {
      setProblem(null);
      setOpened(false);
      tell(null);
    }
  };
  const say = (what: PickerProblem) => {
    setIntent(null);
    setProblem(what);
    setOpened(false);
    setMoved(null);
  };

  /** Enter and Tab: the marked entry, as soon as the list answers what was typed. */
  const take = () => {
    if (typed?.trim() === "" && moved === null) emptied();
    else if (waiting && moved === null) setIntent("take");
    else {
      const option = options[marked];
      if (option !== undefined && option.disabled !== true) settleOn(option);
      else if (typed === null) close();
      else say("none");
    }
  };
  /** The field was left by other means: only what the text can only mean. */
  const leave = () => {
    if (typed === null) close();
    else if (typed.trim() === "") emptied();
    else if (waiting) setIntent("leave");
    else {
      const option = onlyMeant(props.options, typed);
      if (option === undefined) say(props.options.length === 0 ? "none" : "many");
      else settleOn(option);
    }
  };
  const answer = useEffectEvent((wanted: Intent) => (wanted === "take" ? take() : leave()));
  useEffect(() => {
    if (intent !== null && !waiting) answer(intent);
  }, [intent, waiting]);

  // Chosen or taken back elsewhere: what was typed here is of before.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setProblem(null);
    setTyped(null);
  }

  const isTyped = typed !== null && typed.trim() !== "";
  useUnsettled(input, isTyped || problem !== null, () => {
    if (problem === null) say(props.options.length === 0 ? "none" : "many");
  });

  /** Back to what was chosen before the letters that mean nothing any more. */
  const unsay = () => {
    setMoved(null);
    if (opened || from.current === value) return;
    setKnown(from.current);
    props.onChange(from.current);
  };
  const letters = useLetters(input, props.by === "press" && props.disabled !== true, (text, step) => {
    if (step === "begin") from.current = value;
    const labels = options.map(({ label, disabled }) => (disabled === true ? null : label));
    const place = entryByLetters(labels, text, marked, step === "back");
    const option = place === null ? undefined : options[place];
    if (option === undefined || place === null) {
      unsay();
      setProblem(text === "" ? null : "none");
      return;
    }
    setProblem(null);
    if (opened) setMoved(place);
    else settleOn(option);
  });

  /** Letters, and the keys that empty or take, in a choice that is not typed into. */
  const pressed = (key: string, time: number): boolean => {
    const isFirst = letters.before(time) === "";
    if (key === " " && isFirst) {
      if (opened) take();
      else open();
      return true;
    }
    if ((key === "Delete" || key === "Backspace") && isFirst) {
      if (props.clearable === true) settleOn(null);
      if (key === "Backspace") letters.take(key, time);
      return true;
    }
    if (key !== "Backspace" && [...key].length !== 1) return false;
    letters.take(key, time);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    if (event.nativeEvent.isComposing || key === "Process" || props.disabled === true) return;
    const done = () => event.preventDefault();
    if (event.altKey && (key === "ArrowDown" || key === "ArrowUp")) {
      done();
      if (key === "ArrowDown") open();
      else close();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === "Enter") {
      if (!opened && typed === null) return;
      done();
      take();
      return;
    }
    if (key === "Tab") {
      if (typed !== null || (opened && moved !== null)) take();
      else close();
      return;
    }
    if (key === "Escape") {
      if (!opened && typed === null && problem === null) return;
      done();
      event.stopPropagation();
      if (opened && (typed === null || value === null)) close();
      else {
        setOpened(false);
        setMoved(null);
        setProblem(null);
        tell(null);
      }
      return;
    }
    const inText = props.by === "type" && typed !== null && moved === null;
    const moves = ["ArrowDown", "ArrowUp", "PageDown", "PageUp"].includes(key);
    const ends = (key === "Home" || key === "End") && !inText && (opened || props.by === "press");
    if (moves || ends) {
      done();
      const next = markMoved(key, marked, enabled);
      if (!opened && moves) {
        open();
        if (marked < 0) setMoved(next);
      } else if (next !== null && opened) setMoved(next);
      else if (next !== null && options[next] !== undefined) settleOn(options[next]);
      return;
    }
    if (props.by === "press" && pressed(key, event.timeStamp)) done();
  };

  // The name of what was just chosen may be on its way.
  const own = chosen !== null && chosen.value === value ? chosen.label : "";
  const label = props.valueLabel === "" ? own : props.valueLabel;
  return {
    opened,
    options,
    marked: opened ? marked : -1,
    shown: letters.composed ?? typed ?? label,
    problem,
    choose,
    clear: () => settleOn(null),
    onPress: ({ currentTarget: box }) => {
      // The browser put the caret where the mouse was, and what is typed there would be added to a name.
      if (typed === null && box.selectionStart === box.selectionEnd) box.select();
      if (opened && props.by === "press") close();
      else open();
    },
    onText: (text) => {
      setIntent(null);
      setProblem(null);
      setMoved(null);
      setOpened(true);
      tell(text);
    },
    letters: props.by === "press" ? letters.field : null,
    onKeyDown,
    onFocus: (event) => event.currentTarget.select(),
    onBlur: () => {
      if (intent === null) leave();
      props.onBlur?.();
    },
  };
}
