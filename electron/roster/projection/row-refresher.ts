/**
 * Brings what the tables show of a row up to what the log says of it, with everything that hangs on the row.
 *
 * An own edit, an undo, a reception in any order and a rebuild all end here. Without one way for all of them, the tables
 * would depend on how a change came in and not on what is known.
 *
 * Invariants: a row stands in its table exactly when it was created, is shown or its removal is open (open-removals.ts),
 * has a value that can be read in each field that it cannot do without, and its required references lead to rows that
 * stand; a reference that leads nowhere, or through a joined record, is listed in `unresolved` and looked at
 * again whenever its target changes; `conflict` lists the open fields of shown rows; `waiting` lists rows of which
 * later ops came before the creating one; `unreadable` lists what was written into fields of rows that are not removed
 * and cannot be read.
 */
import {
  type EntityName,
  entities,
  entityById,
  isOwned,
  presenceField,
} from "../../../shared/domain/entities";
import { bytesToUuid, isUuid, toHex, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow, isShown, joinTarget, openFields, type RowState } from "../../../shared/sync/fold";
import { OpenRemovals, ownerOf } from "./open-removals";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { entityOfRow, opsAs } from "../log/one-entity";
import type { StoredOp } from "../log/op-rows";
import { Histories, type Judged } from "./histories";
import { referrersOf } from "./referrers";
import { entitiesOfRow } from "./row-entity";
import { RowCache } from "./row-cache";
import { RowLists } from "./row-lists";
import { fieldColumns, ownerColumn, tableOf } from "./columns";
import { NamedDocuments } from "./named-documents";
import { Projector, type RowValues, tableLookup } from "./projector";
import { UnreadableList } from "./unreadable-list";
import {
  UnresolvedList,
  type UnresolvedReference,
  type UnresolvedState,
  type WaitingRow,
} from "./unresolved-list";

export interface RefresherOptions {
  /** Local id of the last op that counts; all of them when left out. */
  readonly lastOp?: number;
  /** Remembers where rows stand; shared with whoever else writes in the same transaction. */
  readonly cache?: RowCache;
  /** Told of each row that is looked at, before its table is written; with its pk where it stands there. */
  readonly touching?: (entity: EntityName, row: Uint8Array, standing: number | undefined) => void;
  /**
   * All tables are made anew: nobody will ask what was touched, and a row that stands does so under the pk of the op that
   * creates it, by which it is found where there is no index of ids yet.
   */
  readonly anew?: boolean;
  /** Where everything was worked out anew; else what the log says of each op counts. */
  readonly judged?: Judged;
}

/** What is to be looked at once a row was projected. */
interface Around {
  /** Rows that pointed at it, where it left its table. */
  readonly pointing: WaitingRow[];
  /** Removed rows that it needs. */
  readonly needed: WaitingRow[];
}

const nothingAround = (): Around => ({ pointing: [], needed: [] });
/** What was looked at again: entities, and pks of officials whose own rows changed. */
export interface RefreshedRows {
  readonly entities: ReadonlySet<EntityName>;
  readonly officials: ReadonlySet<number>;
}

export class RowRefresher {
  readonly #source: ReadHandle;
  readonly #target: WriteHandle;
  readonly #anew: boolean;
  readonly #histories: Histories;
  readonly #touching: RefresherOptions["touching"];
  readonly #projector: Projector;
  readonly #unresolved: UnresolvedList;
  readonly #documents: NamedDocuments;
  readonly #removals: OpenRemovals;
  readonly #lists: RowLists;
  readonly #unreadable: UnreadableList;
  readonly #entities = new Set<EntityName>();
  readonly #officials = new Set<number>();
  readonly cache: RowCache;
  /** Fields of the row being projected whose references are not simply there. */
  #found: { field: number; target: string; state: UnresolvedState }[] = [];

  /** @param source holds the log; may be the same database as `target`, whose tables are written */
  constructor(source: ReadHandle, target: WriteHandle, options: RefresherOptions = {}) {
    this.#source = source;
    this.#target = target;
    const before = options.lastOp === undefined ? Number.MAX_SAFE_INTEGER : options.lastOp + 1;
    this.#anew = options.anew ?? false;
    this.#histories = new Histories(source, before, options.judged ?? null);
    this.#touching = options.touching;
    this.cache = options.cache ?? new RowCache(tableLookup(target));
    this.#unresolved = new UnresolvedList(target);
    this.#documents = new NamedDocuments(target);
    this.#lists = new RowLists(target);
    this.#removals = new OpenRemovals(
      (row) => this.history(row),
      target,
      this.#unresolved,
      () => this.cache,
    );
    this.#unreadable = new UnreadableList(target);
    this.#projector = new Projector(target, (...named) => this.#reference(...named), !this.#anew);
  }

  get touched(): RefreshedRows {
    return { entities: this.#entities, officials: this.#officials };
  }

  /** The log's ops of a row, as far as they count, and as which it stands. */
  history(row: Uint8Array): StoredOp[] {
    return this.#histories.of(row);
  }

  /** pk of a row, or of the one that it went up in; null when neither stands in its table. */
  pk(entity: EntityName, id: string): number | null {
    return this.#find(entity, id).pk;
  }

  /**
   * Brings a row up to date; one that the log no longer knows leaves its table and all lists.
   * @param ops every op of the row that counts; read from the log when left out
   * @returns what the ops add up to
   */
  refresh(entityId: number, row: Uint8Array, ops?: readonly StoredOp[]): RowState<StoredOp> {
    return this.#histories.during(() => this.#refresh(entityId, row, ops ?? this.history(row)));
  }

  #refresh(entityId: number, row: Uint8Array, ops: readonly StoredOp[]): RowState<StoredOp> {
    const counting = entityOfRow(ops) ?? entityId;
    const mayHaveStoodAs = this.#anew ? [] : new Set([entityId, ...entitiesOfRow(this.#source, row)]);
    for (const other of mayHaveStoodAs) if (other !== counting) this.#leave(other, row);
    return this.#refreshAs(counting, row, opsAs(counting, ops));
  }

  #refreshAs(entityId: number, row: Uint8Array, ops: readonly StoredOp[]): RowState<StoredOp> {
    const state = foldRow(ops);
    const created = ops.find((op) => op.create)?.localId ?? null;
    const entity = entityById(entityId);
    this.#lists.waiting(row, entityId, created === null ? ops.length : 0);
    this.#documents.replace(entityId, row, state.heads);
    this.#unreadable.replace(row, entityId, state);
    if (entity === null) {
      this.#noteConflicts(row, entityId, openFields(state));
      return state;
    }
    const around = nothingAround();
    const result = this.#project(entity, row, created, state, around);
    // Whoever owns rows may take some out of view or bring them back, although it stands where it stood.
    const isSeen = result !== "stands" || referrersOf(entity).length > 0;
    this.#lookAround({ row, entity: entityId }, around, isSeen);
    return state;
  }

  #leave(entityId: number, row: Uint8Array): void {
    const entity = entityById(entityId);
    if (entity === null) return;
    const around = nothingAround();
    this.#project(entity, row, null, foldRow<StoredOp>([]), around);
    this.#refreshAround({ row, entity: entityId }, around);
  }

  /**
   * A new row of one op, whose references were checked: the short way of a bulk load.
   * @param at instant of the op
   */
  insertNew(entity: EntityName, pk: number, row: Uint8Array, values: RowValues, at: number): void {
    const id = bytesToUuid(row);
    this.#touching?.(entity, row, undefined);
    this.#found = [];
    const needed = this.#removals.needs(entity, row, { values }, undefined);
    this.#documents.insert(entities[entity].id, row, pk, values);
    const dangling = this.#projector.insert(entity, pk, row, values, (field) =>
      values.has(field) ? at : null,
    );
    this.#unresolved.replace(row, entities[entity].id, this.#toBeWatched(entity, values, dangling !== null));
    if (dangling !== null) {
      this.#lists.hidden(row, entities[entity].id, true);
      for (const one of needed) this.#again(one);
      return;
    }
    if (referrersOf(entity).length > 0) this.cache.add(entity, id, pk);
    this.#touch(entity, pk);
    this.#refreshAround({ row, entity: entities[entity].id }, nothingAround());
  }

  /**
   * Puts a row into its table, or takes it out.
   * @param created pk of the row; null when nothing created it
   * @param around takes what is to be looked at after it
   * @returns `stands` where rows that name it see what they saw
   */
  #project(
    entity: EntityName,
    row: Uint8Array,
    created: number | null,
    state: RowState<StoredOp>,
    around: Around,
  ): "stands" | "hidden" | "turned" {
    const id = bytesToUuid(row);
    const entityId = entities[entity].id;
    const before = this.#standing(entity, row, created);
    this.#touching?.(entity, row, before);
    if (before !== undefined) this.#touch(entity, before);
    const joined = joinTarget(state);
    around.needed.push(...this.#removals.needs(entity, row, state, before, joined));
    // Of a row that several made, another making counts first now than the one under whose pk it stands.
    const moves = before !== undefined && created !== null && before !== created;
    if (moves) this.#takeOut(entity, id, before, around);
    const standing = moves ? undefined : before;
    const stood = standing !== undefined;
    const isOut = created !== null && state.presence === "removed" && joined === null;
    const isNeeded = isOut && this.#removals.isNeeded(entity, id, state);
    const isOwners = this.#removals.isDecidedWithOwner(entity, state, isNeeded);
    const open = openFields(state, isNeeded).filter((field) => field !== presenceField || !isOwners);
    const isTurned = this.#noteConflicts(row, entityId, open);
    const shown =
      isShown(state) ||
      (joined !== null && this.#removals.isLeastOfCircle(id, joined)) ||
      isNeeded ||
      this.#removals.isWithOpenOwner(entity, state);
    this.#found = [];
    let stands = false;
    if (shown && created !== null) {
      const writtenAt = (field: number) => state.heads.get(field)?.[0]?.at ?? null;
      const dangling = stood
        ? this.#projector.update(entity, standing, row, state.values, writtenAt)
        : this.#projector.insert(entity, created, row, state.values, writtenAt);
      stands = dangling === null;
    }
    const watched = [...this.#toBeWatched(entity, state.values, shown && created !== null && !stands)];
    if (joined !== null) watched.push({ field: presenceField, target: joined, state: "joined" });
    // Whether it stays in view, or its removal is a decision of its own, follows from its owner.
    if (isOut || joined !== null || state.presence === "disputed")
      watched.push(...this.#ownerOf(entity, state.values, watched));
    this.#unresolved.replace(row, entityId, watched);
    this.#lists.hidden(row, entityId, created !== null && !stands);
    if (stands) {
      const pk = standing ?? created ?? 0;
      this.cache.add(entity, id, pk);
      this.#touch(entity, pk);
    } else if (stood) {
      this.#takeOut(entity, id, standing, around);
    }
    // What was removed along with it looks at the decision about it, also where it stands in no table itself.
    if (moves || stands !== stood || isTurned) return "turned";
    return stands ? "stands" : "hidden";
  }

  #takeOut(entity: EntityName, id: string, pk: number, around: Around): void {
    around.pointing.push(...this.#pointingAt(entity, pk));
    this.#projector.remove(entity, pk);
    this.cache.forget(entity, id);
  }

  /** pk of a row that stands in its table. */
  #standing(entity: EntityName, row: Uint8Array, created: number | null): number | undefined {
    const found = this.#anew ? sql`pk = ${created}` : sql`id = ${row}`;
    return this.#target.value<number>(sql`SELECT pk FROM ${sql.name(tableOf(entity))} WHERE ${found}`);
  }

  /** References that the table itself does not tell of: of a row that is left out all. */
  #toBeWatched(entity: EntityName, values: RowValues, isLeftOut: boolean): UnresolvedReference[] {
    if (!isLeftOut) return this.#found;
    const listed = new Set(this.#found.map(({ field }) => field));
    const plain = fieldColumns(entity).flatMap(({ fieldId: field, definition }): UnresolvedReference[] => {
      const target = definition.type === "reference" ? values.get(field) : null;
      const isPlain = typeof target === "string" && isUuid(target) && !listed.has(field);
      return isPlain ? [{ field, target, state: "found" }] : [];
    });
    return [...this.#found, ...plain];
  }

  /** The owner of a row that was removed, in dispute or not, on whose own removal it hangs. */
  #ownerOf(
    entity: EntityName,
    values: RowValues,
    listed: readonly UnresolvedReference[],
  ): UnresolvedReference[] {
    const field = ownerOf(entity)?.field;
    const target = field === undefined ? null : values.get(field);
    if (field === undefined) return [];
    const isListed =
      typeof target !== "string" || !isUuid(target) || listed.some((one) => one.field === field);
    return isListed ? [] : [{ field, target, state: "gone" }];
  }

  #pointingAt(entity: EntityName, pk: number): WaitingRow[] {
    return referrersOf(entity).flatMap((referrer) =>
      this.#target
        .raw<[Buffer]>(
          sql`SELECT id FROM ${sql.name(tableOf(referrer.entity))} WHERE ${sql.name(referrer.column)} = ${pk}`,
        )
        .map(([row]) => ({ entity: entities[referrer.entity].id, row })),
    );
  }

  #projectAgain({ entity: entityId, row }: WaitingRow, around: Around): "stands" | "hidden" | "turned" {
    const entity = entityById(entityId);
    if (entity === null) return "hidden";
    const ops = this.history(row);
    const created = ops.find((op) => op.create)?.localId ?? null;
    return this.#project(entity, row, created, foldRow(ops), around);
  }

  /** Looks again at a row, and goes on from there where it comes or goes itself. */
  #again(one: WaitingRow): void {
    const around = nothingAround();
    const result = this.#projectAgain(one, around);
    this.#lookAround(one, around, result === "turned");
  }

  /** @param isSeen whether those that see the row are to be looked at, beside the removed ones that it needs */
  #lookAround(changed: WaitingRow, around: Around, isSeen: boolean): void {
    if (isSeen) this.#refreshAround(changed, around);
    for (const one of around.needed) this.#again(one);
  }

  /**
   * Looks again at all that see a row which came, went or joined another: first those of the records joined with it that
   * come or go with it, then whatever refers to any of these. Where the log
   * held more of one of them, so that it comes or goes itself, it goes on from there. It ends, because what others must
   * refer to needs no reference itself (held by row-refresher.test.ts), and whether a removed row is needed depends on
   * the log alone.
   * @param around has the rows that pointed at it while it stood
   */
  #refreshAround(changed: WaitingRow, around: Around): void {
    if (this.#unresolved.isEmpty && around.pointing.length === 0) return;
    const together = this.#unresolved.joinedTogether(changed);
    for (const one of this.#removals.turningWith(changed, together)) this.#projectAgain(one, around);
    const naming = [...together.values()].flatMap((one) => this.#unresolved.of(one.row));
    // It may name itself; what went up in it was looked at already.
    const seen = new Set([...together.keys()].filter((key) => key !== toHex(changed.row)));
    for (const one of [...around.pointing, ...naming]) {
      const key = toHex(one.row);
      if (seen.has(key)) continue;
      seen.add(key);
      this.#again(one);
    }
  }

  #reference(entity: EntityName, id: string, field: number): number | null {
    const { pk, state } = this.#find(entity, id);
    if (state !== null) this.#found.push({ field, target: id, state });
    return pk;
  }

  #find(entity: EntityName, id: string): { pk: number | null; state: UnresolvedState | null } {
    const standing = this.cache.pk(entity, id);
    if (standing !== null) return { pk: standing, state: null };
    const seen = new Set<string>([id]);
    for (let at = id; ; ) {
      const state = foldRow(this.history(uuidToBytes(at)));
      if (state.presence === "absent" || isShown(state)) return { pk: null, state: "missing" };
      const next = joinTarget(state);
      if (next === null || seen.has(next)) return { pk: null, state: "removed" };
      const pk = this.cache.pk(entity, next);
      if (pk !== null) return { pk, state: "joined" };
      seen.add(next);
      at = next;
    }
  }

  /** @returns whether a decision on the row being there opened or ended */
  #noteConflicts(row: Uint8Array, entity: number, open: readonly number[]): boolean {
    if (open.length > 0) this.#removals.noteOpen();
    return this.#lists.conflicts(row, entity, open);
  }

  /** The official of a row that stands in its table must be read again. */
  #touch(entity: EntityName, pk: number): void {
    if (this.#anew) return;
    this.#entities.add(entity);
    if (entity === "official") this.#officials.add(pk);
    if (!isOwned(entity)) return;
    const official = this.#target.value<number>(
      sql`SELECT ${sql.name(ownerColumn(entity))} FROM ${sql.name(tableOf(entity))} WHERE pk = ${pk}`,
    );
    if (official !== undefined) this.#officials.add(official);
  }
}
