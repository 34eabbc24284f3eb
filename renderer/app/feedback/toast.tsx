/** Says something in the status line: what was done, with a way back, what is worth knowing, what failed. */
import type { ErrorCode } from "../../../shared/contract/errors";
import { errorDataOf } from "../../bridge/bridge";
import { ErrorSentence } from "../../components/error-notice";
import { type Notice, notices } from "./notice-store";

/** Says that something was done that changed nothing in the roster; see toast-saved.tsx. @param text already in the user's language */
export function toastDone(text: string): void {
  notices.show({ key: "done", kind: "done", text, goesAfter: 8000 });
}

/** Says something that nobody needs to act on, and goes by itself. @param text already in the user's language */
export function toastNotice(
  text: string,
  options: { readonly key?: string; readonly goesAfter?: number } = {},
): void {
  notices.show({ key: options.key ?? text, kind: "info", text, goesAfter: options.goesAfter ?? 12_000 });
}

/** What can be done about a failure at once, as the commands that do it. */
const remedies: { readonly [C in ErrorCode]?: Notice["ways"] } = {
  "roster-replaced": ["saveRosterAs"],
  "roster-disk-failed": ["saveRosterAs"],
  "lock-lost": ["reopenRoster", "saveRosterAs"],
  "roster-changed": ["reopenRoster", "saveRosterAs"],
};

/** Says in a full sentence what failed, with what can be done about it. */
export function toastFailed(error: unknown): void {
  const { code } = errorDataOf(error);
  const ways = remedies[code] ?? [];
  // The same failure again takes the place of the notice before.
  notices.show({ key: `failed ${code}`, kind: "failed", text: <ErrorSentence error={error} />, ways });
}
