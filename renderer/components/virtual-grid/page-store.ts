/**
 * Pages of one list, fetched around what is on screen. Free of React, so that late answers, changes in between and
 * failures can be tested as they are.
 */
export interface Page<T> {
  readonly total: number;
  /** Pages of different versions do not belong together. */
  readonly version: number;
  readonly rows: readonly T[];
}

export type FetchPage<T> = (offset: number, limit: number) => Promise<Page<T>>;

export interface PageStore<T> {
  /** Begins the list anew (other key, changed roster); rows shown until now stay until the first page arrives. */
  readonly start: (
    fetchPage: FetchPage<T>,
    around: { readonly first: number; readonly last: number },
  ) => void;
  readonly stop: () => void;
  readonly want: (first: number, last: number) => void;
  readonly rowCount: () => number | null;
  readonly getRow: (index: number) => T | undefined;
  readonly error: () => unknown;
  readonly isLoading: () => boolean;
  readonly version: () => number | null;
}

interface Shown<T> {
  readonly total: number;
  readonly version: number;
  readonly pages: Map<number, readonly T[]>;
}

const keptPages = 60;

/** @param pageSize rows a page @param redraw called after every answer */
export function createPageStore<T>(pageSize: number, redraw: () => void): PageStore<T> {
  let shown: Shown<T> | null = null;
  let fetchPage: FetchPage<T> | null = null;
  let run = 0;
  let fresh = false;
  let failure: unknown = null;
  const underWay = new Set<number>();
  let wanted = { first: 0, last: 0 };

  const begin = (around: { readonly first: number; readonly last: number }) => {
    run += 1;
    fresh = false;
    failure = null;
    underWay.clear();
    wanted = { ...around };
    // The top page tells the new total; the page on screen is asked for with it.
    request(Math.floor(around.first / pageSize));
  };

  const accept = (page: number, answer: Page<T>) => {
    if (!fresh) {
      shown = { total: answer.total, version: answer.version, pages: new Map() };
      fresh = true;
    } else if (shown !== null && answer.version !== shown.version) {
      begin(wanted);
      return;
    }
    shown?.pages.set(page, answer.rows);
    forgetFarPages();
    // A shorter list than before: what was on screen may lie past its end now.
    const lastRow = Math.max(0, answer.total - 1);
    wanted = { first: Math.min(wanted.first, lastRow), last: Math.min(wanted.last, lastRow) };
    requestWanted();
  };

  const request = (page: number) => {
    if (fetchPage === null || underWay.has(page)) return;
    underWay.add(page);
    const mine = run;
    fetchPage(page * pageSize, pageSize).then(
      (answer) => {
        if (mine !== run) return;
        underWay.delete(page);
        accept(page, answer);
        redraw();
      },
      (error: unknown) => {
        if (mine !== run) return;
        underWay.delete(page);
        failure = error;
        redraw();
      },
    );
  };

  const requestWanted = () => {
    if (shown === null || !fresh || failure !== null || shown.total === 0) return;
    const lastPage = Math.floor((shown.total - 1) / pageSize);
    const to = Math.min(lastPage, Math.floor(wanted.last / pageSize));
    for (let page = Math.floor(wanted.first / pageSize); page <= to; page++) {
      if (!shown.pages.has(page)) request(page);
    }
  };

  const forgetFarPages = () => {
    if (shown === null || shown.pages.size <= keptPages) return;
    const middle = Math.floor((wanted.first + wanted.last) / 2 / pageSize);
    const farthest = [...shown.pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const page of farthest.slice(0, shown.pages.size - keptPages)) shown.pages.delete(page);
  };

  return {
    start: (fetch, around) => {
      fetchPage = fetch;
      begin(around);
      redraw();
    },
    stop: () => {
      run += 1;
      fetchPage = null;
      underWay.clear();
    },
    want: (first, last) => {
      wanted = { first, last };
      requestWanted();
    },
    rowCount: () => shown?.total ?? null,
    getRow: (index) => shown?.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    error: () => failure,
    isLoading: () => !fresh && failure === null,
    version: () => shown?.version ?? null,
  };
}
