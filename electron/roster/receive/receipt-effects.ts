/**
 * What a reception does to people and to the catalog, gathered while files are taken in: the counts of each file and of
 * all together, and for each person the rows behind them.
 *
 * Somebody whom two files touch counts once in the total, and not at all where the second takes back what the first did. Rows that only the program needs (offices, questions, people
 * kept apart) are taken in without being counted.
 */
import { entityDefinition, type EntityName } from "../../../shared/domain/entities";
import type { RowState } from "../../../shared/sync/fold";
import { personEffect, type RowEffect } from "../../../shared/sync/row-effect";
import { officialOf } from "../../../shared/sync/row-owner";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { isNeeded } from "../projection/needed";

export interface EffectCounts {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly removed: number;
  readonly conflicts: number;
}

export interface FileEffect extends EffectCounts {
  /** Ops that were new here. */
  readonly ops: number;
  /** Of these, ops of rows that cannot be shown because something has not come yet. */
  readonly waiting: number;
  /** Pieces of documents that were new here. */
  readonly pieces: number;
  /** Documents that became whole. */
  readonly documents: number;
}

export interface TouchedRow {
  readonly entity: EntityName;
  readonly id: string;
}

/** A person, or (id null) everything that belongs to nobody. */
export interface TouchedPerson {
  readonly id: string | null;
  readonly effect: RowEffect;
  readonly conflicts: number;
  readonly rows: readonly TouchedRow[];
}

export interface RowOutcome {
  readonly effect: RowEffect | null;
  /** How many more conflicts are open than before. */
  readonly conflicts: number;
  readonly after: RowState;
}

interface RowTotal {
  readonly entity: EntityName;
  readonly effect: RowEffect | null;
  readonly conflicts: number;
}

type Rows = Map<string, RowTotal>;

/** What rows came to, by person; each row once, however many files touched it. */
class Gathered {
  readonly people = new Map<string, Rows>();
  readonly catalog: Rows = new Map();
  /** Of rows that belong to nobody and are not listed. */
  readonly quiet = new Map<string, number>();

  note(entity: EntityName | null, id: string, { effect, conflicts, after }: RowOutcome): void {
    const person = entity === null ? null : officialOf(entity, id, after);
    if (entity === null || (person === null && entityDefinition(entity).counted !== "catalog")) {
      this.quiet.set(id, conflicts);
      return;
    }
    const rows = person === null ? this.catalog : (this.people.get(person) ?? new Map<string, RowTotal>());
    if (effect === null && conflicts === 0) rows.delete(id);
    else rows.set(id, { entity, effect, conflicts });
    if (person === null) return;
    if (rows.size > 0) this.people.set(person, rows);
    else this.people.delete(person);
  }

  counts(): EffectCounts {
    const sum = { added: 0, changed: 0, ended: 0, removed: 0, conflicts: 0 };
    for (const open of this.quiet.values()) sum.conflicts += open;
    for (const { effect, conflicts } of this.catalog.values()) {
      sum.conflicts += conflicts;
      if (effect !== null) sum[effect]++;
    }
    for (const rows of this.people.values()) {
      for (const { conflicts } of rows.values()) sum.conflicts += conflicts;
      const effect = effectOn(rows);
      if (effect !== null) sum[effect]++;
    }
    return sum;
  }

  /** People on whom there is an effect, in the order in which they came. */
  *listed(): Generator<TouchedPerson> {
    const catalog = [...this.catalog].filter(([, { effect }]) => effect !== null);
    if (catalog.length > 0) yield { id: null, effect: "changed", conflicts: 0, rows: rowsOf(catalog) };
    for (const [id, rows] of this.people) {
      const effect = effectOn(rows);
      if (effect === null) continue;
      const conflicts = [...rows.values()].reduce((sum, row) => sum + row.conflicts, 0);
      yield { id, effect, conflicts, rows: rowsOf(rows) };
    }
  }
}

function rowsOf(rows: Iterable<readonly [string, RowTotal]>): TouchedRow[] {
  return [...rows].map(([id, { entity }]) => ({ entity, id }));
}

/** What rows do to the person that they belong to; a conflict alone is a change. */
function effectOn(rows: Rows): RowEffect | null {
  let effect: RowEffect | null = null;
  for (const row of rows.values()) {
    const one = row.effect ?? (row.conflicts > 0 ? "changed" : null);
    if (one !== null) effect = personEffect(effect, row.entity, one);
  }
  return effect;
}

export class ReceivedEffects {
  readonly #db: ReadHandle;
  readonly #all = new Gathered();
  #file = new Gathered();
  /** What the file under way comes to beside those before it; forgotten with the file. */
  #pending: (() => void)[] = [];

  constructor(db: ReadHandle) {
    this.#db = db;
  }

  /**
   * One row of the file under way.
   * @param entity null for one of a newer program
   * @param inFile compared with the moment before the file
   * @param inAll compared with the moment before the first file of the session
   */
  add(entity: EntityName | null, id: string, inFile: RowOutcome, inAll: RowOutcome): void {
    this.#file.note(entity, id, inFile);
    this.#pending.push(() => this.#all.note(entity, id, inAll));
  }

  /** The file under way was left out. */
  forget(): void {
    this.#file = new Gathered();
    this.#pending = [];
  }

  /**
   * Ends the file under way.
   * @param ops how many were new
   * @param rows hex ids of the rows that they belong to
   */
  closeFile(
    ops: number,
    rows: Iterable<string>,
    taken: Pick<FileEffect, "pieces" | "documents">,
  ): FileEffect {
    const effect = { ...this.#file.counts(), ...taken, ops, waiting: this.#waitingOf(rows) };
    for (const keep of this.#pending) keep();
    this.forget();
    return effect;
  }

  total(): EffectCounts {
    return this.#all.counts();
  }

  /** How many entries `touched` has. */
  get size(): number {
    let size = 0;
    for (const _ of this.#all.listed()) size++;
    return size;
  }

  /** What belongs to nobody first, then people in the order in which they came. */
  touched(offset: number, limit: number): TouchedPerson[] {
    const page: TouchedPerson[] = [];
    let place = 0;
    for (const person of this.#all.listed()) {
      if (page.length >= limit) break;
      if (place++ >= offset) page.push(person);
    }
    return page;
  }

  #waitingOf(rows: Iterable<string>): number {
    const isAny =
      this.#db.value<number>(
        sql`
          SELECT EXISTS (SELECT 1 FROM waiting) OR EXISTS (SELECT 1 FROM unresolved WHERE state = 'missing')`,
      ) === 1;
    if (!isAny) return 0;
    let waiting = 0;
    for (const hex of rows) {
      const row = Buffer.from(hex, "hex");
      const ops = this.#db.value<number>(sql`SELECT ops FROM waiting WHERE row = ${row}`);
      if (ops !== undefined) waiting += ops;
      else if (this.#lacksNeeded(row)) waiting++;
    }
    return waiting;
  }

  #lacksNeeded(row: Uint8Array): boolean {
    const missing = this.#db.all<{ field: number; entity: number }>(
      sql`SELECT field, entity FROM unresolved WHERE row = ${row} AND state = 'missing'`,
    );
    return missing.some(({ field, entity }) => isNeeded(entity, field));
  }
}
