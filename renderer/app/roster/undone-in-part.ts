/**
 * What an undo of an import says where somebody went on from what was imported: of whom something was taken back, and how
 * much stays. An undo that took nobody back must not say that it is done.
 */
import type { CallResult } from "../../../shared/contract/contract";
import type { Translate } from "../../../shared/i18n";
import { peopleWords } from "../../../shared/i18n/people-words";

/** @param done an undo after which something stays as it was edited */
export function undoneInPart(
  say: Translate,
  { people, staysEdited }: Pick<CallResult<"changeUndo">, "people" | "staysEdited">,
): string {
  return people === null
    ? say("screen-app:undo.nobodyUndone", { count: staysEdited })
    : say("screen-app:undo.undoneButEdited", { what: peopleWords(say, people), count: staysEdited });
}
