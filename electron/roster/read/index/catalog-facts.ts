/**
 * Units, posts and standard sets as judging and filtering need them: dense indices, area flags as bits, scopes.
 *
 * Indices stay the same while a roster is open, also after the catalog was edited, because the facts of people
 * refer to units and posts by them.
 */
import type { EntityName, FieldValue } from "../../../../shared/domain/entities";
import { isoToPacked, type PackedDay } from "../../../../shared/domain/partial-date";
import {
  type PostCategory,
  postCategories,
  postGroups,
  type UnitType,
} from "../../../../shared/domain/values";
import type { Translate } from "../../../../shared/i18n";
import { ruleBookOf } from "../../../../shared/standards/from-rows";
import { countsAmong } from "../../../../shared/standards/person-view";
import { placeRanks } from "../../../../shared/standards/places";
import { postFacts } from "../../../../shared/standards/read";
import { areaFlagsMask, type RuleBook } from "../../../../shared/standards/rules";
import { openEnd } from "../../../../shared/standards/serving";
import type { Catalog, CountedUnit, PostFacts } from "../../../../shared/standards/types";
import type { CrossSource } from "../../../../shared/statistics/dimensions";
import type { SnapshotContext } from "../../../../shared/statistics/snapshot";
import { isUuid } from "../../../../shared/sync/bytes";
import { foldExact } from "../../../../shared/text/fold";
import { textSortKey } from "../../../../shared/text/sort-key";
import type { ReadHandle } from "../../file/handle";
import { titleOfRow } from "../change-details";
import { type Maker, makersOf } from "../made-by";
import { officeRow } from "../office";
import { allPosts, type PostRow } from "../posts";
import { shownTitle } from "../row-title";
import { allStandardSets, chosenStandards, type StandardSetRows } from "../standards";
import { allUnits, type UnitRow } from "../units";
import { namedRows } from "./named-rows";

export interface Unit extends UnitRow {
  readonly index: number;
  /** With its kind: "Xã Quảng Yên". */
  readonly fullName: string;
  /** Vietnamese order of names, then code. */
  readonly sortKey: string;
  /** Days between which it exists, as full packed days; 0 and `openEnd` where there are none. */
  readonly firstDay: PackedDay;
  readonly lastDay: PackedDay;
  /** Area flag bits. */
  readonly flags: number;
}

export interface Post extends PostRow {
  /** As it is shown: another office's says whose it is, so that nobody takes it for one of ours. */
  readonly name: string;
  readonly plainName: string;
  /** Whose it is; null for one that the program ships. */
  readonly maker: Maker | null;
  readonly index: number;
  readonly groupIndex: number;
}

/** Rules as they would be after some edits. */
export interface RulesDraft {
  readonly sets: Parameters<typeof ruleBookOf>[0];
  /** The standards that would be chosen to count; null: nobody chose. */
  readonly chosen: readonly string[] | null;
  /** Fields of posts that would differ, by id. */
  readonly posts: ReadonlyMap<string, Readonly<Record<string, FieldValue>>>;
}

/** What cross tables ask of the catalog. */
export type CrossCatalog = Pick<CrossSource, "units" | "posts">;

/** A chain of mergers longer than this is a circle. */
const mostMergers = 50;

export class CatalogFacts implements Catalog {
  /** By index; one that was taken back keeps its place, and is found by nothing. */
  units: readonly Unit[] = [];
  /** Those that are there. */
  unitsInView: readonly Unit[] = [];
  /** The same in Vietnamese order of their names. */
  unitsByName: readonly Unit[] = [];
  /** By index; one that was taken back keeps its place, and is found by nothing. */
  posts: readonly Post[] = [];
  /** Those that are there. */
  postsInView: readonly Post[] = [];
  /** Units that the office answers for: its own and everything below it. */
  officeScope: Uint8Array = new Uint8Array(0);
  readonly #unitByPk = new Map<number, number>();
  readonly #unitById = new Map<string, number>();
  readonly #postByPk = new Map<number, number>();
  readonly #postById = new Map<string, number>();
  /** The one unit that names each unit as its predecessor; −1 for none, and for a unit that was split. */
  #successors: Int32Array = new Int32Array(0);
  #sets: readonly StandardSetRows[] = [];
  #chosen: readonly string[] | null = null;
  #ranks = placeRanks([], []);
  readonly #books = new Map<PackedDay, RuleBook>();
  readonly #crossed = new Map<PackedDay, CrossCatalog>();
  readonly #t: Translate;
  readonly #log: ReadHandle;
  /** The tables that are read: of today, or as they were known on a day. */
  #shown: ReadHandle;

  /**
   * @param t words for kinds of unit
   * @param known a catalog of the same roster at another state, whose units and posts keep their indices
   * @param log holds the log; of a roster as it was known on a past day, the roster itself
   */
  constructor(db: ReadHandle, t: Translate, known?: CatalogFacts, log: ReadHandle = db) {
    this.#t = t;
    this.#log = log;
    this.#shown = db;
    if (known !== undefined) this.#takeIndices(known);
    this.reload(db);
  }

  #takeIndices({ units, posts }: CatalogFacts): void {
    this.units = units;
    this.posts = posts;
    for (const { pk, index } of units) this.#unitByPk.set(pk, index);
    for (const { pk, index } of posts) this.#postByPk.set(pk, index);
  }

  /** Reads the catalog again after it was edited; known units and posts keep their indices. */
  reload(db: ReadHandle): void {
    this.#shown = db;
    const units = [...this.units];
    this.#unitById.clear();
    // Few kinds of unit and many units: each kind is put into words once.
    const kinds = new Map<UnitType, string>();
    const kindOf = (type: UnitType) => {
      const word = kinds.get(type) ?? this.#t(`domain:unitType.${type}`);
      kinds.set(type, word);
      return word;
    };
    for (const row of allUnits(db)) {
      const index = this.#unitByPk.get(row.pk) ?? units.length;
      this.#unitByPk.set(row.pk, index);
      this.#unitById.set(row.id, index);
      const fullName = `${kindOf(row.type)} ${row.name}`;
      units[index] = {
        ...row,
        index,
        fullName,
        sortKey: `${textSortKey(row.name)} ${row.code}`,
        firstDay: row.validFrom === null ? 0 : isoToPacked(row.validFrom),
        lastDay: row.validTo === null ? openEnd : isoToPacked(row.validTo),
        flags: areaFlagsMask(setOf(row.areaFlags)),
      };
    }
    this.units = units;
    this.#successors = this.#successorsOf(units);
    this.unitsInView = units.filter(({ id }) => this.#unitById.has(id));
    this.unitsByName = [...this.unitsInView].sort(
      (a, b) => compareText(a.sortKey, b.sortKey) || compareText(a.id, b.id),
    );

    this.posts = this.#postsOf(allPosts(db));
    this.postsInView = this.posts.filter(({ id }) => this.#postById.has(id));

    this.#sets = allStandardSets(db);
    this.#chosen = chosenStandards(db);
    this.#ranks = placeRanks(this.posts, units);
    this.#books.clear();
    this.#crossed.clear();

    const office = officeRow(db);
    const officeUnit = office === null ? null : this.unitOfId(String(office.fields["unit"]));
    this.officeScope = officeUnit === null ? new Uint8Array(units.length) : this.scopeOf(officeUnit);
  }

  #postsOf(rows: readonly PostRow[]): Post[] {
    const posts = [...this.posts];
    this.#postById.clear();
    const makers = makersOf(
      this.#log,
      "post",
      rows.map(({ id }) => id),
    );
    const bearers = new Map<string, number>();
    const nameOf = ({ name }: PostRow) => foldExact(name);
    for (const row of rows) if (!makers.has(row.id)) bearers.set(nameOf(row), 1);
    for (const row of rows)
      if (makers.has(row.id)) bearers.set(nameOf(row), (bearers.get(nameOf(row)) ?? 0) + 1);
    for (const row of rows) {
      const index = this.#postByPk.get(row.pk) ?? posts.length;
      this.#postByPk.set(row.pk, index);
      this.#postById.set(row.id, index);
      const maker = makers.get(row.id) ?? null;
      const isPlain = maker === null || (maker.isOurs && bearers.get(nameOf(row)) === 1);
      const name = isPlain ? row.name : this.#nameWithMaker(row.name, maker);
      const groupIndex = postGroups.indexOf(row.group);
      posts[index] = { ...row, index, name, plainName: row.name, maker, groupIndex };
    }
    return posts;
  }

  #nameWithMaker(name: string, { unit }: Maker): string {
    const of = this.unitOfId(unit)?.fullName ?? this.#t("domain:unknownOffice");
    return this.#t("domain:ofMaker", { name, unit: of });
  }

  /** Whether a row of an office is for use in a unit (UUID): in that office's own, and in those below it. */
  isFor(maker: Maker | null, unit: string | null): boolean {
    if (maker === null || maker.isOurs) return true;
    const [owner, place] = [this.unitOfId(maker.unit), unit === null ? null : this.unitOfId(unit)];
    return owner !== null && place !== null && this.scopeOf(owner)[place.index] === 1;
  }

  #successorsOf(units: readonly Unit[]): Int32Array {
    const successors = new Int32Array(units.length).fill(-1);
    const split = new Uint8Array(units.length);
    for (const { id: formed, index, predecessors } of units) {
      if (!this.#unitById.has(formed)) continue;
      for (const id of setOf(predecessors)) {
        const before = this.#unitById.get(id);
        if (before === undefined || before === index) continue;
        if (successors[before] !== -1) split[before] = 1;
        successors[before] = index;
      }
    }
    return successors.map((successor, index) => (split[index] === 1 ? -1 : successor));
  }

  /** The unit that people of a unit count in on a day, and are judged by. */
  unitOn(id: string, asOf: PackedDay): CountedUnit | null {
    const named = this.unitOfId(id);
    const unit = named === null ? null : this.units[this.countsIn(named.index, asOf)];
    return unit == null ? null : { id: unit.id, areaFlags: unit.flags, start: unit.firstDay };
  }

  /** A post as judging needs it. */
  postOf(id: string): PostFacts | null {
    const post = this.postOfId(id);
    return post === null ? null : postFacts(post.group, post.category, post.order);
  }

  /**
   * The unit in which people of a unit count on a day: itself as long as it exists; after that the unit that was
   * formed from it, so that a file which comes late from a commune that was merged lands in the new commune. Where that
   * goes no further, since a unit was split or the roster does not know what came after it, they stay in the last one.
   * @param asOf full packed day
   */
  countsIn(index: number, asOf: PackedDay): number {
    let at = index;
    for (let steps = 0; steps < mostMergers; steps++) {
      const unit = this.units[at];
      if (unit === undefined || unit.lastDay >= asOf) return at;
      const next = this.units[this.#successors[at] ?? -1];
      if (next === undefined || next.firstDay > asOf) return at;
      at = next.index;
    }
    return at;
  }

  unitOfPk(pk: number): number {
    return this.#unitByPk.get(pk) ?? -1;
  }

  unitOfId(id: string): Unit | null {
    return this.units[this.#unitById.get(id) ?? -1] ?? null;
  }

  postOfPk(pk: number): number {
    return this.#postByPk.get(pk) ?? -1;
  }

  postOfId(id: string): Post | null {
    return this.posts[this.#postById.get(id) ?? -1] ?? null;
  }

  /** What any row is called, in view or not; null for rows without a name, and those of which nothing has come. */
  nameOf(entity: EntityName, id: string): string | null {
    if (!isUuid(id)) return null;
    // As of a day that is over a row is called what it was called then; the log says what it is called today.
    const then = this.#shown === this.#log ? null : shownTitle(this.#shown, entity, id);
    if (then !== null) return then;
    const name = titleOfRow(this.#log, entity, id);
    return name === "" ? null : name;
  }

  /** Units in a scope: 1 at the index of the unit itself and of everything below it. */
  scopeOf(unit: Unit): Uint8Array {
    const scope = new Uint8Array(this.units.length);
    scope[unit.index] = 1;
    // Parents may be listed after their children, so the marks spread until nothing changes (three levels at most).
    for (let changed = true; changed; ) {
      changed = false;
      for (const { index, parentPk } of this.units) {
        if (scope[index] === 1 || parentPk === null || scope[this.unitOfPk(parentPk)] !== 1) continue;
        scope[index] = 1;
        changed = true;
      }
    }
    return scope;
  }

  /** The rules in force on a day; compiled once a day asked for. @param asOf full packed day */
  ruleBook(asOf: PackedDay): RuleBook {
    const known = this.#books.get(asOf);
    if (known !== undefined) return known;
    const book = ruleBookOf(this.#sets, asOf, this.#chosen);
    if (this.#books.size > 16) this.#books.clear();
    this.#books.set(asOf, book);
    return book;
  }

  /** Units and posts as cross tables of a day name them; worked out once a day asked for. @param asOf full packed day */
  crossed(asOf: PackedDay): CrossCatalog {
    const known = this.#crossed.get(asOf);
    if (known !== undefined) return known;
    const unitRank = new Int32Array(this.units.length);
    this.unitsByName.forEach((unit, place) => {
      unitRank[unit.index] = place;
    });
    const isOn = ({ firstDay, lastDay }: Unit) => firstDay <= asOf && asOf <= lastDay;
    const catalog: CrossCatalog = {
      units: {
        // One that does not exist on the day is known by its id, since codes are used again.
        rows: namedRows(
          this.units,
          (unit) => (isOn(unit) ? unit.code : unit.id),
          (unit) => unit.fullName,
        ),
        rank: unitRank,
        within: (index) => this.scopeOf(this.units[index] ?? fail(index)),
      },
      posts: {
        rows: namedRows(
          this.posts,
          (post) => (this.#isKeyOfOther(post) ? "" : post.key),
          (post) => post.name,
        ),
        rank: this.#ranks.postRank,
        group: Int8Array.from(this.posts, (post) => post.groupIndex),
        category: Int8Array.from(this.posts, ({ category }) => postCategories.indexOf(category)),
      },
    };
    if (this.#crossed.size > 16) this.#crossed.clear();
    this.#crossed.set(asOf, catalog);
    return catalog;
  }

  /** Whether an office below or beside us gave its post a key that is taken. */
  #isKeyOfOther({ key, maker }: Post): boolean {
    if (maker === null || maker.isOurs) return false;
    return this.posts.some((one) => one.key === key && (one.maker === null || one.maker.isOurs));
  }

  /**
   * @param kinds the kinds of post that count
   * @param draft rules and posts as they would be, in place of those that are here
   */
  context(asOf: PackedDay, kinds: readonly PostCategory[], draft?: RulesDraft): SnapshotContext {
    const posts = draft === undefined ? this.posts : this.#draftPosts(draft);
    const categoryOf = (key: string) => postCategories.find((category) => category === key) ?? null;
    return {
      book: draft === undefined ? this.ruleBook(asOf) : ruleBookOf(draft.sets, asOf, draft.chosen),
      unitFlags: Uint8Array.from(this.units, (unit) => unit.flags),
      unitStart: Int32Array.from(this.units, (unit) => unit.firstDay),
      countsIn: Int32Array.from(this.units, (unit) => this.countsIn(unit.index, asOf)),
      postGroup: Int8Array.from(posts, (post) => post.groupIndex),
      postCategory: Int8Array.from(posts, ({ category }) => postCategories.indexOf(category)),
      postIds: posts.map(({ id }) => id),
      postCounts: Uint8Array.from(posts, ({ category }) =>
        countsAmong(categoryOf(category), kinds) ? 1 : 0,
      ),
      ...(draft === undefined ? this.#ranks : placeRanks(posts, this.units)),
    };
  }

  /** Posts as a draft has them; one that is not here yet is held by nobody. */
  #draftPosts({ posts }: RulesDraft): readonly Post[] {
    return this.posts.map((post) => {
      const edited = posts.get(post.id);
      if (edited === undefined) return post;
      const facts = { ...post, ...edited } as Post;
      return { ...facts, groupIndex: postGroups.indexOf(facts.group) };
    });
  }
}

function fail(index: number): never {
  throw new RangeError(`No unit ${index}`);
}

function setOf(text: string | null): string[] {
  return (text ?? "").split(" ").filter((key) => key !== "");
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
