/**
 * What the list of officials shows, as part of the address: every number of the program links to the people behind
 * it, and back and forward walk through the lists that were looked at.
 */
import { shippedViewNames } from "../../../shared/columns/shipped-views";
import type { Moment, StatusName } from "../../../shared/contract/schemas/common";
import type { ListOrder, OfficialFilter } from "../../../shared/contract/schemas/officials";
import {
  columnKeySchema,
  listScopes,
  type ViewFilter,
  viewFilterSchema,
  type ViewGroup,
  viewGroups,
  viewLimits,
  type ViewSort,
} from "../../../shared/contract/schemas/views";
import { readKinds, writeKinds } from "../../../shared/domain/kinds-text";
import {
  type NoteMark,
  noteMarks,
  type PostCategory,
  type StandardOrAll,
  standardsAndAll,
} from "../../../shared/domain/values";
import { z } from "../../../shared/contract/zod";
import { statuses } from "../../../shared/standards/types";

export interface ListState {
  readonly search: string;
  readonly unitId: string | null;
  /** Only the unit itself, not what is below it. */
  readonly unitOnly: boolean;
  readonly postId: string | null;
  readonly standard: StandardOrAll | null;
  /** Any of these will do; null: whatever it is. */
  readonly statuses: readonly StatusName[] | null;
  readonly complement: boolean;
  readonly mark: NoteMark | null;
  /** The kinds of post that are counted; null: all, also who is counted nowhere. */
  readonly kinds: readonly PostCategory[] | null;
  readonly serving: OfficialFilter["serving"];
  /** None: unit, post and name. */
  readonly sorts: readonly ViewSort[];
  /** What the columns are filtered by, at most one filter each. */
  readonly where: readonly ViewFilter[];
  readonly group: ViewGroup | null;
  /** The view that was chosen last, by id or shipped name, whatever was changed since; null: none was. */
  readonly view: string | null;
}

export const emptyListState: ListState = {
  search: "",
  unitId: null,
  unitOnly: false,
  postId: null,
  standard: null,
  statuses: null,
  complement: false,
  mark: null,
  kinds: null,
  serving: "current",
  sorts: [],
  where: [],
  group: null,
  view: null,
};

/** What of the list changes; where it depends on the rest, worked out from the list as it is when it changes. */
export type ListPatch = Partial<ListState> | ((now: ListState) => Partial<ListState>);

const idPattern = /^[0-9a-f-]{36}$/;

function oneOf<T extends string, D>(text: string | null, choices: readonly T[], otherwise: D): T | D {
  return choices.find((choice) => choice === text) ?? otherwise;
}

function idOrNull(text: string | null): string | null {
  return text !== null && idPattern.test(text) ? text : null;
}

/** "met.grace", in the order in which statuses are always named; null for none. */
function writeStatuses(asked: readonly StatusName[] | null): string | null {
  return asked === null ? null : statuses.filter((status) => asked.includes(status)).join(".");
}

function readStatuses(text: string | null): readonly StatusName[] | null {
  const named = (text ?? "").split(".");
  const asked = statuses.filter((status) => named.includes(status));
  return asked.length === 0 ? null : asked;
}

/** "-official.birth,assignment.unit" */
function writeSorts(sorts: readonly ViewSort[]): string {
  return sorts.map(({ key, descending }) => `${descending ? "-" : ""}${key}`).join(",");
}

function readSorts(text: string | null): readonly ViewSort[] {
  const named = (text ?? "").split(",").slice(0, viewLimits.sorts);
  return named.flatMap((one) => {
    const key = columnKeySchema.safeParse(one.replace(/^-/, ""));
    return key.success ? [{ key: key.data, descending: one.startsWith("-") }] : [];
  });
}

/** What a filter does not say is left out. */
function writeWhere(where: readonly ViewFilter[]): string | null {
  if (where.length === 0) return null;
  const isSaid = (value: unknown) => value !== null && value !== false;
  const short = where.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([, value]) => isSaid(value))),
  );
  return JSON.stringify(short);
}

function readWhere(text: string | null): readonly ViewFilter[] {
  if (text === null) return [];
  try {
    const read = z.array(viewFilterSchema).max(viewLimits.filters).safeParse(JSON.parse(text));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** Query text without the question mark; what equals the empty state is left out. */
export function writeListState(state: Partial<ListState>): string {
  const query = new URLSearchParams();
  const put = (key: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined && value !== "") query.set(key, value);
  };
  put("q", state.search?.normalize("NFC"));
  put("unit", state.unitId);
  put("only", state.unitOnly === true ? "1" : null);
  put("post", state.postId);
  put("standard", state.standard);
  put("status", writeStatuses(state.statuses ?? null));
  put("complement", state.complement === true ? "1" : null);
  put("mark", state.mark);
  put("kinds", writeKinds(state.kinds ?? null));
  put("serving", state.serving === "current" ? null : state.serving);
  put("sort", writeSorts(state.sorts ?? []));
  put("where", writeWhere(state.where ?? []));
  put("group", state.group);
  put("view", state.view);
  return query.toString();
}

/** Reads a query text; anything it does not know reads as "not filtered". */
export function readListState(queryText: string): ListState {
  const query = new URLSearchParams(queryText);
  return {
    search: (query.get("q") ?? "").slice(0, 200),
    unitId: idOrNull(query.get("unit")),
    unitOnly: query.get("only") === "1",
    postId: idOrNull(query.get("post")),
    standard: oneOf(query.get("standard"), standardsAndAll, null),
    statuses: readStatuses(query.get("status")),
    complement: query.get("complement") === "1",
    mark: oneOf(query.get("mark"), noteMarks, null),
    kinds: readKinds(query.get("kinds")),
    serving: oneOf(query.get("serving"), listScopes, "current"),
    sorts: readSorts(query.get("sort")),
    where: readWhere(query.get("where")),
    group: oneOf(query.get("group"), viewGroups, null),
    view: oneOf(query.get("view"), shippedViewNames, idOrNull(query.get("view"))),
  };
}

/** Everybody again, in the order, groups and view that they are looked at in. */
export function unfiltered({ sorts, group, view }: ListState): ListState {
  return { ...emptyListState, sorts, group, view };
}

/** The state as the contract's filter for a moment. */
export function filterOf(state: ListState, moment: Moment): OfficialFilter {
  const {
    search,
    unitId,
    unitOnly,
    postId,
    standard,
    statuses: asked,
    complement,
    mark,
    kinds,
    serving,
    where,
  } = state;
  return {
    moment,
    search,
    unitId,
    unitOnly,
    postId,
    standard,
    statuses: asked === null ? null : [...asked],
    complement,
    mark,
    kinds: kinds === null ? null : [...kinds],
    serving,
    ...(where.length === 0 ? {} : { where: [...where] }),
  };
}

/** The state as the contract's order. */
export function orderOf({ sorts, group }: Pick<ListState, "sorts" | "group">): ListOrder {
  return { sorts: [...sorts], group };
}
