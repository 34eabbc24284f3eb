/**
 * The pages of a long list around the part that is on screen.
 *
 * Rows come from the main process in pages and are kept while they may be scrolled back to; after a change of
 * what they are read from all pages are asked for again, and the old rows stay until the first new page is there, so that the list
 * never blinks. Pages of different versions are never mixed.
 */
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { CallName } from "../../../shared/contract/contract";
import { useStale } from "../../bridge/hooks";
import { createPageStore, type Page, type PageStore } from "./page-store";

export interface PagedRowsOptions<T> {
  /** The question whose pages these are: a change of what it reads asks for them again. */
  readonly call: CallName;
  /** Filter and order as plain data; another key is another list. */
  readonly key: readonly unknown[];
  readonly fetchPage: (offset: number, limit: number) => Promise<Page<T>>;
  readonly pageSize?: number;
  /** False: it is not known yet what to ask for. */
  readonly enabled?: boolean;
}

export interface PagedRows<T> {
  /** Null until the first page is there. */
  readonly rowCount: number | null;
  readonly getRow: (index: number) => T | undefined;
  /** For the grid's `onVisible`. */
  readonly onVisible: (first: number, last: number) => void;
  readonly error: unknown;
  /** A first page is on its way. */
  readonly isLoading: boolean;
  /** Version of the roster that the rows belong to; null before the first page. */
  readonly version: number | null;
  readonly retry: () => void;
}

export function usePagedRows<T>(options: PagedRowsOptions<T>): PagedRows<T> {
  const { pageSize = 100, enabled = true } = options;
  const keyText = JSON.stringify(options.key);
  const [, redraw] = useState(0);
  const visible = useRef({ first: 0, last: pageSize - 1 });
  const fetchPage = useEffectEvent((offset: number, limit: number) => options.fetchPage(offset, limit));

  const store = useMemo<PageStore<T>>(
    () => createPageStore<T>(pageSize, () => redraw((count) => count + 1)),
    [pageSize],
  );
  const shownKey = useRef<string | null>(null);
  useEffect(() => {
    if (!enabled) return undefined;
    if (shownKey.current !== keyText) visible.current = { first: 0, last: pageSize - 1 };
    shownKey.current = keyText;
    store.start((offset, limit) => fetchPage(offset, limit), visible.current);
    return () => store.stop();
  }, [store, keyText, pageSize, enabled]);

  const again = useCallback(() => {
    if (!enabled) return;
    store.start((offset, limit) => fetchPage(offset, limit), visible.current);
  }, [store, enabled]);
  useStale(options.call, again);

  const onVisible = useCallback(
    (first: number, last: number) => {
      visible.current = { first, last };
      store.want(first, last);
    },
    [store],
  );
  return {
    rowCount: store.rowCount(),
    getRow: store.getRow,
    onVisible,
    error: store.error(),
    isLoading: store.isLoading(),
    version: store.version(),
    retry: again,
  };
}
