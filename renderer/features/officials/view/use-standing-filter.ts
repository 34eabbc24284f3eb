/**
 * The filter of a column as it stands, for presses that have to ask first what they are about: their answer comes when
 * something else may have been pressed, and working it out from the filter of the press would undo that in silence.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { toastFailed } from "../../../app/feedback/toast";

export interface Standing {
  readonly filter: ViewFilter | null;
  /** Everything was unticked, to tick a few: the list stays as it is until then. */
  readonly none: boolean;
}

export interface StandingFilter {
  /** As it was written last, drawn or not. */
  readonly now: () => Standing;
  readonly write: (wanted: Standing) => void;
  /**
   * Works with an answer once it has come, after the answers to what was pressed before. It never does where the column is
   * gone by then, or the filter was replaced as a whole.
   */
  readonly later: <T>(answer: Promise<T>, work: (value: T) => void) => void;
  /** Writes in place of all that was pressed before, answered or not. */
  readonly replace: (wanted: Standing) => void;
  /** What is drawn. */
  readonly drawn: Standing;
}

interface Waiting {
  /** Done once the answer to the last press is worked with. */
  last: Promise<void>;
}

function nothingWaits(): Waiting {
  return { last: Promise.resolve() };
}

/** @param filter of one column for as long as the component lives */
export function useStandingFilter(
  filter: ViewFilter | null,
  onChange: (filter: ViewFilter | null) => void,
): StandingFilter {
  const [none, setNone] = useState(false);
  const held = useRef<Standing>({ filter, none });
  const change = useRef(onChange);
  /** Presses that wait for an answer; put aside as a whole once none of them may be written any more. */
  const waiting = useRef<Waiting>(nothingWaits());

  useLayoutEffect(() => {
    change.current = onChange;
  }, [onChange]);
  useLayoutEffect(() => {
    // Cleared from elsewhere: by going back, or with all filters of the list.
    if (filter === null && held.current.filter !== null) waiting.current = nothingWaits();
    held.current = { ...held.current, filter };
  }, [filter]);
  useEffect(
    () => () => {
      waiting.current = nothingWaits();
    },
    [],
  );

  const ways = useMemo(() => {
    const write = (wanted: Standing) => {
      const isChanged = wanted.filter !== held.current.filter;
      held.current = wanted;
      setNone(wanted.none);
      if (isChanged) change.current(wanted.filter);
    };
    return {
      now: () => held.current,
      write,
      later: <T>(answer: Promise<T>, work: (value: T) => void) => {
        const own = waiting.current;
        own.last = Promise.allSettled([answer, own.last]).then(([came]) => {
          if (own !== waiting.current) return;
          if (came.status === "fulfilled") work(came.value);
          else toastFailed(came.reason);
        });
      },
      replace: (wanted: Standing) => {
        waiting.current = nothingWaits();
        write(wanted);
      },
    };
  }, []);
  return useMemo(() => ({ ...ways, drawn: { filter, none } }), [ways, filter, none]);
}
