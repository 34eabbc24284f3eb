/**
 * The keyboard begins in what a dialog asks, and not on the cross that closes it. The kit gives the focus to the first
 * thing it finds when a dialog opens; where the content waits for an answer of the main process, that is the cross.
 */

const fields = "input:not([type=hidden]):not(:disabled), textarea:not(:disabled)";

/**
 * Passes the focus on from the cross to what asks for it, else to the first field, whenever that comes, until somebody presses anything.
 * @param root the dialog
 * @returns what ends it
 */
export function focusLateContent(root: HTMLElement): () => void {
  const settle = () => {
    const held = document.activeElement;
    // Only the cross stands before the content.
    if (!(held instanceof HTMLElement) || held.closest("header") === null || !root.contains(held)) return;
    const asked = root.querySelector<HTMLElement>("[data-autofocus]");
    const first = [...root.querySelectorAll<HTMLElement>(fields)].find(
      (one) => one.closest("header") === null,
    );
    (asked ?? first)?.focus();
  };
  const content = new MutationObserver(settle);
  const stop = () => {
    content.disconnect();
    root.removeEventListener("focusin", settle);
    for (const kind of ["keydown", "pointerdown"] as const) root.removeEventListener(kind, stop, true);
  };
  content.observe(root, { childList: true, subtree: true });
  root.addEventListener("focusin", settle);
  for (const kind of ["keydown", "pointerdown"] as const) root.addEventListener(kind, stop, true);
  return stop;
}
