/**
 * The cache of answers. There is no network here: nothing waits for "online", nothing is retried by itself, and
 * answers stay good until the main process says that something changed.
 */
import { QueryClient } from "@tanstack/react-query";
import { calls } from "../../shared/contract/calls";
import type { CallFacts } from "../../shared/contract/call";
import { isStale } from "../../shared/contract/stale";
import { listen } from "./bridge";

const factsOf: Readonly<Record<string, CallFacts>> = calls;

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
 * Asks again after each change for what was read from what it touched; another roster throws away all that is not on
 * screen, and asks again for the rest. Keys begin with the call's name and its arguments.
 * @returns a function that stops it
 */
export function followChanges(client: QueryClient): () => void {
  return listen("changed", (change) => {
    if (change.session) {
      client.removeQueries({ type: "inactive" });
      void client.invalidateQueries();
      return;
    }
    void client.invalidateQueries({
      predicate: ({ queryKey: [name, args] }) => {
        const facts = factsOf[String(name)];
        if (facts === undefined)
          throw new Error(`A question that the contract does not have: ${String(name)}`);
        return isStale(facts, args, change);
      },
    });
  });
}
