/** What is said once for a change that is about to be written: who, when, why; read as other offices will read it. */
import { appError } from "../../../shared/contract/errors";
import { textLimits } from "../../../shared/contract/limits";
import type { ChangeRef } from "../../../shared/sync/op";
import { longestUser, readableMeta } from "../../../shared/sync/op-codec";
import { cleanText } from "../../../shared/text/clean";
import { plainText } from "../../../shared/text/foreign";
import type { ChangeHeader } from "./change-writer";

export interface UndoRequest {
  readonly user: string;
  readonly reason?: string | null;
  readonly onProgress?: (opCount: number) => void;
}

/**
 * @param at wall clock, ms since 1970
 * @param undoes the change that is taken back; `undoneId` its local id
 * @throws AppError `reason-too-long`
 */
export function changeHeader(
  at: number,
  request: UndoRequest,
  action: string,
  undoes: ChangeRef | null,
  undoneId: number | null,
): ChangeHeader {
  const reason = request.reason == null ? null : cleanText(request.reason);
  if (reason !== null && reason.length > textLimits.reason) {
    throw appError("reason-too-long", { max: textLimits.reason, count: reason.length });
  }
  return {
    at,
    // Other offices take no author whose name could be shown as another one.
    user: plainText(cleanText(request.user), longestUser),
    meta: readableMeta({ action, reason, undoes }),
    undoes: undoneId,
    onProgress: request.onProgress,
  };
}
