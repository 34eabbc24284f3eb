/**
 * Asks again for everything about exchanging. Trust, keys and packets written are no change of the roster's content,
 * so the event "changed" may not tell of them.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { CallName } from "../../../../shared/contract/channels";

const exchangeQuestions: ReadonlySet<string> = new Set<CallName>([
  "exchangeOverview",
  "exchangeOffices",
  "keyCard",
  "packetContents",
  "packetsFind",
  "receptionsList",
  "conflictsPage",
  "duplicatesPage",
  "questionsList",
]);

export function useRefreshExchange(): () => void {
  const client = useQueryClient();
  return useCallback(
    () =>
      void client.invalidateQueries({
        predicate: ({ queryKey }) => exchangeQuestions.has(String(queryKey[0])),
      }),
    [client],
  );
}
