/**
 * React's view of the bridge: questions are cached by name and arguments and asked again after every change of the
 * roster that touched what they are read from, so that no screen can show figures from before an edit.
 */
import {
  keepPreviousData,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent } from "react";
import type { CallArgs, CallName, CallResult, EventData, EventName } from "../../shared/contract/contract";
import { calls } from "../../shared/contract/calls";
import { isStale } from "../../shared/contract/stale";
import { type BridgeError, call, listen } from "./bridge";

export interface CallOptions {
  /** False: not asked (yet). */
  readonly enabled?: boolean;
  /** Goes on showing the last answer while the next one, for other arguments, is on its way. */
  readonly keepPrevious?: boolean;
}

/** Asks and keeps the answer up to date. The key is `[name, args]`. */
export function useCall<N extends CallName>(
  name: N,
  args: CallArgs<N>,
  options: CallOptions = {},
): UseQueryResult<CallResult<N>, BridgeError> {
  return useQuery<CallResult<N>, BridgeError, CallResult<N>, readonly [N, CallArgs<N>]>({
    queryKey: [name, args],
    queryFn: () => call(name, args),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** A call that changes something; what it changed comes back as the event "changed". */
export function useSend<N extends CallName>(
  name: N,
): UseMutationResult<CallResult<N>, BridgeError, CallArgs<N>> {
  return useMutation<CallResult<N>, BridgeError, CallArgs<N>>({ mutationFn: (args) => call(name, args) });
}

/** Asks again for what changes outside the open roster: files on sticks, keys that another program wrote. */
export function useAskAgain(): (name: CallName) => void {
  const client = useQueryClient();
  return useCallback((name) => void client.invalidateQueries({ queryKey: [name] }), [client]);
}

/** Listens to an event of the main process while the component is on screen. */
export function useBridgeEvent<N extends EventName>(event: N, listener: (data: EventData<N>) => void): void {
  const latest = useEffectEvent(listener);
  useEffect(() => listen(event, (data) => latest(data)), [event]);
}

/** Runs when the answer of a call may have become another one, for those who keep answers by themselves. */
export function useStale(name: CallName, listener: () => void): void {
  useBridgeEvent("changed", (change) => {
    if (change.session || isStale(calls[name], null, change)) listener();
  });
}
