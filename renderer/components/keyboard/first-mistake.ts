/**
 * Leads to what keeps a form from being handed in. In a long dialog the buttons are in view and the field may not be, so
 * that without this nothing visible happens at all.
 */

const said = ".mantine-InputWrapper-error";
const around = ".mantine-InputWrapper-root";
const fields = "input:not([type=hidden]):not(:disabled), textarea:not(:disabled)";

/** Gives the keyboard to the first field that says a mistake, unless it is in one that says one already. */
export function leadToMistake(form: Element): void {
  const wrong = [...form.querySelectorAll(said)].flatMap((message) => message.closest(around) ?? []);
  const held = document.activeElement;
  if (wrong.some((field) => field.contains(held))) return;
  wrong[0]?.querySelector<HTMLElement>(fields)?.focus();
}
