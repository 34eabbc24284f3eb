/** Where the user is and how to get elsewhere, for all screens; routes themselves are in routes.tsx. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import type { ChangeFilterData } from "../../../shared/contract/schemas/changes";
import type { ListOrder, OfficialFilter } from "../../../shared/contract/schemas/officials";
import { useMoment } from "../../bridge/moment";
import { type HashLocation, type LocationGo, splitLocation } from "./hash-location";
import { filterOf, type ListPatch, type ListState, orderOf, readListState } from "./list-state";
import { type CatalogTab, type ExchangeTab, paths } from "./paths";

const LocationContext = createContext<HashLocation | null>(null);

export function NavigationProvider(props: { readonly location: HashLocation; readonly children: ReactNode }) {
  useEffect(() => followLinks(props.location), [props.location]);
  return <LocationContext value={props.location}>{props.children}</LocationContext>;
}

/** Links to screens go the way that buttons go: what the address carries comes along. @returns what ends it */
function followLinks(location: HashLocation): () => void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link === null || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    void location.go(link.getAttribute("href") ?? "");
  };
  document.addEventListener("click", onClick);
  return () => document.removeEventListener("click", onClick);
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

/** The path at which what is on screen was begun: another one is another screen. */
export function usePlace(): string {
  const location = useHashLocation();
  return useSyncExternalStore(location.subscribe, location.place);
}

export type GoOptions = LocationGo;

/** Ways to the screens. Each asks about unsaved work first; the promise says whether it went. */
export function useGo() {
  const location = useHashLocation();
  return useMemo(
    () => ({
      toStatistics: (unitId: string | null = null, options?: GoOptions) =>
        location.go(paths.statistics(unitId), options),
      toGuide: (options?: GoOptions) => location.go(paths.guide(), options),
      toOfficials: (state: Partial<ListState> = {}, options?: GoOptions) =>
        location.go(paths.officials(state), options),
      toEverybody: () => location.go(paths.everybody()),
      toPerson: (id: string, options?: GoOptions) => location.go(paths.person(id), options),
      toNewPerson: (options?: GoOptions) => location.go(paths.newPerson(), options),
      toChanges: (
        officialId: string | null = null,
        filter: Partial<ChangeFilterData> = {},
        options?: GoOptions,
      ) => location.go(paths.changes(officialId, filter), options),
      toCatalog: (tab?: CatalogTab, options?: GoOptions) => location.go(paths.catalog(tab), options),
      toExchange: (tab?: ExchangeTab, options?: GoOptions) => location.go(paths.exchange(tab), options),
      toImport: (options?: GoOptions) => location.go(paths.import(), options),
      toReceive: (options?: GoOptions) => location.go(paths.receive(), options),
      back: () => window.history.back(),
    }),
    [location],
  );
}

/** The filter of the list of officials, read from and written to the address. */
export function useListState(): [ListState, (patch: ListPatch, options?: GoOptions) => void] {
  const { query } = useLocationParts();
  const location = useHashLocation();
  const state = useMemo(() => readListState(query), [query]);
  const patch = useMemo(
    () => (change: ListPatch, options?: GoOptions) => {
      const before = splitLocation(location.read()).query;
      const now = readListState(before);
      const changed = typeof change === "function" ? change(now) : change;
      const wanted = paths.changedList({ ...now, ...changed }, before);
      void location.go(wanted, { ...options, exact: true });
    },
    [location],
  );
  return [state, patch];
}

/** The list's filter and order with the moment looked at, ready for `officialsPage`. */
export function useOfficialFilter(): { readonly filter: OfficialFilter; readonly order: ListOrder } {
  const [state] = useListState();
  const { moment } = useMoment();
  return useMemo(
    () => ({
      filter: filterOf(state, moment),
      order: orderOf(state),
    }),
    [state, moment],
  );
}
