/**
 * What a text field's own undo can still take back. The keys of undo mean the typing while there is typing that is not
 * stored, and the program's last change after that: a field that went on undoing letters after a save would bring back
 * old text under a stored record.
 */

type TextBox = HTMLInputElement | HTMLTextAreaElement;

const typedIn = new Set<TextBox>();

function isTextBox(target: EventTarget | null): target is TextBox {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** The part of the window whose fields are undone together. */
function partOf(field: Element): Element | null {
  return field.closest("[role=dialog], main");
}

/**
 * Notes which fields are typed into.
 * @returns a function that ends it
 */
export function watchTyping(page: Document): () => void {
  const onInput = ({ target }: Event) => {
    if (isTextBox(target)) typedIn.add(target);
  };
  page.addEventListener("input", onInput, true);
  return () => page.removeEventListener("input", onInput, true);
}

/** Whether undo or redo in this field means typing: there is some left, in it or in another field of its form. */
export function typingAnswers(field: Element, command: "undo" | "redo"): boolean {
  for (const typed of typedIn) if (!typed.isConnected) typedIn.delete(typed);
  const part = partOf(field);
  const typed = [...typedIn].some((one) => one === field || (part !== null && partOf(one) === part));
  return typed && field.ownerDocument.queryCommandEnabled(command);
}

/** Empties the undo of every field typed into, as what they hold was stored or dropped. Focus and caret stay. */
export function forgetTyping(): void {
  for (const field of typedIn) if (field.isConnected) emptyUndo(field);
  typedIn.clear();
}

/** A browser keeps what was typed for as long as the field stands in the page, and has no other way to drop it. */
function emptyUndo(field: TextBox): void {
  const { parentNode, nextSibling, selectionStart, selectionEnd, scrollTop, scrollLeft } = field;
  const page = field.ownerDocument;
  const focused = page.activeElement === field;
  const hush = (event: Event) => event.stopImmediatePropagation();
  const events = ["focus", "blur", "focusin", "focusout", "change"] as const;
  for (const name of events) window.addEventListener(name, hush, true);
  try {
    field.remove();
    parentNode?.insertBefore(field, nextSibling);
    if (focused) field.focus({ preventScroll: true });
    if (focused && selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
    field.scrollTo(scrollLeft, scrollTop);
  } finally {
    for (const name of events) window.removeEventListener(name, hush, true);
  }
}
