/** Says something in the status line: what was done, with a way back, what is worth knowing, what failed. */
import { ErrorSentence } from "../../components/error-notice";
import { notices } from "./notice-store";

/** Says that something was done. @param text already in the user's language */
export function toastDone(text: string, options: { readonly undo?: true } = {}): void {
  // One such notice at a time: a row of old "saved" notices would offer to undo the wrong change.
  notices.show({ key: "done", kind: "done", text, ...options, goesAfter: 8000 });
}

/** Says something that nobody needs to act on, and goes by itself. @param text already in the user's language */
export function toastNotice(
  text: string,
  options: { readonly key?: string; readonly goesAfter?: number } = {},
): void {
  notices.show({ key: options.key ?? text, kind: "info", text, goesAfter: options.goesAfter ?? 12_000 });
}

let failures = 0;

/** Says in a full sentence what failed. */
export function toastFailed(error: unknown): void {
  notices.show({ key: `failed ${++failures}`, kind: "failed", text: <ErrorSentence error={error} /> });
}
