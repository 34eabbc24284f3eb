/** Addresses of all screens, as text for links; written in one place so that no link points to nothing. */
import { tableTabs } from "../../../shared/domain/entities/definition";
import { writeKinds } from "../../../shared/domain/kinds-text";
import { officialCategories, type PostCategory } from "../../../shared/domain/values";
import type { ChangeFilterData } from "../../../shared/contract/schemas/changes";
import { writeChangeState } from "./change-state";
import { type FillState, writeFillState } from "./fill-state";
import { everybodyQuery, keptKind, linkedQuery } from "./left-list";
import { type ListState, writeListState } from "./list-state";

export const catalogTabs = ["units", "posts", "standards", ...tableTabs, "office"] as const;
export type CatalogTab = (typeof catalogTabs)[number];

export const exchangeTabs = [
  "transfer",
  "conflicts",
  "proposals",
  "unreadable",
  "duplicates",
  "questions",
  "offices",
  "card",
] as const;
export type ExchangeTab = (typeof exchangeTabs)[number];

function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}?${query}`;
}

export const paths = {
  /** The steps of a new roster. */
  guide: () => "#/start",
  /** @param unitId the unit whose communes are shown; none: the whole roster @param kinds none: the usual ones */
  statistics: (unitId?: string | null, kinds?: readonly PostCategory[]) => {
    const query = new URLSearchParams();
    if (unitId !== undefined && unitId !== null) query.set("unit", unitId);
    const counted = writeKinds(kinds ?? officialCategories);
    if (counted !== null && counted !== writeKinds(officialCategories)) query.set("kinds", counted);
    return withQuery("#/statistics", query.toString());
  },
  /** @param state whom a link shows; none: the list as its reader left it */
  officials: (state: Partial<ListState> = {}) => withQuery("#/officials", linkedQuery(writeListState(state))),
  everybody: () => withQuery("#/officials", everybodyQuery),
  /** @param before query of the list that changes into this one */
  changedList: (state: ListState, before: string) =>
    withQuery("#/officials", keptKind(writeListState(state), before)),
  /** @param query of the page; none: this month */
  due: (query = "") => withQuery("#/due", query),
  /** @param query of the page; none: this month */
  salary: (query = "") => withQuery("#/salary", query),
  /** @param query of the page; none: all classes */
  classes: (query = "") => withQuery("#/classes", query),
  /** @param query of the page; none: the term that the day lies in */
  planning: (query = "") => withQuery("#/planning", query),
  /** @param query of the sheet; none: this year */
  evaluation: (query = "") => withQuery("#/evaluation", query),
  person: (id: string) => `#/officials/${id}`,
  /** How complete files are. @param state none: the table of all units by the form that was chosen last */
  completeness: (state: Partial<FillState> = {}) => withQuery("#/completeness", writeFillState(state)),
  /** A person whose file is filled in, with the list that they are of. */
  fill: (id: string, state: Partial<FillState>) => withQuery(`#/officials/${id}`, writeFillState(state)),
  newPerson: () => "#/officials/new",
  /** @param officialId only changes of this person; none: of the whole roster */
  changes: (officialId?: string | null, filter: Partial<ChangeFilterData> = {}) => {
    const person = officialId === undefined || officialId === null ? "" : `official=${officialId}`;
    return withQuery("#/changes", [person, writeChangeState(filter)].filter((part) => part !== "").join("&"));
  },
  import: () => "#/import",
  /** Texts of imports that wait to be matched. @param officialId only those of this person */
  keptTexts: (officialId?: string | null) =>
    withQuery(
      "#/import/kept",
      officialId === undefined || officialId === null ? "" : `official=${officialId}`,
    ),
  /** All that imports left to do, place by place. */
  leftovers: () => "#/import/kept?by=cells",
  catalog: (tab: CatalogTab = "units") => `#/catalog/${tab}`,
  exchange: (tab: ExchangeTab = "transfer") => `#/exchange/${tab}`,
  /** Choosing, previewing and taking in files; an address of its own, so that leaving it can be asked about. */
  receive: () => "#/exchange/transfer/receive",
  /** @param officialId only proposals about this person; none: about the whole roster */
  proposals: (officialId?: string | null) =>
    withQuery(
      "#/exchange/proposals",
      officialId === undefined || officialId === null ? "" : `official=${officialId}`,
    ),
  /** @param officialId only conflicts of this person; none: of the whole roster */
  conflicts: (officialId?: string | null) =>
    withQuery(
      "#/exchange/conflicts",
      officialId === undefined || officialId === null ? "" : `official=${officialId}`,
    ),
} as const;
