/**
 * The open roster in memory: facts, names, catalog and judged snapshots, kept up to date change by change.
 *
 * Grid, table, search and reports all ask here, so that a number and the list behind it are read from one snapshot.
 * Everything in it can be rebuilt from the roster at any time; nothing here is ever the only copy.
 */
import { catalogEntities } from "../../../../shared/domain/entities";
import type { PackedDay } from "../../../../shared/domain/partial-date";
import { officialCategories, type PostCategory, postCategories } from "../../../../shared/domain/values";
import type { Translate } from "../../../../shared/i18n";
import type { Facts } from "../../../../shared/statistics/facts";
import { refreshPerson, type Snapshot, takeSnapshot } from "../../../../shared/statistics/snapshot";
import type { ReadHandle } from "../../file/handle";
import type { Touched } from "../../projection/touched";
import { CatalogFacts } from "./catalog-facts";
import { ColumnStore } from "./column-store";
import { FileMarks } from "./file-marks";
import { DueStore } from "./due-store";
import { GradeStore } from "./grade-store";
import type { NameList } from "./name-list";
import type { PeopleReading } from "./people-reading";
import { personFactsOf, withIndices } from "./person-facts";

/** Snapshots that are kept: of the day on screen, the one before, a report's; of other kinds of post. */
const keptSnapshots = 4;

interface KeptSnapshot {
  readonly snapshot: Snapshot;
  readonly kinds: readonly PostCategory[];
}

export class RosterIndex {
  readonly catalog: CatalogFacts;
  readonly facts: Facts;
  /** Names and name order; they are read after the facts, and fail where they cannot be read. */
  readonly nameList: Promise<NameList>;
  /** Columns of lists, made when a list is sorted or filtered by them. */
  readonly columns: ColumnStore;
  /** How everybody's file stands against the forms; read when it is asked for. */
  readonly files: FileMarks;
  /** What is due, made when somebody asks for it. */
  readonly due: DueStore;
  /** How people are graded, read when somebody asks for a period. */
  readonly grades: GradeStore;
  /** Grows with every change that was taken in. */
  version = 1;
  readonly #db: ReadHandle;
  readonly #snapshots = new Map<string, KeptSnapshot>();
  #names: NameList | null = null;
  /** People who changed before their names were there to be changed. */
  #missed: number[] = [];

  private constructor(db: ReadHandle, catalog: CatalogFacts, facts: Facts, names: Promise<NameList>) {
    this.#db = db;
    this.catalog = catalog;
    this.facts = facts;
    this.columns = new ColumnStore(db, this);
    this.files = new FileMarks(db, this);
    this.due = new DueStore(db, this);
    this.grades = new GradeStore(db, this);
    this.nameList = names.then((list) => {
      list.follow(db, facts, this.#missed);
      this.#missed = [];
      this.#names = list;
      return list;
    });
    // Told to whoever asks for the names; nobody may ever do so.
    this.nameList.catch(() => undefined);
  }

  /**
   * Takes over a reading; ready once the facts are there.
   * @param t words for kinds of unit
   * @param log as `CatalogFacts`
   * @throws AppError when the roster cannot be read
   */
  static async load(
    db: ReadHandle,
    t: Translate,
    reading: PeopleReading,
    log: ReadHandle = db,
  ): Promise<RosterIndex> {
    const catalog = new CatalogFacts(db, t, undefined, log);
    // A unit or post that came meanwhile is known after the change that brought it was taken in.
    return new RosterIndex(db, catalog, withIndices(await reading.facts, catalog), reading.names);
  }

  /**
   * Everybody judged on a day.
   * @param asOf full packed day
   * @param kinds the kinds of post by which people are counted
   */
  snapshot(asOf: PackedDay, kinds: readonly PostCategory[] = officialCategories): Snapshot {
    const key = [asOf, ...postCategories.filter((category) => kinds.includes(category))].join(" ");
    const known = this.#snapshots.get(key);
    if (known !== undefined) {
      this.#snapshots.delete(key);
      this.#snapshots.set(key, known);
      return known.snapshot;
    }
    const snapshot = takeSnapshot(this.facts, this.catalog.context(asOf, kinds));
    this.#snapshots.set(key, { snapshot, kinds });
    const oldest = this.#snapshots.keys().next();
    if (this.#snapshots.size > keptSnapshots && oldest.done !== true) this.#snapshots.delete(oldest.value);
    return snapshot;
  }

  /** Takes in a change that was written to the roster; costs the touched people only, unless the catalog changed. */
  apply(touched: Touched): void {
    this.version++;
    if (catalogEntities.some((entity) => touched.entities.has(entity))) {
      this.catalog.reload(this.#db);
      this.#snapshots.clear();
    }
    const contexts = [...this.#snapshots.values()].map(({ snapshot, kinds }) => ({
      snapshot,
      context: this.catalog.context(snapshot.asOf, kinds),
    }));
    for (const pk of touched.officials) {
      const person = this.#reread(pk);
      if (person < 0) continue;
      for (const { snapshot, context } of contexts) refreshPerson(snapshot, this.facts, context, person);
    }
    this.columns.follow(touched);
    this.files.follow(touched);
    this.due.follow(touched);
    this.grades.follow(touched);
    if (this.#names === null) this.#missed.push(...touched.officials);
    else this.#names.follow(this.#db, this.facts, touched.officials);
  }

  /** @returns the person's index, −1 for somebody who was never here */
  #reread(pk: number): number {
    const read = personFactsOf(this.#db, this.catalog, pk);
    if (read === null) return this.facts.removePerson(pk);
    return this.facts.replacePerson(read.person, read.assignments, read.qualifications);
  }
}
