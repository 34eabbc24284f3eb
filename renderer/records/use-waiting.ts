/** Asks what of some rows waits as our own office's proposal, and keeps the answer up to date. */
import { useMemo } from "react";
import { useCall } from "../bridge/hooks";
import { useMoment } from "../bridge/moment";
import { nothingWaits, type Waiting } from "./waiting";

/** @param ids of the rows that are on screen */
export function useWaiting(ids: readonly string[]): Waiting {
  const { knownOn } = useMoment();
  // What was known on a past day is looked at and not edited.
  const enabled = knownOn === null && ids.length > 0;
  const { data, refetch } = useCall("waitingValues", { ids: [...ids] }, { enabled, keepPrevious: true });
  const rows = enabled ? data : undefined;
  // One object as long as nothing waits: a form takes another one for a record that changed under it.
  const nothing = useMemo(() => ({ ...nothingWaits, refetch }), [refetch]);
  return useMemo(() => {
    if (rows === undefined || rows.length === 0) return nothing;
    const of = (rowId: string) => rows.find(({ id }) => id === rowId) ?? null;
    return {
      of,
      isWaiting: (rowId, field) => of(rowId)?.fields[field] !== undefined,
      over: (rowId, fields) => ({ ...fields, ...of(rowId)?.fields }),
      refetch,
    };
  }, [rows, refetch, nothing]);
}
