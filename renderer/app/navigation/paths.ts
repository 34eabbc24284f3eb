/** Addresses of all screens, as text for links; written in one place so that no link points to nothing. */
import { type ListState, writeListState } from "./list-state";

export const catalogTabs = ["units", "posts", "standards", "office"] as const;
export type CatalogTab = (typeof catalogTabs)[number];

function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}?${query}`;
}

export const paths = {
  /** @param unitId the unit whose communes are shown; none: the whole roster */
  statistics: (unitId?: string | null) =>
    withQuery("#/statistics", unitId === undefined || unitId === null ? "" : `unit=${unitId}`),
  officials: (state: Partial<ListState> = {}) => withQuery("#/officials", writeListState(state)),
  person: (id: string) => `#/officials/${id}`,
  newPerson: () => "#/officials/new",
  log: (officialId?: string | null) =>
    withQuery("#/log", officialId === undefined || officialId === null ? "" : `official=${officialId}`),
  catalog: (tab: CatalogTab = "units") => `#/catalog/${tab}`,
} as const;
