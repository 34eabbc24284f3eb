/**
 * The creation that each row goes back to, remembered as long as nothing came that may change it: nearly every question of
 * authority begins with it.
 */
import { type Decisions, namedBy } from "./decisions";
import { isRuling, type JudgeStore } from "./judge-store";
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
    const bound =
      made.length > 1 ? made.filter((op) => this.#store.isBoundTo(row, this.#offices.authorOf(op))) : [];
    // Nobody else begins the row of the reader's own office, nor one whose id tells who made it.
    const creations = [ours, bound].find((some) => some.length > 0) ?? made;
    const op = founding(creations, this.#offices);
    const founder =
      op === null ? null : { op, keys: [this.#offices.authorOf(op), ...this.#decisions.acceptedBy(op.id)] };
    if (this.#known.size >= mostFounders) this.#known.clear();
    this.#known.set(row, founder);
    return founder;
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
