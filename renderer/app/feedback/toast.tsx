/** Says something in the status line: what was done, with a way back, what is worth knowing, what failed. */
import { BridgeError, errorDataOf } from "../../bridge/bridge";
import { ErrorSentence } from "../../components/error-notice";
import { type Notice, notices } from "./notice-store";
import { waysOf } from "./remedies";
import { WrongFields } from "./wrong-fields";

/** Says that something was done that changed nothing in the roster; see toast-saved.tsx. @param text already in the user's language */
export function toastDone(text: string): void {
  notices.show({ key: "done", kind: "done", text, goesAfter: 8000 });
}

/** Says something that nobody needs to act on, and goes by itself. @param text already in the user's language */
export function toastNotice(
  text: string,
  options: Pick<Notice, "offer" | "goesAfter"> & { readonly key?: string } = {},
): void {
  notices.show({ goesAfter: 12_000, ...options, key: options.key ?? text, kind: "info", text });
}

/** Says that what was asked for was not done, by an answer and no failure. @param text already in the user's language */
export function toastRefused(text: string): void {
  notices.show({ key: "failed refused", kind: "failed", text });
}

/** Says that a form was not handed in for fields that say themselves what is wrong, until none does any more. */
export function toastWrong(form: Element): void {
  notices.refused();
  const notice: Notice = {
    key: "failed wrong",
    kind: "failed",
    text: <WrongFields form={form} onMended={() => notices.close(notice)} />,
    goesAfter: 8000,
  };
  notices.show(notice);
}

/** Says in a full sentence what failed, with what can be done about it. */
export function toastFailed(error: unknown): void {
  const { code } = errorDataOf(error);
  // The same failure again takes the place of the notice before.
  notices.show({
    key: `failed ${code}`,
    kind: "failed",
    text: <ErrorSentence error={error} />,
    ways: waysOf(error),
    of: error instanceof BridgeError ? error.of : null,
  });
}
