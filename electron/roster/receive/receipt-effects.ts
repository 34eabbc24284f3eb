/**
 * What a reception does to people and to the catalog, gathered while files are taken in: the counts of each file and of
 * all together, and for each person the rows behind them.
 *
 * All of it is told from what the tables show before and after (shown-rows.ts), and from the list of open conflicts. So
 * each count is that of the result: people in the roster grow by `added` less `removed`, open conflicts by `conflicts`
 * less `settled`, and whoever is counted as changed has a record that shows something else.
 *
 * Somebody whom two files touch counts once in the total, and not at all where the second takes back what the first did.
 * Rows that only the program needs (offices, questions, people kept apart) are taken in without being counted.
 */
import { entityById, type EntityName, fieldDefinition, presenceField } from "../../../shared/domain/entities";
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import { officialOf } from "../../../shared/sync/row-owner";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { historyOfRow } from "../log/op-rows";
import { isNeeded } from "../projection/needed";
import { type ConflictKey, conflictId, conflictKeys } from "../read/conflicts";
import { ownDecidedSince } from "../read/decided";
import { proposalCount } from "../read/proposals";
import { unreadableCount } from "../read/unreadable";
import { Gathered, type RecordCounts, type RecordEffect } from "./gathered-effects";
import { keyOfRow, officialShown, type ShownRow, ShownRows, type ShownValues, shownNow } from "./shown-rows";

export interface EffectCounts extends RecordCounts {
  /** Conflicts that are open after and were not before, and the other way round. */
  readonly conflicts: number;
  readonly settled: number;
}

export interface FileEffect extends EffectCounts {
  /** Ops that were new here. */
  readonly ops: number;
  /** Of these, ops of rows that cannot be shown because something has not come yet. */
  readonly waiting: number;
  /** Of these, ops that wait as proposals: their author has no authority over what they change. */
  readonly proposals: number;
  /** Proposals of our own office about which its ops decide. */
  readonly decided: number;
  /** Values in it that cannot be read here. */
  readonly unreadable: number;
  /** Pieces of documents that were new here. */
  readonly pieces: number;
  /** Documents that became whole. */
  readonly documents: number;
}

export interface TouchedRow {
  readonly entity: EntityName;
  readonly id: string;
  /** Null: it did not stand in its table before. */
  readonly before: ShownValues | null;
  /** Names of fields, or `presenceName`. */
  readonly opened: readonly string[];
  readonly settled: readonly string[];
}

/** A person, or (id null) everything that belongs to nobody. */
export interface TouchedPerson {
  readonly id: string | null;
  /** `same`: only conflicts came or went, and what is shown stays. */
  readonly effect: RecordEffect | "same";
  readonly conflicts: number;
  readonly settled: number;
  readonly rows: readonly TouchedRow[];
}

type Conflicts = ReadonlyMap<string, ConflictKey>;

function openConflicts(db: ReadHandle): Conflicts {
  return new Map(conflictKeys(db).map((key) => [conflictId(key), key]));
}

/** Those of `after` that are not among `before`. */
function beyond(before: Conflicts, after: Conflicts): ConflictKey[] {
  return [...after].flatMap(([id, key]) => (before.has(id) ? [] : [key]));
}

/** Somebody with the conflicts that came and went. */
interface Listed {
  readonly rows: Set<string>;
  readonly opened: ConflictKey[];
  readonly settled: ConflictKey[];
}

export class ReceivedEffects {
  readonly #db: ReadHandle;
  readonly #all = new Gathered();
  readonly #shown: ShownRows;
  readonly #conflictsBefore: Conflicts;
  #file: ShownRows;
  /** Local id of the first op that came with any file. */
  #firstOp: number | null = null;
  #fileConflicts: Conflicts;
  /** By person, "" for what belongs to nobody; null: to be worked out anew. */
  #list: Map<string, Listed> | null = null;

  /** @param db sees what was taken in so far */
  constructor(db: ReadHandle) {
    this.#db = db;
    this.#shown = new ShownRows(db);
    this.#file = new ShownRows(db);
    this.#conflictsBefore = openConflicts(db);
    this.#fileConflicts = this.#conflictsBefore;
  }

  /** A row is about to be brought up to date by the file under way. @param standing its pk where it stands */
  readonly touching = (entity: EntityName, row: Uint8Array, standing: number | undefined): void => {
    this.#file.note(entity, row, standing);
  };

  /** The file under way was left out. */
  forget(): void {
    this.#file = new ShownRows(this.#db);
    this.#fileConflicts = openConflicts(this.#db);
    this.#list = null;
  }

  /**
   * Ends the file under way, whose rows are all up to date.
   * @param firstOp local id of its first op; null where it brought none
   * @param pause called after each row; throws to leave the file out
   */
  async closeFile(
    ops: number,
    firstOp: number | null,
    taken: Pick<FileEffect, "pieces" | "documents">,
    pause: () => Promise<void> = () => Promise.resolve(),
  ): Promise<FileEffect> {
    const file = new Gathered();
    const noted: { key: string; shown: ShownRow; after: ShownValues | null }[] = [];
    for (const [key, shown] of this.#file) {
      const after = shownNow(this.#db, shown.entity, shown.row);
      file.note(key, this.#db, shown, after);
      noted.push({ key, shown, after });
      await pause();
    }
    const conflicts = openConflicts(this.#db);
    const effect = {
      ...file.counts(),
      ...taken,
      ops,
      conflicts: beyond(this.#fileConflicts, conflicts).length,
      settled: beyond(conflicts, this.#fileConflicts).length,
      waiting: firstOp === null ? 0 : waitingSince(this.#db, firstOp),
      ...this.#found(firstOp),
    };
    // Nothing may fail from here on: what is noted in the total stays.
    this.#firstOp ??= firstOp;
    for (const { key, shown, after } of noted)
      this.#all.note(key, this.#db, this.#shown.keep(key, shown), after);
    this.forget();
    return effect;
  }

  total(): EffectCounts & Pick<FileEffect, "waiting" | "proposals" | "decided" | "unreadable"> {
    const conflicts = openConflicts(this.#db);
    return {
      ...this.#all.counts(),
      conflicts: beyond(this.#conflictsBefore, conflicts).length,
      settled: beyond(conflicts, this.#conflictsBefore).length,
      waiting: this.#firstOp === null ? 0 : waitingSince(this.#db, this.#firstOp),
      ...this.#found(this.#firstOp),
    };
  }

  /** What stands otherwise than in tables, of what came from a local id on. */
  #found(firstOp: number | null): Pick<FileEffect, "proposals" | "decided" | "unreadable"> {
    if (firstOp === null) return { proposals: 0, decided: 0, unreadable: 0 };
    return {
      proposals: proposalCount(this.#db, firstOp),
      decided: ownDecidedSince(this.#db, firstOp),
      unreadable: unreadableCount(this.#db, firstOp),
    };
  }

  /** How many entries `touched` has. */
  get size(): number {
    return this.#listed().size;
  }

  /** What belongs to nobody first, then people in the order in which they came. */
  touched(offset: number, limit: number): TouchedPerson[] {
    return [...this.#listed()]
      .slice(offset, offset + limit)
      .map(([person, listed]) => this.#entry(person, listed));
  }

  /** What belongs to nobody is not a person: it changes, or only conflicts about it come and go. */
  #effectOn(person: string): TouchedPerson["effect"] {
    if (person === "") return this.#all.catalog.size > 0 ? "changed" : "same";
    return this.#all.effectOn(person) ?? "same";
  }

  #entry(person: string, { rows, opened, settled }: Listed): TouchedPerson {
    const fieldsOf = (keys: readonly ConflictKey[], entity: EntityName, id: string) =>
      keys.filter((key) => key.rowId === id && key.entity === entity).map(({ field }) => field);
    return {
      id: person === "" ? null : person,
      effect: this.#effectOn(person),
      conflicts: opened.length,
      settled: settled.length,
      rows: [...rows].flatMap((key): TouchedRow | [] => {
        const { entity, row } = rowOfKey(key);
        if (entity === null) return [];
        const id = bytesToUuid(row);
        const shown = this.#shown.of(key);
        return {
          entity,
          id,
          before: shown === undefined ? shownNow(this.#db, entity, row) : shown.before,
          opened: fieldsOf(opened, entity, id),
          settled: fieldsOf(settled, entity, id),
        };
      }),
    };
  }

  #listed(): Map<string, Listed> {
    if (this.#list !== null) return this.#list;
    const list = new Map<string, Listed>();
    const of = (person: string): Listed => {
      const known = list.get(person) ?? { rows: new Set<string>(), opened: [], settled: [] };
      list.set(person, known);
      return known;
    };
    const conflicts = openConflicts(this.#db);
    const opened = beyond(this.#conflictsBefore, conflicts).map((key) => [key, this.#ownerOf(key)] as const);
    const settled = beyond(conflicts, this.#conflictsBefore).map((key) => [key, this.#ownerOf(key)] as const);
    const isOfNobody = [...opened, ...settled].some(([, owner]) => owner === "");
    if (isOfNobody || this.#all.catalog.size > 0) of("");
    for (const key of this.#all.catalog) of("").rows.add(key);
    for (const [person, rows] of this.#all.people) for (const key of rows.keys()) of(person).rows.add(key);
    for (const [key, owner] of opened) {
      of(owner).opened.push(key);
      of(owner).rows.add(keyOfRow(key.entity, uuidToBytes(key.rowId)));
    }
    for (const [key, owner] of settled) {
      of(owner).settled.push(key);
      of(owner).rows.add(keyOfRow(key.entity, uuidToBytes(key.rowId)));
    }
    // One more value came into a conflict that was open before.
    for (const [id, key] of conflicts) {
      if (this.#conflictsBefore.has(id) && this.#hasComing(key))
        of(this.#ownerOf(key)).rows.add(keyOfRow(key.entity, uuidToBytes(key.rowId)));
    }
    this.#list = list;
    return list;
  }

  #hasComing({ entity, rowId, field }: ConflictKey): boolean {
    const id = fieldDefinition(entity, field)?.id ?? presenceField;
    const heads = foldRow(historyOfRow(this.#db, uuidToBytes(rowId))).heads.get(id) ?? [];
    return this.#firstOp !== null && heads.some(({ localId }) => localId >= (this.#firstOp ?? 0));
  }

  /** UUID of the official whose record a conflict lies in; "" for none. */
  #ownerOf({ entity, rowId }: ConflictKey): string {
    const row = uuidToBytes(rowId);
    const shown = shownNow(this.#db, entity, row);
    if (shown !== null) return officialShown(this.#db, { entity, row }, shown) ?? "";
    return officialOf(entity, rowId, foldRow(historyOfRow(this.#db, row))) ?? "";
  }
}

/** The row of a key that `keyOfRow` gave. */
function rowOfKey(key: string): { readonly entity: EntityName | null; readonly row: Uint8Array } {
  const [entity = "", hex = ""] = key.split(" ");
  return { entity: entityById(Number(entity)), row: Buffer.from(hex, "hex") };
}

/** Ops from one on whose rows cannot be shown because their beginning, or what they need, has not come. */
function waitingSince(db: ReadHandle, firstOp: number): number {
  const rows = new Map<string, Buffer>();
  for (const [row] of db.raw<[Buffer]>(sql`SELECT row FROM waiting`)) rows.set(row.toString("latin1"), row);
  for (const [row, field, entity] of db.raw<[Buffer, number, number]>(
    sql`SELECT row, field, entity FROM unresolved WHERE state = 'missing'`,
  )) {
    if (isNeeded(entity, field)) rows.set(row.toString("latin1"), row);
  }
  let waiting = 0;
  for (const row of rows.values()) {
    waiting += db.value<number>(sql`SELECT count(*) FROM op WHERE row = ${row} AND id >= ${firstOp}`) ?? 0;
  }
  return waiting;
}
