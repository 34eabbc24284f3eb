/** What giving many people one value comes to, asked for when the hand rests, and given up when nobody looks at it any more. */
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useEffectEvent } from "react";
import type { CallArgs, CallResult } from "../../../../shared/contract/contract";
import { call, errorDataOf } from "../../../bridge/bridge";
import { useCall } from "../../../bridge/hooks";

/** What was typed is looked at when a hand rests. */
const pauseMs = 250;

export interface ManyPreview {
  readonly data: CallResult<"manyPreview"> | undefined;
  readonly error: Error | null;
  /** Of what stands in the fields now. */
  readonly isFresh: boolean;
  readonly isLooking: boolean;
  /** Somebody ended the look at everybody. */
  readonly isStopped: boolean;
}

export function useManyPreview(asked: CallArgs<"manyPreview">, enabled: boolean): ManyPreview {
  const [settled] = useDebouncedValue(asked, pauseMs);
  const isSettled = JSON.stringify(settled) === JSON.stringify(asked);
  // What stood in the fields before is not looked at any more.
  const preview = useCall("manyPreview", settled, { enabled: enabled && isSettled, keepPrevious: true });
  const giveUp = useEffectEvent(() => {
    if (preview.isFetching) call("workCancel", {}).catch(() => undefined);
  });
  useEffect(() => () => giveUp(), []);
  const isStopped = preview.error !== null && errorDataOf(preview.error).code === "cancelled";
  return {
    data: preview.data,
    error: isStopped ? null : preview.error,
    isFresh: isSettled && !preview.isPlaceholderData,
    isLooking: preview.isFetching,
    isStopped,
  };
}
