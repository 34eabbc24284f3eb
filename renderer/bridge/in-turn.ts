/**
 * Several questions of one kind asked one after the other: the main process works on one at a time anyway, and whoever
 * stops looking leaves the rest unasked.
 */
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { CallArgs, CallName, CallResult } from "../../shared/contract/contract";
import { type BridgeError, call } from "./bridge";

/** What is known of one of them; neither field while it is still to come. */
export interface InTurn<N extends CallName> {
  readonly data: CallResult<N> | undefined;
  readonly error: BridgeError | null;
}

/** Kept up to date like `useCall`. One that fails does not hold up the next. */
export function useCallsInTurn<N extends CallName>(
  name: N,
  list: readonly CallArgs<N>[],
): readonly InTurn<N>[] {
  const [reached, setReached] = useState(1);
  const asked = useQueries({
    queries: list.map((args, place) => ({
      queryKey: [name, args] as const,
      queryFn: () => call(name, args),
      enabled: place < reached,
    })),
  });
  const open = asked.findIndex(({ isPending }) => isPending);
  const next = open < 0 ? Math.max(list.length, 1) : open + 1;
  if (next !== reached) setReached(next);
  return asked.map(({ data, error }) => ({ data, error: error as BridgeError | null }));
}
