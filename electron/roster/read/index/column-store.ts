/**
 * The columns of everybody that were asked for, kept as long as there is room: made once, put right person by person
 * after a change, forgotten from the one that was asked for longest ago.
 *
 * Nothing in here is the only copy of anything.
 */
import { isComputed, type TableColumn } from "../../../../shared/columns/table-column";
import { type RowOrder, sortKeyOf } from "../../../../shared/columns/value-order";
import { catalogEntities } from "../../../../shared/domain/entities";
import type { PackedDay } from "../../../../shared/domain/partial-date";
import { type PostCategory, postCategories } from "../../../../shared/domain/values";
import type { Facts } from "../../../../shared/statistics/facts";
import type { Snapshot } from "../../../../shared/statistics/snapshot";
import { textSortKey } from "../../../../shared/text/sort-key";
import type { ReadHandle } from "../../file/handle";
import type { Touched } from "../../projection/touched";
import type { CatalogFacts } from "./catalog-facts";
import { ColumnIndex } from "./column-index";
import { columnFromFacts, type FactsAsked, postKey, unitKey } from "./columns-from-facts";
import { readColumn, readColumnNow } from "./columns-from-rows";
import type { SortedBy } from "./sort-people";

/** Bytes of columns that are kept; the newest is kept whatever it takes. */
const mostBytes = 48 * 1024 * 1024;

/** On which day, by which kinds of post, columns are read. */
export interface ColumnMoment {
  readonly asOf: PackedDay;
  readonly kinds: readonly PostCategory[];
}

interface Kept {
  readonly made: Promise<ColumnIndex>;
  /** Known once it is made. */
  bytes: number;
  /** Version of the roster for which it was made, of a column that is made anew after each change; else null. */
  readonly version: number | null;
  /** People who changed since; indices. */
  readonly changed: Set<number>;
}

/** What the open roster holds of everybody. */
interface Source {
  readonly facts: Facts;
  readonly catalog: CatalogFacts;
  readonly version: number;
  snapshot(asOf: PackedDay, kinds: readonly PostCategory[]): Snapshot;
}

export class ColumnStore {
  readonly #db: ReadHandle;
  readonly #source: Source;
  readonly #kept = new Map<string, Kept>();
  /** Place of each person among all names; made anew after each change. */
  #byName: { readonly version: number; readonly sorted: Omit<SortedBy, "descending"> } | null = null;

  constructor(db: ReadHandle, source: Source) {
    this.#db = db;
    this.#source = source;
  }

  /**
   * A column of everybody, true to the roster as it stands when this resolves.
   * @throws Error for a column that is only worked out for who is on screen
   */
  async column(column: TableColumn, moment: ColumnMoment, pause: () => Promise<void>): Promise<ColumnIndex> {
    const key = [
      column.key,
      moment.asOf,
      ...postCategories.filter((category) => moment.kinds.includes(category)),
    ].join(" ");
    const before = this.#kept.get(key);
    const isTrue =
      before !== undefined && (before.version === null || before.version === this.#source.version);
    const kept = isTrue ? before : this.#make(column, moment, pause);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    try {
      const index = await kept.made;
      this.#putRight(column, moment, kept, index);
      // Counted once: it goes through every value, and a change adds few.
      if (kept.bytes === 0) kept.bytes = index.bytes;
      this.#forgetOld();
      return index;
    } catch (error) {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
      throw error;
    }
  }

  /** The order of names, in which ties of everything else are settled. @param order people by name */
  byName(order: Int32Array): Omit<SortedBy, "descending"> {
    const { version, facts } = this.#source;
    if (this.#byName?.version !== version) {
      const places = new Int32Array(facts.peopleCount);
      for (let place = 0; place < order.length; place++) places[order[place] ?? 0] = place + 1;
      this.#byName = { version, sorted: { places, size: order.length } };
    }
    return this.#byName.sorted;
  }

  /** Takes in a change; the facts follow it already. */
  follow({ entities, officials }: Touched): void {
    if (catalogEntities.some((entity) => entities.has(entity))) {
      // Names and orders of units and posts may be others.
      this.#kept.clear();
      return;
    }
    for (const [key, kept] of this.#kept) {
      if (kept.version !== null) this.#kept.delete(key);
      else for (const pk of officials) kept.changed.add(this.#source.facts.indexOf(pk));
    }
  }

  #make(column: TableColumn, moment: ColumnMoment, pause: () => Promise<void>): Kept {
    const asked = this.#asked(moment);
    const coded = columnFromFacts(column, asked);
    if (coded !== null) {
      const index = ColumnIndex.of(coded);
      return {
        made: Promise.resolve(index),
        bytes: index.bytes,
        version: this.#source.version,
        changed: new Set(),
      };
    }
    if (isComputed(column)) throw new Error(`Nothing is kept of ${column.key}`);
    const { facts } = this.#source;
    const everybody = Int32Array.from({ length: facts.peopleCount }, (_none, person) => person);
    const orderOf = this.#orderOf();
    const made = ColumnIndex.build(
      facts.peopleCount,
      (value) => sortKeyOf(column, value, orderOf),
      (take) => readColumn(this.#db, column, everybody, asked, pause, take),
    );
    return { made, bytes: 0, version: null, changed: new Set() };
  }

  /** At once, so that whoever asks meanwhile does not take the column for true before it is. */
  #putRight(column: TableColumn, moment: ColumnMoment, { changed }: Kept, index: ColumnIndex): void {
    if (changed.size === 0 || isComputed(column)) return;
    const people = [...changed].filter((person) => person >= 0);
    changed.clear();
    readColumnNow(this.#db, column, people, this.#asked(moment), (person, values) =>
      index.set(person, values),
    );
  }

  #asked({ asOf, kinds }: ColumnMoment): FactsAsked {
    const { facts, catalog } = this.#source;
    return {
      facts,
      catalog,
      snapshot: this.#source.snapshot(asOf, kinds),
      order: catalog.context(asOf, kinds),
    };
  }

  #orderOf(): RowOrder {
    const { catalog } = this.#source;
    const [ofUnit, ofPost] = [unitKey(catalog), postKey(catalog)];
    return (entity, id) => {
      if (entity === "unit") return ofUnit(id);
      if (entity === "post") return ofPost(id);
      const name = catalog.nameOf(entity, id);
      return name === null ? null : textSortKey(name);
    };
  }

  #forgetOld(): void {
    let bytes = [...this.#kept.values()].reduce((sum, kept) => sum + kept.bytes, 0);
    for (const [key, kept] of this.#kept) {
      if (bytes <= mostBytes || this.#kept.size === 1) return;
      bytes -= kept.bytes;
      this.#kept.delete(key);
    }
  }
}
