/** Where the user is and how to get elsewhere, for all screens; routes themselves are in routes.tsx. */
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";
import type { OfficialFilter, OfficialSort } from "../../../shared/contract/schemas/officials";
import { useAsOf } from "../session/as-of";
import { type HashLocation, splitLocation } from "./hash-location";
import { filterOf, type ListState, readListState } from "./list-state";
import { type CatalogTab, type ExchangeTab, paths } from "./paths";

const LocationContext = createContext<HashLocation | null>(null);

export function NavigationProvider(props: { readonly location: HashLocation; readonly children: ReactNode }) {
  return <LocationContext value={props.location}>{props.children}</LocationContext>;
}

export function useHashLocation(): HashLocation {
  const location = useContext(LocationContext);
  if (location === null) throw new Error("NavigationProvider is missing");
  return location;
}

/** The address now: `path` such as `/officials`, `query` without the question mark. */
export function useLocationParts(): { readonly path: string; readonly query: string } {
  const location = useHashLocation();
  const text = useSyncExternalStore(location.subscribe, location.read);
  return useMemo(() => splitLocation(text), [text]);
}

export interface GoOptions {
  /** Takes the place of the address now instead of following it. */
  readonly replace?: boolean;
  /** Passes by the question about unsaved work, after it was saved. */
  readonly force?: boolean;
}

/** Ways to the screens. Each asks about unsaved work first; the promise says whether it went. */
export function useGo() {
  const location = useHashLocation();
  return useMemo(
    () => ({
      toStatistics: (unitId: string | null = null, options?: GoOptions) =>
        location.go(paths.statistics(unitId), options),
      toOfficials: (state: Partial<ListState> = {}, options?: GoOptions) =>
        location.go(paths.officials(state), options),
      toPerson: (id: string, options?: GoOptions) => location.go(paths.person(id), options),
      toNewPerson: (options?: GoOptions) => location.go(paths.newPerson(), options),
      toChanges: (officialId: string | null = null, options?: GoOptions) =>
        location.go(paths.changes(officialId), options),
      toCatalog: (tab?: CatalogTab, options?: GoOptions) => location.go(paths.catalog(tab), options),
      toExchange: (tab?: ExchangeTab, options?: GoOptions) => location.go(paths.exchange(tab), options),
      toReceive: (options?: GoOptions) => location.go(paths.receive(), options),
      back: () => window.history.back(),
    }),
    [location],
  );
}

/** The filter of the list of officials, read from and written to the address. */
export function useListState(): [ListState, (patch: Partial<ListState>, options?: GoOptions) => void] {
  const { query } = useLocationParts();
  const location = useHashLocation();
  const state = useMemo(() => readListState(query), [query]);
  const patch = useMemo(
    () => (change: Partial<ListState>, options?: GoOptions) => {
      const before = readListState(splitLocation(location.read()).query);
      void location.go(paths.officials({ ...before, ...change }), options);
    },
    [location],
  );
  return [state, patch];
}

/** The list's filter and order with the as-of day, ready for `officialsPage`. */
export function useOfficialFilter(): { readonly filter: OfficialFilter; readonly sort: OfficialSort } {
  const [state] = useListState();
  const { asOf } = useAsOf();
  return useMemo(
    () => ({
      filter: filterOf(state, asOf),
      sort: { column: state.sortColumn, descending: state.descending },
    }),
    [state, asOf],
  );
}
