/**
 * The columns of the list, as they were left on this PC; filters and order are part of the address (list-state.ts), so
 * that every number links to its people whatever columns are shown.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { isOfCounted, numberKey } from "../../../../shared/columns/computed";
import { shippedViews } from "../../../../shared/columns/shipped-views";
import { nameKey, tableColumnOf } from "../../../../shared/columns/table-column";
import type { CallResult } from "../../../../shared/contract/contract";
import {
  type NamedView,
  type View,
  type ViewColumn,
  viewLimits,
} from "../../../../shared/contract/schemas/views";
import type { ListState } from "../../../app/navigation/list-state";
import { useCounted } from "../../../app/roster/use-counted";
import { call } from "../../../bridge/bridge";
import { useCall } from "../../../bridge/hooks";
import { toastFailed } from "../../../app/feedback/toast";
import { leastWidth } from "./column-widths";

/** Ways in which the columns can be changed. */
export interface ColumnActions {
  readonly show: (key: string, shown: boolean) => void;
  /** @param width CSS pixels; null: as usual */
  readonly resize: (key: string, width: number | null) => void;
  /** Puts a column where another one stands. */
  readonly move: (key: string, to: number) => void;
  readonly set: (columns: readonly ViewColumn[]) => void;
}

export interface ListView {
  /** In order, the name among them; null until it is known how the list was left. */
  readonly columns: readonly ViewColumn[] | null;
  readonly named: readonly NamedView[];
  readonly actions: ColumnActions;
}

/** How long somebody may go on changing before it is kept. */
const pauseMs = 400;

export function useListView(state: ListState): ListView {
  const { data, isError } = useCall("viewsGet", {});
  const [changed, setChanged] = useState<readonly ViewColumn[] | null>(null);
  const kept = useMemo(
    () =>
      data === undefined && !isError ? null : complete(data?.last?.columns ?? shippedViews.list.columns),
    [data, isError],
  );
  const counted = useCounted();
  const all = changed ?? kept;
  // Columns of standards that are not counted stay in the view for when they are.
  const columns = useMemo(() => all?.filter(({ key }) => isOfCounted(key, counted)) ?? null, [all, counted]);

  const actions = useMemo<ColumnActions>(() => {
    const change = (of: (columns: readonly ViewColumn[]) => readonly ViewColumn[]) =>
      setChanged((before) => {
        const from = before ?? kept;
        return from === null ? null : complete(of(from));
      });
    return {
      show: (key, shown) =>
        change((before) =>
          shown
            ? before.some((one) => one.key === key)
              ? before
              : [...before, { key, width: null }]
            : before.filter((one) => one.key !== key),
        ),
      resize: (key, width) =>
        change((before) =>
          before.map((one) =>
            one.key === key
              ? {
                  key,
                  width: width === null ? null : Math.min(1_600, Math.max(leastWidth, Math.round(width))),
                }
              : one,
          ),
        ),
      move: (key, to) =>
        change((before) => {
          const shown = before.filter((one) => isOfCounted(one.key, counted));
          const place = before.findIndex((one) => one.key === shown[to]?.key);
          return moved(before, key, place < 0 ? to : place);
        }),
      set: (wanted) => change(() => wanted),
    };
  }, [counted, kept]);

  useRemembered(changed, state);
  return { columns, named: data?.named ?? [], actions };
}

/**
 * Keeps columns that were changed: at once for the other screens, which read them from the cache, and after a pause on
 * disk; who goes to another screen before it is over loses nothing.
 */
function useRemembered(changed: readonly ViewColumn[] | null, state: ListState): void {
  const client = useQueryClient();
  const due = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (changed === null) return undefined;
    const view = viewOf(changed, state);
    client.setQueryData<CallResult<"viewsGet">>(["viewsGet", {}], (before) =>
      before === undefined ? before : { ...before, last: view },
    );
    due.current = () => {
      due.current = null;
      call("viewRemember", { view }).catch(toastFailed);
    };
    const timer = setTimeout(() => due.current?.(), pauseMs);
    return () => clearTimeout(timer);
  }, [changed, state, client]);
  useEffect(() => () => due.current?.(), []);
}

/** The whole view of a list as it stands. */
export function viewOf(columns: readonly ViewColumn[], state: ListState): View {
  const { sorts, where, group, serving } = state;
  return { columns: [...columns], sorts: [...sorts], filters: [...where], group, scope: serving };
}

/** What of the address a view says; whom a number opened is left as it is. */
export function stateOf({ sorts, filters, group, scope }: View): Partial<ListState> {
  return { sorts, where: filters, group, serving: scope };
}

/** Known columns, each once; the name is always there, and the place in the list leads where it is shown. */
function complete(columns: readonly ViewColumn[]): readonly ViewColumn[] {
  const seen = new Set<string>();
  const known = columns.filter(({ key }) => {
    if (seen.has(key) || tableColumnOf(key) === null) return false;
    seen.add(key);
    return true;
  });
  const leading = known.filter(({ key }) => key === numberKey);
  const named = known.find(({ key }) => key === nameKey) ?? { key: nameKey, width: null };
  const others = known.filter(({ key }) => key !== numberKey && key !== nameKey);
  return [...leading, named, ...others].slice(0, viewLimits.columns);
}

function moved(columns: readonly ViewColumn[], key: string, to: number): readonly ViewColumn[] {
  const from = columns.findIndex((one) => one.key === key);
  const column = columns[from];
  if (column === undefined) return columns;
  const others = columns.filter((one) => one !== column);
  return [...others.slice(0, to), column, ...others.slice(to)];
}
