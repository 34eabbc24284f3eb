/**
 * The creation that each row goes back to, remembered as long as nothing came that may change it: nearly every question of
 * authority begins with it.
 */
import { type Decisions, namedBy } from "./decisions";
import { isRuling, type JudgeStore, kindOf } from "./judge-store";
import type { Offices } from "./offices";
import { type Founder, founding } from "./rule";
import { type AuthoredOp, isNobody, keyOfOp } from "./types";

/** Founders that are remembered; then they are read again. */
const mostFounders = 50_000;

export class Founders<O extends AuthoredOp> {
  readonly #store: Pick<JudgeStore<O>, "opsOf" | "isBoundTo">;
  readonly #offices: Offices;
  readonly #decisions: Decisions<O>;
  readonly #known = new Map<string, Founder | null>();

  constructor(store: Pick<JudgeStore<O>, "opsOf" | "isBoundTo">, offices: Offices, decisions: Decisions<O>) {
    this.#store = store;
    this.#offices = offices;
    this.#decisions = decisions;
  }

  /** Every op of a row. */
  opsOf(row: string): readonly O[] {
    return this.#store.opsOf(row);
  }

  /** @returns null while no creation by a known office is here, nor one that was accepted */
  of(row: string): Founder | null {
    const known = this.#known.get(row);
    if (known !== undefined) return known;
    const made = this.#store.opsOf(row).filter((op) => op.create && this.isOne(op));
    const ours = row === this.#offices.reader.office ? made.filter((op) => this.#isReaders(op)) : [];
    const tied = made.length > 1 ? made.filter((op) => this.#isTied(op)) : [];
    // Nobody else begins the row of the reader's own office, nor one whose id tells who made it or what it is about.
    const creations = [ours, tied].find((some) => some.length > 0) ?? made;
    const op = founding(creations, this.#offices);
    const founder =
      op === null ? null : { op, keys: [this.#offices.authorOf(op), ...this.#decisions.acceptedBy(op.id)] };
    if (this.#known.size >= mostFounders) this.#known.clear();
    this.#known.set(row, founder);
    return founder;
  }

  /**
   * Whether a row's id follows from a creation: it is bound to its author's key, or is that of the decisions about an op
   * that is here. Of an op that is not here anybody could name a hash that fits the id of a row.
   */
  #isTied(op: O): boolean {
    if (this.#store.isBoundTo(op.row, this.#offices.authorOf(op))) return true;
    return kindOf(op) === "decision" && this.#namedBy(op) !== null;
  }

  /** The op that a decision itself names by its hash and row; null where it is not there. */
  #namedBy(decision: O): O | null {
    const named = namedBy(decision);
    if (named === null) return null;
    return this.#store.opsOf(named.row).find(({ id }) => id === named.id) ?? null;
  }

  /** Whether a row was begun also by an op from which its id does not follow. */
  isBegunOtherwise(row: string): boolean {
    const made = this.#store.opsOf(row).filter(({ create }) => create);
    return made.length > 1 && !made.every((op) => this.#isTied(op));
  }

  #isReaders(op: O): boolean {
    return this.#offices.isReaders(this.#offices.authorOf(op));
  }

  /** Other creations of a row; those of shipped lists are one. */
  others(creation: O): O[] {
    const isOfList = isNobody(keyOfOp(creation));
    return this.#store
      .opsOf(creation.row)
      .filter((one) => one.create && one.id !== creation.id && !(isOfList && isNobody(keyOfOp(one))));
  }

  /** Whether a row may go back to a creation. */
  isOne(creation: O): boolean {
    const key = this.#offices.authorOf(creation);
    if (isNobody(key) || this.#offices.isKnown(key)) return true;
    return [...this.#decisions.acceptedBy(creation.id)].some((one) => this.#offices.isKnown(one));
  }

  /** The op that a decision is about; null while it has not come, `none` where the decision names none properly. */
  decidedBy(decision: O): O | null | "none" {
    const founder = this.of(decision.row);
    const named = namedBy(founder?.op ?? decision);
    if (named === null) return founder === null && !decision.create ? null : "none";
    return this.#store.opsOf(named.row).find(({ id }) => id === named.id) ?? null;
  }

  /** Whether authority itself may rest on a decision: it is about a unit or a credential. */
  isAboutRuling(decision: O): boolean {
    const decided = this.decidedBy(decision);
    if (decided === null || decided === "none") return false;
    return isRuling(decided);
  }

  forget(row: string): void {
    this.#known.delete(row);
  }

  forgetAll(): void {
    this.#known.clear();
  }
}
