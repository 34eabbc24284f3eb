/**
 * The creation that each row goes back to, remembered as long as nothing came that may change it: nearly every question of
 * authority begins with it.
 */
import { type Decisions, namedBy } from "./decisions";
import { isRuling, type JudgeStore, kindOf } from "./judge-store";
import type { Offices } from "./offices";
import { revokedAuthor } from "./offices";
import type { Founder } from "./rule";
import { type AuthoredOp, earlierOp, isNobody, keyOfOp } from "./types";

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

  /** @returns null while no creation is here, or a single one by nobody who is known and that nobody accepted */
  of(row: string): Founder | null {
    const known = this.#known.get(row);
    if (known !== undefined) return known;
    const made = this.#store.opsOf(row).filter((op) => op.create);
    const op = made.length > 1 ? this.#first(row, made) : (made.find((one) => this.isOne(one)) ?? null);
    const founder =
      op === null ? null : { op, keys: [this.#offices.authorOf(op), ...this.#decisions.acceptedBy(op.id)] };
    if (this.#known.size >= mostFounders) this.#known.clear();
    this.#known.set(row, founder);
    return founder;
  }

  /**
   * Which of several creations a row goes back to: told by ids, keys and the order that all share alone. By who is known,
   * or stands above whom, the choice would turn while that is found out, and with it what was found by the choice before.
   */
  #first(row: string, made: readonly O[]): O | null {
    const own = this.#offices.reader.keys;
    const choices = [
      // Nobody else begins the row of the reader's own office, nor one whose id tells who made it or what it is about.
      row === this.#offices.reader.office ? made.filter((op) => own.includes(keyOfOp(op))) : [],
      made.filter((op) => this.#isTied(op)),
      made.filter((op) => isNobody(keyOfOp(op))),
      made.filter((op) => this.#offices.authorOf(op) !== revokedAuthor),
    ];
    const creations = choices.find((some) => some.length > 0) ?? made;
    return [...creations].sort(earlierOp)[0] ?? null;
  }

  /**
   * Whether a row's id follows from a creation: it is bound to its author's key, or is that of the decisions about an op
   * that is here. Of an op that is not here anybody could name a hash that fits the id of a row.
   */
  #isTied(op: O): boolean {
    return this.#store.isBoundTo(op.row, this.#offices.authorOf(op)) || this.#isOfItsRow(op);
  }

  #isOfItsRow(op: O): boolean {
    return kindOf(op) === "decision" && this.#namedBy(op) !== null;
  }

  /** The op that a decision itself names by its hash and row; null where it is not there. */
  #namedBy(decision: O): O | null {
    const named = namedBy(decision);
    if (named === null) return null;
    return this.#store.opsOf(named.row).find(({ id }) => id === named.id) ?? null;
  }

  /** Whether a row was begun by several, not all of them decisions about the op that its id names. */
  isBegunOtherwise(row: string): boolean {
    const made = this.#store.opsOf(row).filter(({ create }) => create);
    return made.length > 1 && !made.every((op) => this.#isOfItsRow(op));
  }

  /**
   * Whether a creation that came may be what its row goes back to instead of another one, by which ops were judged before.
   * Decisions about one op may each make their row, which they all tell to be the same; one that only takes back another
   * is judged by who made it.
   */
  mayTurn(creation: O): boolean {
    const ops = this.#store.opsOf(creation.row);
    if (!ops.some((one) => one.create && one.id !== creation.id)) return false;
    return (
      this.isBegunOtherwise(creation.row) ||
      (kindOf(creation) === "decision" && ops.some((one) => !one.create))
    );
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
