/**
 * Removed rows that stay in view all the same, because their removal is open to a decision:
 *
 * - a row that others are there and cannot be shown without: somebody went on with them, unseen by whoever removed it;
 * - a row that another one went up in, unseen by whoever removed it: whoever knows removes both (apply-edit.ts);
 * - a row that was removed along with its owner, as long as the owner's removal is open;
 * - one of the records that offices joined in a circle.
 *
 * A row that went with its owner and was gone on with is there by itself; what is to be decided of it is part of the
 * decision about its owner, and no second one.
 *
 * Tables, figures and conflicts all follow from here. Without it a person would be out of the tables while the conflict
 * calls keeping them the shown value, or in the tables without the posts by which they are counted.
 *
 * Invariant: the answers depend on the set of ops only. Who needs whom is asked of the log; tables and lists only tell
 * whom to ask about, and whoever projects a row looks again at the removed ones that it needs (`needs`).
 */
import {
  type EntityName,
  entities,
  entityById,
  entityDefinition,
  fieldDefinition,
  presenceField,
} from "../../../shared/domain/entities";
import { bytesToUuid, isUuid, toHex, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow, isShown, joinTarget, type RowState } from "../../../shared/sync/fold";
import { wentWith } from "../../../shared/sync/removal";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import type { StoredOp } from "../log/op-rows";
import { fieldColumns, tableOf } from "./columns";
import { isNeeded } from "./needed";
import { referrersOf } from "./referrers";
import type { RowCache } from "./row-cache";
import type { UnresolvedList, WaitingRow } from "./unresolved-list";

/** A reference that a row cannot be shown without. */
interface Need {
  readonly field: number;
  readonly column: string;
  readonly target: EntityName;
}

const needsOf: ReadonlyMap<EntityName, readonly Need[]> = new Map(
  (Object.keys(entities) as EntityName[]).map((entity) => [
    entity,
    // What only says something about a row is no reason to keep it.
    entityDefinition(entity).aside === true
      ? []
      : fieldColumns(entity).flatMap(({ fieldId, name, definition }) =>
          definition.type === "reference" && definition.required === true && definition.entity !== undefined
            ? [{ field: fieldId, column: name, target: definition.entity }]
            : [],
        ),
  ]),
);

/** The field that names a row's owner, whoever may own rows; null for rows of nobody. */
export function ownerOf(entity: EntityName): { readonly entity: EntityName; readonly field: number } | null {
  const { owner } = entityDefinition(entity);
  const field = owner === null ? null : fieldDefinition(entity, owner.field);
  return owner === null || field === null ? null : { entity: owner.entity, field: field.id };
}

export class OpenRemovals {
  readonly #history: (row: Uint8Array) => StoredOp[];
  readonly #target: ReadHandle;
  readonly #unresolved: UnresolvedList;
  readonly #cache: () => RowCache;
  /** Most rosters have no conflict: then nothing is asked for the hundred thousands of rows of a bulk load. */
  #nothingOpen: boolean;

  /** @param history the log's ops of a row, as far as they count */
  constructor(
    history: (row: Uint8Array) => StoredOp[],
    target: ReadHandle,
    unresolved: UnresolvedList,
    cache: () => RowCache,
  ) {
    this.#history = history;
    this.#target = target;
    this.#unresolved = unresolved;
    this.#cache = cache;
    this.#nothingOpen = target.value<number>(sql`SELECT 1 FROM conflict LIMIT 1`) === undefined;
  }

  /** A conflict was listed. */
  noteOpen(): void {
    this.#nothingOpen = false;
  }

  /** Two offices joined two records in opposite directions: the one with the least id stays in view. */
  isLeastOfCircle(id: string, first: string): boolean {
    const seen = new Set<string>();
    for (let at = first; at !== id; ) {
      if (at < id || seen.has(at)) return false;
      seen.add(at);
      const next = joinTarget(foldRow(this.#history(uuidToBytes(at))));
      if (next === null) return false;
      at = next;
    }
    return true;
  }

  /**
   * Of the records that went up in a row, those that may come or go with it: they stand, or a circle leaves them in view.
   * The others are out of view and stay so, and a chain of thousands is not looked at again for each link.
   * @param together the row itself, and all that went up in it
   */
  turningWith({ row }: WaitingRow, together: ReadonlyMap<string, WaitingRow>): WaitingRow[] {
    if (together.size < 2) return [];
    const least = this.#leastOfCircle(bytesToUuid(row));
    return [...together].flatMap(([key, one]) => {
      const entity = entityById(one.entity);
      const id = bytesToUuid(one.row);
      if (key === toHex(row) || entity === null) return [];
      return id === least || this.#cache().pk(entity, id) !== null ? [one] : [];
    });
  }

  /** The one that stays in view of the circle of joins in which a record is; null where it is in none. */
  #leastOfCircle(id: string): string | null {
    const seen = new Set<string>();
    let least = id;
    for (let at = id; !seen.has(at); ) {
      seen.add(at);
      const next = joinTarget(foldRow(this.#history(uuidToBytes(at))));
      if (next === null) return null;
      if (next === id) return least;
      if (next < least) least = next;
      at = next;
    }
    return null;
  }

  /** Whether a row that was removed went on for others: rows that need it are there, or another one went up in it. */
  isNeeded(entity: EntityName, id: string, { presence }: RowState<StoredOp>): boolean {
    if (presence !== "removed") return false;
    const row = uuidToBytes(id);
    if (this.#hasTakenIn(row, id)) return true;
    return this.#users(entity, row).some(({ entity: user, row: used }) => {
      const name = entityById(user);
      if (name === null) return false;
      const state = foldRow(this.#history(used));
      return (
        (needsOf.get(name) ?? []).some(
          ({ field, target }) => target === entity && this.#endOf(state.values.get(field)) === id,
        ) &&
        (isShown(state) || this.#isKept(name, used, state))
      );
    });
  }

  /** Whether a row that was removed is needed itself, and brings what it needs into view with it. */
  #isKept(entity: EntityName, row: Uint8Array, state: RowState<StoredOp>): boolean {
    return joinTarget(state) === null && this.isNeeded(entity, bytesToUuid(row), state);
  }

  /** Whether something went up in a row, by way of others too. The list tells whom to ask about: one is enough. */
  #hasTakenIn(row: Uint8Array, id: string): boolean {
    const seen = new Set<string>([toHex(row)]);
    const open = [row];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      for (const joined of this.#unresolved.joinedInto(one)) {
        if (
          joinTarget(foldRow(this.#history(joined.row))) !== null &&
          this.#endOf(bytesToUuid(joined.row)) === id
        )
          return true;
        if (seen.has(toHex(joined.row))) continue;
        seen.add(toHex(joined.row));
        open.push(joined.row);
      }
    }
    return false;
  }

  /** Whether a removed row went with its owner, whose removal is open. */
  isWithOpenOwner(entity: EntityName, state: RowState<StoredOp>): boolean {
    const owner = ownerOf(entity);
    if (state.presence !== "removed" || owner === null) return false;
    const id = this.#endOf(state.values.get(owner.field));
    if (id === null) return false;
    const ops = this.#history(uuidToBytes(id));
    const ofOwner = foldRow(ops);
    if (!wentWith(state, ofOwner)) return false;
    if (ofOwner.presence === "disputed") return true;
    // Nothing is open about an owner of whom only the removal came so far.
    return ops.some((op) => op.create) && this.isNeeded(owner.entity, id, ofOwner);
  }

  /** Whether what is open about a row being there is decided along with its owner, with which it was removed. */
  isDecidedWithOwner(entity: EntityName, state: RowState<StoredOp>, isNeeded: boolean): boolean {
    const owner = ownerOf(entity);
    if ((state.presence !== "disputed" && !isNeeded) || owner === null) return false;
    const id = this.#endOf(state.values.get(owner.field));
    if (id === null) return false;
    const ops = this.#history(uuidToBytes(id));
    const ofOwner = foldRow(ops);
    if (!wentWith(state, ofOwner)) return false;
    // The row is there and cannot be without its owner, so a removal of that one is open.
    return ofOwner.presence === "disputed" || ops.some((op) => op.create);
  }

  /**
   * The rows that a row needs or went up in and that were removed, by what the log says and by what it is listed with: each
   * may come or go with it.
   * @param state what the row's ops add up to
   * @param standing its pk, where it stands
   * @param joined the row that it went up in
   */
  needs(
    entity: EntityName,
    row: Uint8Array,
    state: Pick<RowState, "values">,
    standing: number | undefined,
    joined: string | null = null,
  ): WaitingRow[] {
    const needs = needsOf.get(entity) ?? [];
    const found = new Map<string, WaitingRow>();
    const note = (target: EntityName, named: unknown) => {
      const id = this.#endOf(named);
      if (id === null) return;
      const bytes = uuidToBytes(id);
      if (foldRow(this.#history(bytes)).presence === "removed")
        found.set(id, { entity: entities[target].id, row: bytes });
    };
    for (const { field, target, column } of needs) {
      const value = state.values.get(field);
      // Most references lead to a row that is simply there and was never removed: nothing is asked of the log for them.
      if (!this.#standsPlainly(target, value)) note(target, value);
      if (standing !== undefined) note(target, this.#openTarget(entity, column, target, standing));
    }
    // It went up in another one, or no longer does.
    note(entity, joined);
    for (const { field, target: id } of this.#unresolved.namedBy(row)) {
      const target = field === presenceField ? entity : needs.find((one) => one.field === field)?.target;
      if (target !== undefined) note(target, bytesToUuid(id));
    }
    return [...found.values()];
  }

  /** Whether a reference leads to a row that stands and about whose removal nothing is open. */
  #standsPlainly(target: EntityName, value: unknown): boolean {
    if (typeof value !== "string" || !isUuid(value)) return true;
    return this.#cache().pk(target, value) !== null && !this.#isOpen(uuidToBytes(value));
  }

  /** The row that a standing row points at, where its removal is open. */
  #openTarget(entity: EntityName, column: string, target: EntityName, standing: number): string | null {
    if (this.#nothingOpen) return null;
    const id = this.#target.value<Buffer>(sql`
      SELECT target.id FROM ${sql.name(tableOf(entity))} AS named
      JOIN ${sql.name(tableOf(target))} AS target ON target.pk = named.${sql.name(column)}
      WHERE named.pk = ${standing}`);
    return id !== undefined && this.#isOpen(id) ? bytesToUuid(id) : null;
  }

  #isOpen(row: Uint8Array): boolean {
    if (this.#nothingOpen) return false;
    return (
      this.#target.value<number>(sql`SELECT 1 FROM conflict WHERE row = ${row} AND field = 0`) !== undefined
    );
  }

  /** Rows that may need one: those listed for it or for what went up in it, and those that point at it in the tables. */
  #users(entity: EntityName, row: Uint8Array): WaitingRow[] {
    const users = new Map<string, WaitingRow>();
    for (const one of this.#unresolved.joinedTogether({ row, entity: entities[entity].id }).values()) {
      for (const user of this.#unresolved.needing(one.row, isNeeded)) users.set(toHex(user.row), user);
    }
    const standing = this.#cache().pk(entity, bytesToUuid(row));
    if (standing === null) return [...users.values()];
    for (const referrer of referrersOf(entity)) {
      if (!(needsOf.get(referrer.entity) ?? []).some(({ column }) => column === referrer.column)) continue;
      const pointing = this.#target.raw<[Buffer]>(
        sql`SELECT id FROM ${sql.name(tableOf(referrer.entity))} WHERE ${sql.name(referrer.column)} = ${standing}`,
      );
      for (const [user] of pointing)
        users.set(toHex(user), { entity: entities[referrer.entity].id, row: user });
    }
    return [...users.values()];
  }

  /** Where a reference ends by way of joined records, there or removed; null where it ends nowhere, or in a circle. */
  #endOf(named: unknown): string | null {
    if (typeof named !== "string" || !isUuid(named)) return null;
    const seen = new Set<string>();
    for (let at = named; !seen.has(at); ) {
      seen.add(at);
      const state = foldRow(this.#history(uuidToBytes(at)));
      if (state.presence === "absent") return null;
      const next = joinTarget(state);
      if (next === null) return at;
      at = next;
    }
    return null;
  }
}
