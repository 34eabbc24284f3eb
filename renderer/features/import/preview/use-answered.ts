/**
 * Keeps what was answered on screen until somebody goes on. The next line would come under the mouse, and under a second press
 * that was meant for the line before; so it comes once the mouse is moved away, or a key is pressed in the list.
 */
import { type RefObject, useEffect, useRef, useState } from "react";

/** CSS pixels within which a hand that presses twice stays. */
const still = 10;

const modifiers = ["Control", "Shift", "Alt", "Meta"];
/** Keys that would press something, or go past the line that only comes now. */
const going = ["Enter", " ", "ArrowDown"];

export interface Answered<T> {
  /** What was answered and still stands there; null: nothing. */
  readonly held: T | null;
  readonly hold: (one: T) => void;
}

/** @param list around the list, to which the keyboard goes with the answer */
export function useAnswered<T>(list: RefObject<HTMLElement | null>): Answered<T> {
  const [held, setHeld] = useState<T | null>(null);
  const pressed = useRef<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      pressed.current = { x: event.clientX, y: event.clientY };
      if (event.target instanceof Node && list.current?.contains(event.target) === true) setHeld(null);
    };
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
      pressed.current ??= { x, y };
      if (Math.hypot(x - pressed.current.x, y - pressed.current.y) > still) setHeld(null);
    };
    const onKey = (event: KeyboardEvent) => {
      if (modifiers.includes(event.key)) return;
      const isInList = event.target instanceof Node && list.current?.contains(event.target) === true;
      if (isInList && going.includes(event.key)) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (!event.repeat) setHeld(null);
    };
    document.addEventListener("pointerdown", onPress, true);
    if (held !== null) {
      document.addEventListener("pointermove", onMove, true);
      document.addEventListener("keydown", onKey, true);
    }
    return () => {
      document.removeEventListener("pointerdown", onPress, true);
      document.removeEventListener("pointermove", onMove, true);
      document.removeEventListener("keydown", onKey, true);
    };
  }, [held, list]);
  return { held, hold: setHeld };
}
