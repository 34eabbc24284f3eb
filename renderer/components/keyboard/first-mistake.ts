/**
 * Leads to what keeps a dialog from being handed in, be it known at once or only once the main process answered. In a long
 * dialog the buttons are in view and the field may not be, so that without this nothing visible happens at all.
 */

/** The ways in which a field, a box or a group says a mistake; one that is drawn by hand says `data-mistake`. */
const said = ".mantine-InputWrapper-error, [data-mistake]";
const around = [
  ".mantine-InputWrapper-root",
  ".mantine-Checkbox-root",
  ".mantine-Radio-root",
  "fieldset",
].join(", ");
const fields = "input:not([type=hidden]):not(:disabled), textarea:not(:disabled)";
/** What failed as a whole, in a sentence. */
const alerts = "[role=alert]";

function placesOf(messages: readonly Element[]): HTMLElement[] {
  return messages.flatMap((message) => message.closest<HTMLElement>(around) ?? []);
}

/** How many fields of a form say a mistake now; none of a form that is gone. */
export function countMistakes(form: Element): number {
  return form.isConnected ? new Set(placesOf([...form.querySelectorAll(said)])).size : 0;
}

const watchers = new Set<(form: Element) => void>();

/** Hears of each form that was not handed in for fields that are wrong. @param watcher told which @returns what ends it */
export function watchRefusals(watcher: (form: Element) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Says that a form was not handed in, once its fields say what is wrong: where they did before, nothing else would be seen. */
export function tellRefused(form: Element): void {
  setTimeout(() => {
    if (countMistakes(form) > 0) for (const watcher of watchers) watcher(form);
  }, 0);
}

/**
 * Gives the keyboard to the first field that says a mistake, unless it is in one that says one already; where none does, to
 * the sentence that says what failed.
 * @param known what was said before and is not meant
 * @returns whether there is any
 */
export function leadToMistake(form: Element, known: ReadonlySet<Element> = new Set()): boolean {
  const news = (selector: string) => [...form.querySelectorAll(selector)].filter((one) => !known.has(one));
  const wrong = placesOf(news(said));
  const held = document.activeElement;
  if (wrong.some((field) => field.contains(held))) return true;
  const field = wrong.flatMap((one) => one.querySelector<HTMLElement>(fields) ?? []).at(0);
  if (field !== undefined) {
    field.focus();
    return true;
  }
  const alert = news(alerts).at(0);
  if (!(alert instanceof HTMLElement)) return false;
  if (alert.contains(held)) return true;
  alert.tabIndex = -1;
  alert.focus();
  return true;
}

/**
 * Once something was handed in: leads to the mistakes that stand there, or to those that come later, until somebody presses
 * anything.
 * @param box holds what was handed in, and what is said of it
 * @param isForm whether mistakes that were said before keep it from being handed in
 * @returns what ends it
 */
export function followMistakes(box: Element, isForm: boolean): () => void {
  const toldBefore = new Set(box.querySelectorAll(isForm ? alerts : `${alerts}, ${said}`));
  const content = new MutationObserver(() => look());
  const page = box.ownerDocument;
  const stop = () => {
    clearTimeout(first);
    content.disconnect();
    for (const kind of ["keydown", "pointerdown"] as const) page.removeEventListener(kind, stop, true);
  };
  const look = () => {
    if (!leadToMistake(box, toldBefore)) return;
    stop();
    tellRefused(box);
  };
  const first = setTimeout(look, 0);
  content.observe(box, { childList: true, subtree: true });
  for (const kind of ["keydown", "pointerdown"] as const) page.addEventListener(kind, stop, true);
  return stop;
}
