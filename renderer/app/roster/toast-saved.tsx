/** Says that a change was written, in the one place that every screen which writes goes through: never "saved" of what waits. */
import type { Written } from "../../../shared/contract/schemas/proposed";
import { notices } from "../feedback/notice-store";
import { ProposedSentence } from "./proposed-sentence";

/** Long enough to read who has to accept it. */
const proposedSaidMs = 30_000;

/**
 * Says that a change was written, or that it waits as a proposal; to undo that is to withdraw it.
 * @param text what is said where all of it counts
 * @param result of the call that wrote it
 */
export function toastSaved(
  text: string,
  { proposed }: Written,
  options: { readonly undo?: true } = {},
): void {
  // One such notice at a time: a row of old "saved" notices would offer to undo the wrong change.
  if (proposed === null) notices.show({ key: "done", kind: "done", text, ...options, goesAfter: 8000 });
  else {
    const sentence = <ProposedSentence saved={text} proposed={proposed} />;
    notices.show({ key: "done", kind: "waits", text: sentence, ...options, goesAfter: proposedSaidMs });
  }
}
