/**
 * A list that comes in pages and grows by "show more". After a change of the roster the pages on screen are asked for
 * again, so that a settled conflict leaves the list by itself.
 */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { CallName } from "../../../../shared/contract/contract";
import type { BridgeError } from "../../../bridge/bridge";

interface Page<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

export interface Pages<T> {
  readonly rows: readonly T[];
  /** Null until the first page is there. */
  readonly total: number | null;
  readonly error: BridgeError | null;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly more: () => void;
  readonly retry: () => void;
}

/** @param key begins with the call's name, by which a change finds it; another key is another list */
export function usePages<T>(
  key: readonly [CallName, ...unknown[]],
  pageSize: number,
  fetchPage: (offset: number, limit: number) => Promise<Page<T>>,
): Pages<T> {
  const query = useInfiniteQuery<
    Page<T>,
    BridgeError,
    { pages: Page<T>[] },
    readonly [CallName, ...unknown[]],
    number
  >({
    queryKey: key,
    queryFn: ({ pageParam }) => fetchPage(pageParam, pageSize),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const loaded = all.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && loaded < last.total ? loaded : null;
    },
  });
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.rows),
    total: pages.at(-1)?.total ?? null,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
