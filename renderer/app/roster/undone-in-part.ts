/**
 * What an undo of an import says where somebody went on from what was imported: of whom something was taken back, and who
 * stays as they are. An undo that took nobody back must not say that it is done.
 */
import type { CallResult } from "../../../shared/contract/contract";
import type { Translate } from "../../../shared/i18n";
import { peopleWords } from "../../../shared/i18n/people-words";

/** @param done an undo after which something stays as it was edited */
export function undoneInPart(
  say: Translate,
  { people, staysEdited, edited }: Pick<CallResult<"changeUndo">, "people" | "staysEdited" | "edited">,
): string {
  const which = people === null ? "nobodyUndone" : "undoneButEdited";
  const what = people === null ? "" : peopleWords(say, people);
  // Rows that are of nobody, as of the catalog, are counted.
  if (edited.count === 0) return say(`screen-app:undo.${which}`, { what, count: staysEdited });
  return say(`screen-app:undo.${which}Of`, { what, who: peopleWords(say, { ...edited, more: false }) });
}
