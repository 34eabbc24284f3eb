/**
 * Where the reader was in each list, so that coming back from a person finds the same line selected and on screen.
 * The address holds the list; a line in it is this window's own memory.
 */
import { useEffect, useEffectEvent, useReducer, useState } from "react";
import { useStale } from "../../bridge/hooks";

export interface Place {
  /** -1: nowhere yet. */
  readonly index: number;
  readonly id: string | null;
}

const nowhere: Place = { index: -1, id: null };
const places = new Map<string, Place>();
/** Lists kept; older ones are forgotten. */
const mostPlaces = 50;

function remember<T>(kept: Map<string, T>, key: string, wanted: T): void {
  kept.delete(key);
  kept.set(key, wanted);
  const oldest = kept.keys().next().value;
  if (kept.size > mostPlaces && oldest !== undefined) kept.delete(oldest);
}

/** By list, the key of the column that the keys stood in. */
const columns = new Map<string, string>();

/** @returns the key of the column that the keys are in, at first of the one that they were in last; null: none yet */
export function useRememberedColumn(listKey: string): [string | null, (key: string) => void] {
  const [column, setColumn] = useState(() => columns.get(listKey) ?? null);
  const set = (key: string) => {
    remember(columns, listKey, key);
    setColumn(key);
  };
  return [column, set];
}

/**
 * @param listKey roster, filter, order and day as one text
 * @param indexOf place of a person in this list, -1 when they are not in it
 */
export function useRememberedPlace(
  listKey: string,
  indexOf: (id: string) => Promise<number>,
): [Place, (place: Place) => void] {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const place = places.get(listKey) ?? nowhere;
  const set = (next: Place) => {
    remember(places, listKey, next);
    redraw();
  };
  // A change may move the person to another line, or out of the list.
  const follow = useEffectEvent(async (key: string) => {
    const before = places.get(key);
    if (before === undefined || before.id === null) return;
    const index = await indexOf(before.id).catch(() => -1);
    if (places.get(key) !== before || index === before.index) return;
    remember(places, key, index < 0 ? nowhere : { index, id: before.id });
    redraw();
  });
  useEffect(() => {
    void follow(listKey);
  }, [listKey]);
  useStale("officialsIndexOf", () => void follow(listKey));
  return [place, set];
}
