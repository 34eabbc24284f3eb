/**
 * Lets the field in which somebody still types do what it does when it is left: a name is put in order, a date read, an
 * entry of a list taken. Whoever stores by a key is still in the field; without this the same text would be stored, and
 * judged, in another way than after leaving it.
 */
import { flushSync } from "react-dom";

const settling = new Set<Element>();

/** Whether a field is only settled now: whoever typed in it goes on typing there. */
export function isSettling(): boolean {
  return settling.size > 0;
}

/**
 * Settles the field that has the focus, and gives it the focus back.
 * @param part of the page; a field elsewhere is left alone
 */
export function settleFocus(part: Node): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  if (!part.contains(field)) return;
  settling.add(field);
  try {
    // At once, so that whoever stores next sees what became of the text.
    flushSync(() => field.blur());
    field.focus({ preventScroll: true });
  } finally {
    settling.delete(field);
  }
}
