/**
 * The cache of answers. There is no network here: nothing waits for "online", nothing is retried by itself, and
 * answers stay good until the main process says that something changed.
 */
import { QueryClient } from "@tanstack/react-query";
import type { CallName } from "../../shared/contract/channels";
import { listen } from "./bridge";

/** Answers that do not come from the roster's content; a change of the roster leaves them good. */
const untouchedByChanges: ReadonlySet<string> = new Set<CallName>([
  "settingsGet",
  "shippedUnitsSearch",
  "recentList",
]);

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

/**
 * Asks again for everything on screen after each change; another roster also throws away what is not on screen.
 * @returns a function that stops it
 */
export function followChanges(client: QueryClient): () => void {
  return listen("changed", ({ session }) => {
    if (session) {
      client.removeQueries({ type: "inactive" });
      void client.invalidateQueries();
      return;
    }
    void client.invalidateQueries({
      predicate: ({ queryKey }) => !untouchedByChanges.has(String(queryKey[0])),
    });
  });
}
