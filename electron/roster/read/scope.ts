/**
 * What an office that is not above ours may know: its own people, and what is no personal data.
 *
 * - All ops of units, posts and standards, and of our office, the offices of its units and of those above; questions put
 *   to it or about its people.
 * - A person who serves in its units, or whose last post was there: the whole record.
 * - A person who once served there and now serves elsewhere: the record as it was when they left (scope-left.ts), and the
 *   posts that were begun by then, which decide where they counted.
 * - A person whom the office entered and who serves nowhere: the whole record.
 * - Whatever the office wrote itself. And of rows that it wrote, was sent or holds (once-known.ts), what became of them
 *   (told-for-good.ts); of questions and pairs kept apart that it knew, everything.
 * - Whose keys are whose, as offices above it said; and what was decided about ops that it is told of.
 * A unit counts with everything below it and with the units that it was formed from.
 */
import {
  entityDefinition,
  type EntityName,
  entityNames,
  isOfPerson,
  ownedEntities,
  ownerField,
} from "../../../shared/domain/entities";
import { isUuid, toHex, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { historyOfRow } from "../log/op-rows";
import { sql } from "../file/sql";
import { type OnceKnownRow, onceKnownRows } from "./once-known";
import { decisionsAbout, introductionsFor } from "./scope-authority";
import { leftAfter } from "./scope-left";
import {
  type HiddenRow,
  hiddenRows,
  isBegunBy,
  isTheirs,
  Joins,
  lastDayThere,
  type Served,
  servedThere,
  withoutPost,
} from "./scope-people";
import {
  allRowsOf,
  assignmentRows,
  countedFrom,
  keptApartRows,
  questionRows,
  rowsOfPerson,
} from "./scope-rows";
import { officesAround } from "./scope-units";
import { decidingOps, isCountedRow } from "./told-for-good";

export { unitsInScope } from "./scope-units";

/**
 * Local ids of the ops that an office may know.
 * @param units UUIDs, see `unitsInScope`
 * @param signKeys the office's Ed25519 keys, those of its past too: what it wrote with a lost key is its own
 * @param today full packed day
 */
export function opsInScope(
  db: ReadHandle,
  units: ReadonlySet<string>,
  signKeys: readonly Uint8Array[],
  today: number,
): { ops: Set<number>; people: number } {
  const gathered = new Gathered(db, units, signKeys, today);
  return { ops: gathered.ops, people: gathered.people };
}

class Gathered {
  readonly ops = new Set<number>();
  /** Officials whose whole record may be known. */
  readonly #full = new Set<string>();
  /** Rows of people of which only a part is told, by hex id. */
  readonly #partly = new Map<string, { readonly row: Uint8Array; readonly entity: EntityName }>();
  readonly #db: ReadHandle;
  readonly #units: ReadonlySet<string>;
  readonly #today: number;
  readonly #hidden: readonly HiddenRow[];
  readonly #joins: Joins;

  constructor(db: ReadHandle, units: ReadonlySet<string>, signKeys: readonly Uint8Array[], today: number) {
    this.#db = db;
    this.#units = units;
    this.#today = today;
    this.#hidden = hiddenRows(db);
    this.#joins = new Joins(db);
    this.#addPeople(signKeys);
    this.#addLists();
    this.#addOwn(signKeys);
    for (const one of onceKnownRows(db, signKeys)) this.#addOnceKnown(one);
    for (const { row, entity } of this.#partly.values())
      for (const op of decidingOps(db, row, entity, (id) => this.ops.has(id))) this.ops.add(op);
    this.#addRows(questionRows(db, signKeys, (official) => this.#full.has(this.#joins.standsAs(official))));
    this.#addRows(keptApartRows(db, this.#hidden, (official) => this.#knows(official)));
    this.#addRows(introductionsFor(db, units));
    this.#addRows(decisionsAbout(db, this.ops));
  }

  get people(): number {
    return this.#full.size;
  }

  /** @param until only ops with a lamport stamp up to it */
  #addRows(rows: Iterable<Uint8Array>, until = Number.MAX_SAFE_INTEGER): void {
    for (const row of rows) for (const id of this.#opsOf(row, until)) this.ops.add(id);
  }

  #opsOf(row: Uint8Array, until: number): number[] {
    return this.#db
      .raw<[number]>(sql`SELECT id FROM op WHERE row = ${row} AND lamport <= ${until}`)
      .map(([id]) => id);
  }

  /** Everybody who serves or served in the units, and whom the office entered without a post. */
  #addPeople(signKeys: readonly Uint8Array[]): void {
    const served = servedThere(this.#db, this.#units, this.#hidden, this.#joins);
    for (const [official, posts] of served) if (isTheirs(posts, this.#today)) this.#full.add(official);
    for (const official of withoutPost(this.#db, signKeys, this.#hidden)) this.#full.add(official);
    for (const official of this.#full) {
      const group = this.#joins.group(official);
      this.#addRows(group.map(uuidToBytes));
      for (const entity of ownedEntities)
        this.#addRows(rowsOfPerson(this.#db, entity, official, group, this.#hidden));
    }
    for (const [official, posts] of served) if (!this.#full.has(official)) this.#addLeft(official, posts);
    this.#addRows(assignmentRows(this.#db, this.#units, this.#hidden));
  }

  /** Somebody who went elsewhere: what was theirs when they left, and what decides their figures of the time before. */
  #addLeft(official: string, posts: readonly Served[]): void {
    const db = this.#db;
    const group = this.#joins.group(official);
    const until = leftAfter(
      db,
      { group, assignments: posts.map(({ row }) => row) },
      this.#units,
      this.#today,
    );
    const lastDay = lastDayThere(posts);
    for (const id of group) {
      const row = uuidToBytes(id);
      for (const [op] of db.raw<[number]>(sql`SELECT id FROM op WHERE row = ${row} AND created = 1`))
        this.ops.add(op);
      this.#addRows([row], until.get(id));
      this.#noteOf(row, "official");
    }
    for (const post of posts) if (!post.removed && isBegunBy(post, lastDay)) this.#addRows([post.row]);
    for (const entity of ownedEntities) {
      for (const row of rowsOfPerson(db, entity, official, group, this.#hidden)) {
        const owner = foldRow(historyOfRow(db, row)).values.get(ownerField(entity).id);
        const last = until.get(String(owner)) ?? 0;
        const fromThen = this.#opsOf(row, last);
        for (const op of fromThen) this.ops.add(op);
        if (fromThen.length > 0) this.#noteOf(row, entity);
        // Their time there was only entered when they had gone: then the dates of the papers decide.
        else if (last === 0 && isCountedRow(entity) && countedFrom(db, row, entity) <= lastDay)
          this.#addRows([row]);
      }
    }
  }

  #noteOf(row: Uint8Array, entity: EntityName): void {
    this.#partly.set(toHex(row), { row, entity });
  }

  /** What is no personal data. */
  #addLists(): void {
    for (const entity of entityNames) {
      const { scope } = entityDefinition(entity);
      if (scope === "everybody") this.#addRows(allRowsOf(this.#db, entity, this.#hidden));
      if (scope === "around") this.#addRows(officesAround(this.#db, this.#units));
    }
  }

  #addOwn(signKeys: readonly Uint8Array[]): void {
    for (const signKey of signKeys) {
      for (const [id] of this.#db.raw<[number]>(
        sql`
        SELECT op.id FROM writer CROSS JOIN op ON op.writer = writer.id
        WHERE substr(writer.identity, 1, 32) = ${signKey}`,
      )) {
        this.ops.add(id);
      }
    }
  }

  #addOnceKnown({ row, entity, wrote }: OnceKnownRow): void {
    const { scope } = entityDefinition(entity);
    if (scope === "asked" || scope === "both" || (scope === "around" && wrote)) this.#addRows([row]);
    else if (isOfPerson(entity) && !this.#holdsAll(row)) this.#noteOf(row, entity);
  }

  #holdsAll(row: Uint8Array): boolean {
    return this.#db
      .raw<[number]>(sql`SELECT id FROM op WHERE row = ${row}`)
      .every(([id]) => this.ops.has(id));
  }

  /** Whether the office is told that there is such a record. */
  #knows(official: string): boolean {
    if (!isUuid(official)) return false;
    return this.#db
      .raw<[number]>(sql`SELECT id FROM op WHERE row = ${uuidToBytes(official)} AND created = 1`)
      .some(([id]) => this.ops.has(id));
  }
}
