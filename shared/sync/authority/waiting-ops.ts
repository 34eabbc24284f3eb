/** Ops that are to be asked again, found by the rows and people on which they rest. */
import { entityById, isOwned, ownerField } from "../../domain/entities";
import { targetOfJoin } from "../fold";
import { namedBy } from "./decisions";
import { idsIn } from "./rule";
import type { AuthoredOp } from "./types";

export class WaitingOps<O extends AuthoredOp> {
  readonly #ops = new Map<string, O>();
  readonly #bySubject = new Map<string, Map<string, O>>();

  get size(): number {
    return this.#ops.size;
  }

  /** @param owners people whose row it is, as far as the op itself does not say */
  add(op: O, owners: readonly string[]): void {
    this.#ops.set(op.id, op);
    for (const subject of subjectsOf(op, owners)) {
      const known = this.#bySubject.get(subject);
      if (known === undefined) this.#bySubject.set(subject, new Map([[op.id, op]]));
      else known.set(op.id, op);
    }
  }

  /** It stays known by its subjects, where a deleted one is passed over. */
  delete(op: O): void {
    this.#ops.delete(op.id);
  }

  has(op: O): boolean {
    return this.#ops.has(op.id);
  }

  all(): O[] {
    return [...this.#ops.values()];
  }

  about(subjects: Iterable<string>): O[] {
    if (this.#ops.size === 0) return [];
    const found = new Map<string, O>();
    for (const subject of subjects) {
      for (const [id, op] of this.#bySubject.get(subject) ?? []) if (this.#ops.has(id)) found.set(id, op);
    }
    return [...found.values()];
  }
}

function subjectsOf(op: AuthoredOp, owners: readonly string[]): string[] {
  const entity = entityById(op.entity);
  const named = entity !== null && isOwned(entity) ? idsIn(op, [ownerField(entity).id]) : [];
  const joined = targetOfJoin(op);
  const decided = namedBy(op)?.row;
  return [
    op.row,
    ...named,
    ...owners,
    ...(joined === null ? [] : [joined]),
    ...(decided === undefined ? [] : [decided]),
  ];
}
