/**
 * Lists of people by what was asked for: filtered, searched and in order, kept while somebody scrolls through them. The
 * grid, the people behind a number, a list that goes out and the command line all ask here.
 */
import { isComputed, tableColumnOf } from "../../shared/columns/table-column";
import type { ListOrder, OfficialFilter } from "../../shared/contract/schemas/officials";
import { isoToPacked } from "../../shared/domain/partial-date";
import { cleanValue } from "../../shared/domain/validate/clean";
import { officialCategories } from "../../shared/domain/values";
import type { IndexedColumn } from "../roster/read/index/column-index";
import { columnsNeeded, listOfficials, searchOfficials } from "../roster/read/index/list";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { officialPk, officialsByIdentityPrefix } from "../roster/read/officials";
import { type HeldPerson, withHeld } from "./held-places";
import type { OpenRoster } from "./open-roster";
import { valueText } from "./value-text";

/** Lists that were asked for lately, so that scrolling does not filter and sort again. */
const keptLists = 8;
const mostIdentityMatches = 5_000;

export interface PeopleList {
  readonly roster: OpenRoster;
  readonly index: RosterIndex;
  /** Indices of the facts, in order. */
  readonly people: Int32Array;
}

export class PeopleLists {
  readonly #roster: OpenRoster;
  readonly #lists = new RecentLists();
  /** The same lists before anything was searched in them, so that the next letter only searches. */
  readonly #unsearched = new RecentLists();

  constructor(roster: OpenRoster) {
    this.#roster = roster;
  }

  /**
   * Everybody a filter shows, in order; while searching, names with the marks as typed go first.
   * @throws AppError row-unknown
   */
  async list(filter: OfficialFilter, order: ListOrder): Promise<PeopleList> {
    const roster = await this.#roster.at(filter.moment);
    const index = await roster.index();
    const nameList = await index.nameList;
    const needed = columnsNeeded(filter, order);
    const columns = await columnsOf(roster, index, needed, filter);
    const { search, ...rest } = filter;
    const asked = {
      column: (key: string) => columns.get(key) ?? missing(key),
      textOf: (column: Parameters<typeof valueText>[1], value: string) =>
        valueText({ index, t: roster.surroundings.t }, column, value),
    };
    const { held = [], ...sorted } = order;
    const people = this.#lists.get(JSON.stringify([filter, order]), index, () => {
      const everybody = this.#unsearched.get(JSON.stringify([rest, sorted]), index, () =>
        listOfficials(index, nameList, filter, sorted, asked),
      );
      const numbered = identityMatches(roster, index, search);
      const found =
        numbered === null
          ? searchOfficials(nameList, search, everybody)
          : everybody.filter((person) => numbered.has(person));
      return withHeld(found, heldPeople(roster, index, held));
    });
    return { roster, index, people };
  }

  /** One column of everybody beside a list, both of one state of the roster. @throws AppError row-unknown */
  async listWithColumn(
    filter: OfficialFilter,
    order: ListOrder,
    key: string,
  ): Promise<PeopleList & { readonly column: IndexedColumn }> {
    for (;;) {
      const list = await this.list(filter, order);
      const { version } = list.index;
      const columns = await columnsOf(list.roster, list.index, [key], filter);
      if (list.index.version === version) return { ...list, column: columns.get(key) ?? missing(key) };
    }
  }
}

/** Columns by their keys, all true to one state of the roster. */
async function columnsOf(
  roster: OpenRoster,
  index: RosterIndex,
  keys: readonly string[],
  { moment, kinds }: OfficialFilter,
): Promise<ReadonlyMap<string, IndexedColumn>> {
  const asked = { asOf: isoToPacked(moment.on), kinds: kinds ?? officialCategories };
  for (;;) {
    const { version } = index;
    const found = new Map<string, IndexedColumn>();
    for (const key of keys) {
      const column = tableColumnOf(key);
      const isShown = column === null || (isComputed(column) && column.kind === "number");
      if (!isShown) found.set(key, await index.columns.column(column, asked, roster.surroundings.pause));
    }
    if (index.version === version) return found;
  }
}

function missing(key: string): never {
  throw new RangeError(`The column ${key} was not made`);
}

function heldPeople(
  roster: OpenRoster,
  index: RosterIndex,
  held: NonNullable<ListOrder["held"]>,
): readonly HeldPerson[] {
  const personOf = (id: string) => {
    const pk = officialPk(roster.db, id);
    return pk === null ? -1 : index.facts.indexOf(pk);
  };
  return held.map(({ id, after }) => ({
    person: personOf(id),
    behind: after === null ? null : personOf(after),
  }));
}

function identityMatches(roster: OpenRoster, index: RosterIndex, search: string): ReadonlySet<number> | null {
  const digits = cleanValue("official", "identityNumber", search);
  if (typeof digits !== "string" || !/^\d+$/.test(digits)) return null;
  const pks = officialsByIdentityPrefix(roster.db, digits, mostIdentityMatches);
  return new Set(pks.map((pk) => index.facts.indexOf(pk)));
}

/** Lists by what was asked for; those of an earlier version of the roster, or of one made anew, are made anew. */
class RecentLists {
  readonly #lists = new Map<string, { index: RosterIndex; version: number; people: Int32Array }>();

  get(key: string, index: RosterIndex, make: () => Int32Array): Int32Array {
    const known = this.#lists.get(key);
    const { version } = index;
    const list =
      known?.index === index && known.version === version ? known : { index, version, people: make() };
    this.#lists.delete(key);
    this.#lists.set(key, list);
    const oldest = this.#lists.keys().next();
    if (this.#lists.size > keptLists && oldest.done !== true) this.#lists.delete(oldest.value);
    return list.people;
  }
}
