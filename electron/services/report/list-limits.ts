/**
 * What a list that goes out is limited to, in words: whom it was filtered for, the view that it is of, that only some lines of
 * it were chosen. On screen all that stands beside the list; without it on paper a part is taken for everybody.
 */
import { tableColumnLabel, tableColumnOf, type TableColumn } from "../../../shared/columns/table-column";
import { isOfCounted } from "../../../shared/columns/computed";
import { filterInForce, rangeEndText } from "../../../shared/columns/filter-in-force";
import { columnsText, viewText } from "../../../shared/columns/view-text";
import { officialFilterSchema } from "../../../shared/contract/schemas/officials";
import { type View, type ViewFilter, viewSchema } from "../../../shared/contract/schemas/views";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { createTranslate, type Translate } from "../../../shared/i18n";
import { filterWords } from "../../../shared/i18n/list-words";
import { report as words } from "../../../shared/i18n/vi/report";
import { fill } from "../../../shared/report/fill";
import type { ListLimits } from "../../../shared/report/form";
import { formatNumber } from "../../../shared/text/format";
import type { RosterIndex } from "../../roster/read/index/roster-index";
import type { OpenRoster } from "../open-roster";
import { valueText } from "../value-text";
import { namedViews } from "../views";
import type { ListAsked, ReportQuestion } from "./question";

/** Values that are named of one column; of more it is said how many. */
const mostNamed = 12;

/** Documents are Vietnamese whatever the screen speaks. */
const t = createTranslate("vi");

/**
 * @param roster as it stands, in which views are kept
 * @param index of the day that the list is of
 * @param titled whether the unit of the whole stands in a title
 */
export function listLimits(
  roster: OpenRoster,
  index: RosterIndex,
  question: ReportQuestion,
  titled = true,
): ListLimits {
  const { list, moment, unitId } = question;
  if (list === undefined) return { lines: [], isPart: false };
  const asked = officialFilterSchema.parse({ ...list.filter, moment });
  const filter = { ...asked, unitId: unitId === null ? asked.unitId : titled ? null : unitId };
  const { catalog } = index;
  const said = filterWords(t, filter, {
    unitName: filter.unitId === null ? null : (catalog.unitOfId(filter.unitId)?.fullName ?? null),
    postName: filter.postId === null ? null : (catalog.postOfId(filter.postId)?.name ?? null),
  });
  for (const one of filter.where ?? []) {
    const inForce = filterInForce(one);
    const column = inForce === null ? null : tableColumnOf(inForce.key);
    if (inForce !== null && column !== null) said.push(columnWords(index, t, column, inForce));
  }
  const { counted } = catalog.ruleBook(isoToPacked(moment.on));
  const view = viewOf(roster, list, (key) => isOfCounted(key, counted));
  const isChosen = (list.ranges ?? []).length > 0;
  return {
    isPart: said.length > 0 || isChosen,
    lines: [
      ...(view === null ? [] : [fill(words.limits.view, { name: view })]),
      ...(said.length === 0 ? [] : [fill(words.limits.filter, { words: said.join("; ") })]),
      ...(isChosen ? [words.limits.chosen] : []),
    ],
  };
}

/** "Chức danh: Bí thư, Phó Bí thư" */
function columnWords(index: RosterIndex, t: Translate, column: TableColumn, filter: ViewFilter): string {
  const { values, periods, except, from, to, contains } = filter;
  const told = [
    ...(values ?? []).map((value) =>
      value === "" ? t("grid:filter.blank") : valueText({ index, t }, column, value),
    ),
    ...(periods ?? []).map((period) => periodText(t, period)),
  ];
  const named = told.slice(0, mostNamed).join(", ");
  const more = told.length - mostNamed;
  const list = more > 0 ? fill(words.limits.more, { values: named, text: formatNumber(more) }) : named;
  const parts = [
    ...(told.length === 0 ? [] : [except ? fill(words.limits.except, { values: list }) : list]),
    ...(from === null ? [] : [fill(words.limits.from, { text: rangeEndText(column, from) })]),
    ...(to === null ? [] : [fill(words.limits.to, { text: rangeEndText(column, to) })]),
    ...(contains === null ? [] : [fill(words.limits.contains, { text: contains })]),
  ];
  return fill(words.limits.values, { column: tableColumnLabel(t, column), values: parts.join(", ") });
}

/** As `periodSchema` has it. */
function periodText(t: Translate, period: string): string {
  const [year = "", month] = period.split("-");
  if (year === "") return t("grid:filter.blank");
  if (month === undefined) return fill(words.limits.year, { year });
  if (month === "") return fill(words.limits.noMonth, { year });
  return fill(words.limits.month, { month: String(Number(month)), year });
}

/** The name of the view that a list is just like; null for one that nobody named. */
function viewOf(roster: OpenRoster, list: ListAsked, isShown: (key: string) => boolean): string | null {
  const { columns, filter, order } = list;
  if (columns === undefined || columns.length === 0) return null;
  const shown = (view: View): View => ({ ...view, columns: view.columns.filter(({ key }) => isShown(key)) });
  const now = viewSchema.parse({
    columns: columns.map((key) => ({ key })),
    sorts: order?.sorts ?? [],
    filters: filter?.where ?? [],
    group: order?.group ?? null,
    scope: filter?.serving,
  });
  const like = namedViews(roster).find(({ view }) => {
    const one = shown(view);
    return columnsText(one) !== "" && viewText(one) === viewText(shown(now));
  });
  return like?.name ?? null;
}
