/**
 * What is known, read twice: with and without what only the top may write. Nothing in the second reading may rest on the
 * top, or what the top alone may write would make itself the top.
 */
import { presenceField } from "../../domain/entities";
import type { Decisions } from "./decisions";
import { Founders } from "./founders";
import { type JudgeStore, kindOf } from "./judge-store";
import { judgeOp } from "./judge-op";
import { Offices } from "./offices";
import type { Revoked } from "./revoked";
import { idsIn, type Known, mayWrite, ownersNamed } from "./rule";
import type { AuthoredOp, Reader } from "./types";

/** Values that ops gave a field of a row, of those ops alone that pass. */
type Said<O> = (row: string, field: number, passes: (op: O) => boolean) => Iterable<string>;

export class Readings<O extends AuthoredOp> {
  readonly offices: Offices;
  readonly founders: Founders<O>;
  readonly known: Known;
  readonly below: Offices;
  readonly knownBelow: Known;
  readonly #foundersBelow: Founders<O>;
  /** Ids of units and credentials that need no top. */
  readonly #foundBelow = new Set<string>();
  /** Units and credentials that have authority by the top alone. */
  readonly #byTop = new Map<string, O>();

  /** @param hasAuthority whether an op has it, be it by the top alone */
  constructor(
    store: JudgeStore<O>,
    reader: Reader,
    revoked: Revoked,
    decisions: Decisions<O>,
    said: Said<O>,
    hasAuthority: (op: O) => boolean,
  ) {
    this.offices = new Offices(reader, revoked);
    this.below = new Offices(reader, revoked);
    this.founders = new Founders(store, this.offices, decisions);
    this.#foundersBelow = new Founders(store, this.below, decisions);
    const homesOf = (official: string) => store.homesOf(official);
    this.known = {
      offices: this.offices,
      founderOf: (row) => this.founders.of(row),
      said: (row, field) => said(row, field, hasAuthority),
      homesOf,
    };
    this.knownBelow = {
      offices: this.below,
      founderOf: (row) => this.#foundersBelow.of(row),
      said: (row, field) => said(row, field, (op) => this.#foundBelow.has(op.id)),
      homesOf,
    };
  }

  /** Units and credentials that have authority by the top alone. */
  byTop(): Iterable<O> {
    return this.#byTop.values();
  }

  /** Whether a unit or a credential has authority without the top. @param acceptedBy keys of those who accepted it */
  needsNoTop(op: O, acceptedBy: Iterable<string>): boolean {
    if (judgeOp(op, this.knownBelow, null) === "counts") return true;
    return [...acceptedBy].some((key) => mayWrite(key, op, this.knownBelow) === "counts");
  }

  /** Notes an op of a unit or a credential that has authority. */
  note(op: O, needsNoTop: boolean): void {
    if (needsNoTop) {
      this.#byTop.delete(op.id);
      this.#foundBelow.add(op.id);
    } else this.#byTop.set(op.id, op);
  }

  /** Whose rows an op rests on: of a decision, those of what it decides. */
  ownersOf(op: O): string[] {
    const decided = kindOf(op) === "decision" ? this.founders.decidedBy(op) : null;
    if (decided !== null && decided !== "none" && kindOf(decided) !== "decision") {
      return [decided.row, ...this.ownersOf(decided), ...idsIn(decided, [presenceField])];
    }
    return ownersNamed(op, this.known);
  }

  forget(row: string): void {
    this.founders.forget(row);
    this.#foundersBelow.forget(row);
  }

  /**
   * An op came: the row of the decisions about it may go back to another beginning than before.
   * @returns whether others than decisions about it began the row, by whom it may have been judged
   */
  tie(row: string): boolean {
    this.forget(row);
    return this.founders.isBegunOtherwise(row);
  }

  forgetAll(): void {
    this.founders.forgetAll();
    this.#foundersBelow.forgetAll();
  }
}
