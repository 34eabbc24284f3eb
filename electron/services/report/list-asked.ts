/** Which people a list that goes out holds, in which order and with which columns. */
import { shippedViews } from "../../../shared/columns/shipped-views";
import { groupKeys } from "../../../shared/columns/table-column";
import { type OfficialFilter, officialFilterSchema } from "../../../shared/contract/schemas/officials";
import type { View } from "../../../shared/contract/schemas/views";
import { officialCategories, type PostCategory } from "../../../shared/domain/values";
import { linesOf } from "../list-figures";
import { type ListGroup, listGroups } from "../list-groups";
import { createTranslate } from "../../../shared/i18n";
import type { OpenRoster } from "../open-roster";
import { type PeopleList, PeopleLists } from "../people-lists";
import type { ListAsked, ReportQuestion } from "./question";

export interface AskedPeople extends PeopleList {
  /** What parts them; null where nothing does. */
  readonly parted: { readonly key: string; readonly groups: readonly ListGroup[] } | null;
}

const vietnamese = createTranslate("vi");
const unposted = "screen-officials:serving.unposted";
const blank = "grid:filter.blank";

interface Resolved {
  readonly columns: readonly string[];
  readonly kinds: readonly PostCategory[];
  /** @throws AppError row-unknown */
  people(roster: OpenRoster): Promise<AskedPeople>;
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
      const lists = new PeopleLists(roster);
      const chosen = <L extends PeopleList>(found: L): L => ({
        ...found,
        people: linesOf(found.people, list.ranges ?? []),
      });
      if (order.group === null) return { ...chosen(await lists.list(filter, order)), parted: null };
      const key = groupKeys[order.group];
      const found = chosen(await lists.listWithColumn(filter, order, key));
      // Who has no post has no unit either; elsewhere the blank is of the value alone.
      const unnamed = filter.serving === "current" || filter.serving === "unposted" ? unposted : blank;
      const groups = listGroups(found, key, vietnamese).map((group) =>
        group.text === "" ? { ...group, text: vietnamese(unnamed) } : group,
      );
      return { ...found, parted: { key, groups } };
    },
  };
}
