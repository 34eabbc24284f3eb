/** Which people a list that goes out holds, in which order and with which columns. */
import { shippedViews } from "../../../shared/columns/shipped-views";
import { type OfficialFilter, officialFilterSchema } from "../../../shared/contract/schemas/officials";
import type { View } from "../../../shared/contract/schemas/views";
import { officialCategories, type PostCategory } from "../../../shared/domain/values";
import { linesOf } from "../list-figures";
import type { OpenRoster } from "../open-roster";
import { type PeopleList, PeopleLists } from "../people-lists";
import type { ListAsked, ReportQuestion } from "./question";

interface Resolved {
  readonly columns: readonly string[];
  readonly kinds: readonly PostCategory[];
  /** @throws AppError row-unknown */
  people(roster: OpenRoster): Promise<PeopleList>;
}

/** What a view says of a list. */
export function listOfView({ columns, sorts, filters, group, scope }: View): ListAsked {
  return {
    filter: { where: filters, serving: scope },
    order: { sorts, group },
    columns: columns.map(({ key }) => key),
  };
}

/** What a question asks for, with what it leaves out as a list is usually read out: by unit, post and name. */
export function listAsked({ list = {}, moment, unitId, kinds }: ReportQuestion): Resolved {
  const usual = listOfView(shippedViews.list);
  const filter: OfficialFilter = officialFilterSchema.parse({
    ...list.filter,
    moment,
    unitId: list.filter?.unitId ?? unitId,
    // A list on screen may show whoever holds any post; what says nothing of kinds takes those of the report.
    kinds: list.filter?.kinds === undefined ? (kinds ?? null) : list.filter.kinds,
  });
  const order = list.order ?? usual.order ?? { sorts: [], group: null };
  return {
    columns: list.columns ?? usual.columns ?? [],
    kinds: filter.kinds ?? officialCategories,
    people: async (roster) => {
      const found = await new PeopleLists(roster).list(filter, order);
      return { ...found, people: linesOf(found.people, list.ranges ?? []) };
    },
  };
}
