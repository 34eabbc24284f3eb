/** Questions that may be asked from anywhere, each as a dialog and a promise of its answer. */
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Dialog } from "../../components/dialog";

interface Question {
  readonly id: number;
  readonly title: string;
  readonly body: ReactNode;
  readonly size: string;
  /** Answers as closing the dialog does. */
  readonly close: () => void;
}

const listeners = new Set<() => void>();
let open: readonly Question[] = [];
let asked = 0;

function show(next: readonly Question[]): void {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Asks.
 * @param body draws the question; what it gives to `answer` is the answer
 * @param otherwise the answer of who closes the dialog
 * @param size of the dialog; a larger one where several buttons stand side by side
 */
export function ask<T>(
  title: string,
  body: (answer: (value: T) => void) => ReactNode,
  otherwise: T,
  size = "md",
): Promise<T> {
  return new Promise((resolve) => {
    const id = ++asked;
    const answer = (value: T) => {
      show(open.filter((question) => question.id !== id));
      resolve(value);
    };
    show([...open, { id, title, size, body: body(answer), close: () => answer(otherwise) }]);
  });
}

/** Where questions appear; once on the page. */
export function Questions() {
  const questions = useSyncExternalStore(subscribe, () => open);
  // Who leaves the page leaves its questions unanswered.
  useEffect(() => () => show([]), []);
  return questions.map(({ id, title, size, body, close }) => (
    <Dialog key={id} title={title} size={size} onClose={close}>
      {body}
    </Dialog>
  ));
}
