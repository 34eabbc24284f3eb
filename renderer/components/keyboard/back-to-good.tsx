/**
 * What Escape means in a box that holds what cannot be taken: back to what it held before, as in a choice from a list. Without
 * it the key would go by the box to the screen around it, and ask whether to leave a record over one mistyped day.
 */
import { type KeyboardEvent, type ReactNode, useRef } from "react";

export interface BackToGoodProps<T> {
  readonly value: T;
  /** Whether the value is none that can be taken. */
  readonly isWrong: boolean;
  /** What to go back to where the box was wrong from its first sight on; left out where nobody knows. */
  readonly stored?: T | undefined;
  readonly onBack: (value: T) => void;
  readonly children: ReactNode;
}

export function BackToGood<T>({ value, isWrong, stored, onBack, children }: BackToGoodProps<T>) {
  const good = useRef(isWrong ? stored : value);
  const onFocus = () => {
    // What somebody types on the way to another value is nothing to go back to.
    if (!isWrong) good.current = value;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, nativeEvent, defaultPrevented } = event;
    if (key !== "Escape" || defaultPrevented || nativeEvent.isComposing) return;
    if (!isWrong || good.current === undefined || good.current === value) return;
    event.preventDefault();
    event.stopPropagation();
    onBack(good.current);
  };
  return (
    <div role="presentation" onFocusCapture={onFocus} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
