/**
 * Remembers where rows stand in the tables while many of them are written.
 *
 * A bulk load names the same units and posts hundreds of thousands of times, and a person just before their rows;
 * without this each naming would be a search in an index. It must not outlive its transaction: a rollback or another
 * program could make it wrong.
 */
import type { EntityName } from "../../../shared/domain/entities";

/** Finds the pk of a row by its id; null when there is none. */
export type FindRow = (entity: EntityName, id: string) => number | null;

const most = 100_000;

export class RowCache {
  readonly #find: FindRow;
  readonly #pks = new Map<EntityName, Map<string, number>>();

  /** @param find asked for rows that are not remembered */
  constructor(find: FindRow) {
    this.#find = find;
  }

  #of(entity: EntityName): Map<string, number> {
    let known = this.#pks.get(entity);
    if (known === undefined) {
      known = new Map();
      this.#pks.set(entity, known);
    }
    return known;
  }

  pk(entity: EntityName, id: string): number | null {
    const remembered = this.#of(entity).get(id);
    if (remembered !== undefined) return remembered;
    const found = this.#find(entity, id);
    if (found !== null) this.add(entity, id, found);
    return found;
  }

  add(entity: EntityName, id: string, pk: number): void {
    const known = this.#of(entity);
    if (known.size >= most) known.clear();
    known.set(id, pk);
  }

  /** After a rollback within the transaction. */
  clear(): void {
    this.#pks.clear();
  }

  forget(entity: EntityName, id: string): void {
    this.#of(entity).delete(id);
  }
}
