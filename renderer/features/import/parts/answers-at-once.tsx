/**
 * Buttons that answer many things at once, in a row. One that was pressed stays where it is with the keyboard on it, takes no
 * further press and says so, and no other comes to stand in its place: whoever presses twice would otherwise answer the
 * opposite for what the first press left open.
 */
import { type MouseEvent, useRef, useState } from "react";
import { Button } from "../../../components/button";
import classes from "../import.module.css";

export interface AnswerAtOnce {
  readonly key: string;
  readonly label: string;
  /** Whether there is anything left that it answers. */
  readonly applies: boolean;
  /** What it says once it was pressed and nothing is left for it. */
  readonly done: string;
  /** Takes answers back: apart from the others, at the end of the row. */
  readonly isBack?: true;
  readonly onPress: () => Promise<void>;
}

/** How a button stood in the row when one of them was pressed. */
interface Place {
  readonly label: string;
  /** CSS pixels. */
  readonly width: number;
}

interface Pressed {
  readonly key: string;
  readonly done: string;
  readonly places: ReadonlyMap<string, Place>;
}

export interface AnswersAtOnceProps {
  readonly answers: readonly AnswerAtOnce[];
  readonly className: string;
  readonly size?: "compact-sm" | "sm";
}

export function AnswersAtOnce(props: AnswersAtOnceProps) {
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const shown = props.answers.filter(({ key, applies }) => applies || pressed?.places.has(key) === true);
  const labelOf = ({ key, label, applies }: AnswerAtOnce) =>
    applies ? label : pressed?.key === key ? pressed.done : (pressed?.places.get(key)?.label ?? label);
  const press = async ({ key, done, onPress }: AnswerAtOnce) => {
    const places = new Map(
      shown.map((one) => [
        one.key,
        { label: labelOf(one), width: buttons.current.get(one.key)?.offsetWidth ?? 0 },
      ]),
    );
    setPressed({ key, done, places });
    setWaiting(true);
    await onPress();
    setWaiting(false);
  };
  return (
    <div className={props.className}>
      {shown.map((one) => (
        <Button
          key={one.key}
          ref={(button: HTMLButtonElement | null) => {
            if (button === null) buttons.current.delete(one.key);
            else buttons.current.set(one.key, button);
          }}
          variant={one.isBack === true ? "subtle" : "default"}
          size={props.size ?? "sm"}
          className={one.isBack === true ? (classes.back ?? "") : ""}
          miw={pressed?.places.get(one.key)?.width ?? 0}
          waiting={isWaiting}
          {...(one.applies ? {} : { "aria-disabled": true, "data-disabled": true })}
          onClick={one.applies ? () => void press(one) : hold}
        >
          {labelOf(one)}
        </Button>
      ))}
    </div>
  );
}

function hold(event: MouseEvent): void {
  event.preventDefault();
}
