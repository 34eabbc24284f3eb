/**
 * Opening a roster for editing; where that is refused but it could be read, the user may look at it instead. The one way
 * for dialogs, recent rosters, double clicks and what is tried again from inside a roster.
 */
import type { TFunction } from "i18next";
import { createElement } from "react";
import type { ErrorCode } from "../../../shared/contract/errors";
import type { SessionData } from "../../../shared/contract/schemas/roster";
import { BridgeError, call } from "../../bridge/bridge";
import { ErrorSentence } from "../../components/error-notice";
import { choose } from "../feedback/choose";
import { isDamaged, recoverOrOther } from "./recover-roster";

/** Refusals that keep a roster from being written only, with what the question is headed by. */
const lookable = {
  "roster-locked": "held",
  "roster-left": "left",
  "roster-readonly": "readOnly",
  "folder-readonly": "readOnly",
  "write-failed": "readOnly",
  "disk-full": "readOnly",
  "home-unusable": "readOnly",
} as const satisfies { readonly [C in ErrorCode]?: string };

type Lookable = keyof typeof lookable;

function isLookable(error: unknown): error is BridgeError & { readonly code: Lookable } {
  return error instanceof BridgeError && Object.hasOwn(lookable, error.code);
}

/** @throws BridgeError what refused it, where the user does not want to look */
export async function openOrLook(path: string, t: TFunction): Promise<SessionData> {
  try {
    return await call("rosterOpen", { path });
  } catch (error) {
    if (isDamaged(error)) return await recoverOrOther(path, t, error);
    if (!isLookable(error)) throw error;
    const kind = lookable[error.code];
    const look = { id: "look", label: t("screen-app:lookOnly.confirm") } as const;
    const takeOver = { id: "takeOver", label: t("screen-app:lookOnly.takeOver") } as const;
    const choice = await choose<"look" | "takeOver">({
      title: t(`screen-app:lookOnly.${kind}`),
      body: createElement(ErrorSentence, { error }),
      choices: kind === "left" ? [takeOver, look] : [look],
    });
    if (choice === null) throw error;
    return await call("rosterOpen", {
      path,
      ...(choice === "look" ? { readOnly: true } : { takeOver: true }),
    });
  }
}
