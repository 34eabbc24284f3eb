/** A store of which nothing is changed: how everything would stand under another assumption. */
import { type Standing, standing } from "../../domain/authority";
import type { JudgeStore } from "./judge-store";
import type { LastCounted } from "./revoked";
import type { AuthoredOp } from "./types";

export class StandsBefore<O extends AuthoredOp> implements JudgeStore<O> {
  readonly #store: JudgeStore<O>;
  readonly #standings = new Map<string, Standing>();

  constructor(store: JudgeStore<O>) {
    this.#store = store;
  }

  opsOf(row: string): readonly O[] {
    return this.#store.opsOf(row);
  }

  isBoundTo(row: string, key: string): boolean {
    return this.#store.isBoundTo(row, key);
  }

  open(): Iterable<O> {
    return [];
  }

  keepOpen(): void {}

  ruling(): Iterable<O> {
    return this.#store.ruling();
  }

  placeOf(last: LastCounted) {
    return this.#store.placeOf(last);
  }

  waiting(): Iterable<O> {
    return [];
  }

  standingOf(op: O): Standing {
    return this.#standings.get(op.id) ?? standing.waits;
  }

  setStanding(op: O, to: Standing): void {
    this.#standings.set(op.id, to);
  }

  homesOf(official: string): Iterable<string> {
    return this.#store.homesOf(official);
  }

  addHome(): boolean {
    return false;
  }
}
