/**
 * What is due for everybody who serves on a day, kept for the day that was asked for last and for those that somebody waits
 * for: read once in slices, put right person by person after a change. Nothing in here is the only copy of anything.
 */
import { textOf } from "../../../../shared/domain/checks/reading";
import { catalogEntities } from "../../../../shared/domain/entities";
import type { PackedDay } from "../../../../shared/domain/partial-date";
import { officialCategories, type PostCategory, postCategories } from "../../../../shared/domain/values";
import { type Due, dueOf } from "../../../../shared/due/due";
import { type SalaryStanding, salaryStanding } from "../../../../shared/due/salary-standing";
import type { DueContext, DuePerson, GraceHeld } from "../../../../shared/due/types";
import type { Facts } from "../../../../shared/statistics/facts";
import type { Snapshot } from "../../../../shared/statistics/snapshot";
import type { ReadHandle } from "../../file/handle";
import type { Touched } from "../../projection/touched";
import { duePeople } from "../due-people";
import { scalesOfGrades } from "../grade-scales";
import type { CatalogFacts } from "./catalog-facts";
import { eachDuePerson } from "./due-reading";
import { DueTable } from "./due-table";
import type { LoadOptions } from "./load-facts";

/** People read one by one before the next pause: few, since each has rows of six entities. */
const slicePeople = 100;

/** What the open roster holds of everybody. */
interface Source {
  readonly facts: Facts;
  readonly catalog: CatalogFacts;
  snapshot(asOf: PackedDay, kinds: readonly PostCategory[]): Snapshot;
}

export interface PersonPay {
  readonly standing: SalaryStanding;
  readonly sex: string | null;
}

interface Kept {
  readonly asOf: PackedDay;
  readonly made: Promise<DueTable>;
  /** People who changed since; indices. */
  readonly changed: Set<number>;
  /** How many wait for it. */
  waiting: number;
  /** The catalog changed since: it says nothing that could be put right. */
  isStale: boolean;
}

export class DueStore {
  readonly #db: ReadHandle;
  readonly #source: Source;
  readonly #kept = new Set<Kept>();
  #last: Kept | null = null;
  /** What everybody's days are worked out with, until the catalog changes. */
  #known: DueContext | null = null;

  constructor(db: ReadHandle, source: Source) {
    this.#db = db;
    this.#source = source;
  }

  /**
   * True to the roster as it stands when this resolves.
   * @param asOf full packed day
   * @param options told of progress where the file is gone through for this question
   */
  async table(asOf: PackedDay, options: LoadOptions): Promise<DueTable> {
    for (;;) {
      const kept = [...this.#kept].find((one) => one.asOf === asOf) ?? this.#make(asOf, options);
      this.#kept.add(kept);
      this.#last = kept;
      kept.waiting++;
      try {
        const table = await kept.made;
        if (kept.isStale) continue;
        const changed = [...kept.changed].filter((person) => person >= 0);
        kept.changed.clear();
        for (let start = 0; start < changed.length; start += slicePeople)
          this.#read(table, changed.slice(start, start + slicePeople), asOf);
        return table;
      } catch (error) {
        this.#kept.delete(kept);
        throw error;
      } finally {
        kept.waiting--;
        this.#forgetOthers();
      }
    }
  }

  #forgetOthers(): void {
    for (const one of this.#kept) if (one !== this.#last && one.waiting === 0) this.#kept.delete(one);
  }

  /** What is due for some people, with why; null for whoever does not serve. @param people indices, a few hundred at most */
  dueOf(people: readonly number[], asOf: PackedDay): (Due | null)[] {
    const context = this.#context(asOf);
    return this.#of(people, asOf).map((one) => (one === null ? null : dueOf(one, context)));
  }

  /** How some people stand in pay; null for whom the texts on it are not about. @param people as of `dueOf` */
  payOf(people: readonly number[], asOf: PackedDay): (PersonPay | null)[] {
    const context = this.#context(asOf);
    return this.#of(people, asOf).map((one) => {
      const standing = one === null ? null : salaryStanding(one, context);
      return one === null || standing === null ? null : { standing, sex: textOf(one.fields, "sex") };
    });
  }

  /** What is read of some people; null for whoever does not serve. */
  #of(people: readonly number[], asOf: PackedDay): (DuePerson | null)[] {
    const { facts } = this.#source;
    const snapshot = this.#source.snapshot(asOf, officialCategories);
    const serving = people.filter((person) => serves(snapshot, person));
    const judged = (place: number) => this.#judged(snapshot, serving[place] ?? -1);
    const read = duePeople(
      this.#db,
      serving.map((person) => facts.people.pk[person] ?? 0),
      judged,
    );
    const found = new Map(serving.map((person, place) => [person, read[place]]));
    return people.map((person) => found.get(person) ?? null);
  }

  /** Takes in a change; the facts follow it already. */
  follow({ entities, officials }: Touched): void {
    if (catalogEntities.some((entity) => entities.has(entity))) {
      // Names and kinds of posts, and what grades are paid by, may be others.
      for (const kept of this.#kept) kept.isStale = true;
      this.#kept.clear();
      this.#known = null;
    }
    for (const pk of officials) {
      const person = this.#source.facts.indexOf(pk);
      for (const { changed } of this.#kept) changed.add(person);
    }
  }

  #make(asOf: PackedDay, options: LoadOptions): Kept {
    return { asOf, made: this.#readAll(asOf, options), changed: new Set(), waiting: 0, isStale: false };
  }

  async #readAll(asOf: PackedDay, options: LoadOptions): Promise<DueTable> {
    const table = new DueTable();
    const { facts, catalog } = this.#source;
    const context = this.#context(asOf);
    const snapshot = this.#source.snapshot(asOf, officialCategories);
    const source = { facts, posts: catalog, serves: (person: number) => serves(snapshot, person) };
    const odd = await eachDuePerson(this.#db, source, options, (person, read) => {
      table.set(person, dueOf({ ...read, ...this.#judged(snapshot, person) }, context));
    });
    for (let start = 0; start < odd.length; start += slicePeople) {
      this.#read(table, odd.slice(start, start + slicePeople), asOf);
      await options.pause();
    }
    return table;
  }

  /** The kind of the post by which somebody is counted, and grace. */
  #judged(snapshot: Snapshot, person: number): Pick<DuePerson, "category" | "grace"> {
    const post = this.#source.catalog.posts[snapshot.columns.post[person] ?? -1];
    return { category: categoryNamed(post?.category), grace: graceOf(snapshot, person) };
  }

  #read(table: DueTable, people: readonly number[], asOf: PackedDay): void {
    const due = this.dueOf(people, asOf);
    people.forEach((person, place) => table.set(person, due[place] ?? null));
  }

  #context(today: PackedDay): DueContext {
    if (this.#known?.today === today) return this.#known;
    const { catalog } = this.#source;
    this.#known = {
      today,
      scaleOf: scalesOfGrades(this.#db, today),
      postOf: (id) => {
        const post = catalog.postOfId(id);
        return post === null ? null : { name: post.name, category: categoryNamed(post.category) };
      },
    };
    return this.#known;
  }
}

function serves({ columns }: Snapshot, person: number): boolean {
  return (columns.unit[person] ?? -1) >= 0;
}

function graceOf({ book, graceUntil, rule }: Snapshot, person: number): GraceHeld[] {
  return book.counted.flatMap((standard) => {
    const until = graceUntil[standard][person] ?? 0;
    const requirement = book.requirements[rule[standard][person] ?? -1];
    return until === 0 ? [] : [{ standard, until, unverified: requirement?.verified === false }];
  });
}

function categoryNamed(key: string | undefined): PostCategory | null {
  return postCategories.find((category) => category === key) ?? null;
}
