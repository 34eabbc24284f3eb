/**
 * React's view of the bridge: questions are cached by name and arguments and asked again after every change of the
 * roster, so that no screen can show figures from before an edit.
 */
import {
  keepPreviousData,
  useMutation,
  type UseMutationResult,
  useQuery,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import type { CallName, EventName } from "../../shared/contract/channels";
import type { CallArgs, CallResult, EventData } from "../../shared/contract/contract";
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

/** Listens to an event of the main process while the component is on screen. */
export function useBridgeEvent<N extends EventName>(event: N, listener: (data: EventData<N>) => void): void {
  const latest = useEffectEvent(listener);
  useEffect(() => listen(event, (data) => latest(data)), [event]);
}

/** Runs after every change of the roster's content. */
export function useChanged(listener: (data: EventData<"changed">) => void): void {
  useBridgeEvent("changed", listener);
}
