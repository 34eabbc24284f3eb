/**
 * For which units each key speaks, as far as a roster knows, and which unit is the highest above its own.
 *
 * Grows only: keys and edges are added, never taken away. The top is worked out from what needs no top itself, so that
 * nobody becomes the top by what only the top may write.
 */
import type { Revoked } from "./revoked";
import { type AuthoredOp, isNobody, keyOfOp, type Reader } from "./types";
import { UnitTree } from "./unit-tree";

const none: ReadonlySet<string> = new Set();

/** Stands for the key of whoever wrote with a revoked one; no office has it. */
export const revokedAuthor = "revoked";

export class Offices {
  readonly reader: Reader;
  readonly tree = new UnitTree();
  readonly #units = new Map<string, Set<string>>();
  readonly #own: ReadonlySet<string>;
  /** Units whose offices rule the lists; null: nobody does, in this reading. */
  #top: ReadonlySet<string> | null = null;

  readonly revoked: Revoked;

  constructor(reader: Reader, revoked: Revoked) {
    this.revoked = revoked;
    this.reader = reader;
    this.#own = new Set(reader.keys);
    for (const key of reader.keys) for (const unit of reader.units) this.add(key, unit);
  }

  /** The key that speaks in an op; none where it came after its key was revoked. */
  authorOf(op: AuthoredOp): string {
    return this.revoked.isAfter(op) ? revokedAuthor : keyOfOp(op);
  }

  /** Whether an office may say that another key speaks no more: from above for everybody, and each for itself. */
  mayRevoke(key: string, other: string): boolean {
    if (this.isAbove(key, other)) return true;
    return this.isReaders(key) && !this.isReaders(other);
  }

  /** @returns whether it was not known */
  add(key: string, unit: string): boolean {
    const known = this.#units.get(key);
    if (known?.has(unit) === true) return false;
    if (known === undefined) this.#units.set(key, new Set([unit]));
    else known.add(unit);
    return true;
  }

  isPair(key: string, unit: string): boolean {
    return this.#units.get(key)?.has(unit) === true;
  }

  unitsOf(key: string): ReadonlySet<string> {
    return this.#units.get(key) ?? none;
  }

  keys(): IterableIterator<string> {
    return this.#units.keys();
  }

  /** Whether a key belongs to the reader, and no unit was ever named for it: then nothing is above it. */
  mayAll(key: string): boolean {
    return this.reader.units.length === 0 && this.#own.has(key);
  }

  /** Whether anything that a key wrote can count by itself. */
  isKnown(key: string): boolean {
    return this.mayAll(key) || this.#units.has(key);
  }

  covers(key: string, unit: string): boolean {
    if (this.mayAll(key)) return true;
    for (const own of this.unitsOf(key)) if (this.tree.covers(own, unit)) return true;
    return false;
  }

  /** Whether a key covers a unit for which another one speaks. */
  coversOffice(key: string, other: string): boolean {
    if (this.mayAll(key)) return true;
    for (const unit of this.unitsOf(other)) if (this.covers(key, unit)) return true;
    return false;
  }

  isSameOffice(key: string, other: string): boolean {
    if (key === other || (this.mayAll(key) && this.mayAll(other))) return true;
    for (const unit of this.unitsOf(other)) if (this.isPair(key, unit)) return true;
    return false;
  }

  isReaders(key: string): boolean {
    return this.#own.has(key) || this.reader.units.some((unit) => this.isPair(key, unit));
  }

  /** Whether an office with one key stands above that of another, and not beside it. */
  isAbove(key: string, other: string): boolean {
    if (isNobody(key) !== isNobody(other)) return isNobody(key);
    if (this.mayAll(key) !== this.mayAll(other)) return this.mayAll(key);
    for (const unit of this.unitsOf(key)) {
      for (const below of this.unitsOf(other)) if (this.tree.isAbove(unit, below)) return true;
    }
    return false;
  }

  /** Whether a key may say for which unit another one speaks: from above, or from our own office and those above it. */
  mayIntroduce(key: string, unit: string): boolean {
    if (this.mayAll(key)) return true;
    if (this.reader.units.some((own) => this.covers(key, own))) return true;
    for (const own of this.unitsOf(key)) if (this.tree.standsOver(own, unit)) return true;
    return false;
  }

  get top(): ReadonlySet<string> | null {
    return this.#top;
  }

  rule(top: ReadonlySet<string>): void {
    this.#top = top;
  }

  isTop(key: string): boolean {
    if (this.mayAll(key)) return true;
    if (this.#top === null) return false;
    for (const unit of this.unitsOf(key)) if (this.#top.has(unit)) return true;
    return false;
  }

  /** The highest units above the reader's own for which anybody speaks; its own where there are none. */
  highest(): Set<string> {
    const { units } = this.reader;
    const named = new Set([...this.#units.values()].flatMap((some) => [...some]));
    const above = [...named].filter((unit) => units.some((own) => this.tree.covers(unit, own)));
    return new Set(above.filter((unit) => !above.some((other) => this.tree.isAbove(other, unit))));
  }
}
