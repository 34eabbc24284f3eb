/**
 * What is due for everybody on record as columns of numbers: whose, of which kind, from which day. A month is found by
 * going through them once, which takes some milliseconds for a nation; why something is due is read from the file for the
 * few who are on screen.
 */
import { type DueGap, type DueKind, dueKinds, payMismatches } from "../../../../shared/domain/due";
import type { Due } from "../../../../shared/due/due";
import { reserveRows } from "../../../../shared/statistics/columns";

/** In place of a kind: a line that no longer counts. */
const gone = 255;
/** Lines below this are not worth clearing away. */
const leastGone = 4096;

export class DueTable {
  /** Lines in use; the arrays may be longer. */
  count = 0;
  readonly #lines = { person: new Int32Array(0), kind: new Uint8Array(0), day: new Int32Array(0) };
  /** Of each person: first line, count of lines, a bit for each kind of which no day can be said, and whether pay is odd. */
  readonly #people = {
    start: new Int32Array(0),
    lines: new Int32Array(0),
    unknown: new Int32Array(0),
    mismatch: new Uint8Array(0),
  };
  #peopleCount = 0;
  #gone = 0;

  get lines(): Readonly<{ person: Int32Array; kind: Uint8Array; day: Int32Array }> {
    return this.#lines;
  }

  /** Kinds whose day is not known, of each person: bit i for the i-th kind. */
  get unknown(): Int32Array {
    return this.#people.unknown.subarray(0, this.#peopleCount);
  }

  /** 1 for each person whose pay does not fit together, which is a reason of its own not to know their next step. */
  get mismatch(): Uint8Array {
    return this.#people.mismatch.subarray(0, this.#peopleCount);
  }

  /** @param due null: nothing, since they do not serve */
  set(person: number, due: Due | null): void {
    reserveRows(this.#people, person + 1);
    this.#peopleCount = Math.max(this.#peopleCount, person + 1);
    this.#drop(person);
    this.#people.unknown[person] = 0;
    this.#people.mismatch[person] = 0;
    if (due === null) return;
    this.#people.start[person] = this.count;
    this.#people.lines[person] = due.items.length;
    reserveRows(this.#lines, this.count + due.items.length);
    for (const { kind, earliest } of due.items) {
      this.#lines.person[this.count] = person;
      this.#lines.kind[this.count] = placeOf(kind);
      this.#lines.day[this.count] = earliest;
      this.count++;
    }
    let mask = 0;
    for (const { kind } of due.unknown) mask |= 1 << placeOf(kind);
    this.#people.unknown[person] = mask;
    const isMismatch = due.unknown.some(
      ({ kind, missing }) => kind === "salaryStep" && missing.some(isPayMismatch),
    );
    this.#people.mismatch[person] = isMismatch ? 1 : 0;
    this.#clearAway();
  }

  #drop(person: number): void {
    const start = this.#people.start[person] ?? 0;
    const count = this.#people.lines[person] ?? 0;
    this.#lines.kind.fill(gone, start, start + count);
    this.#people.lines[person] = 0;
    this.#gone += count;
  }

  /** A person's lines lie together and move together. */
  #clearAway(): void {
    if (this.#gone < leastGone || this.#gone * 2 < this.count) return;
    const { person, kind, day } = this.#lines;
    let kept = 0;
    let before = -1;
    for (let line = 0; line < this.count; line++) {
      if (kind[line] === gone) continue;
      const of = person[line] ?? 0;
      if (of !== before) this.#people.start[of] = kept;
      before = of;
      person[kept] = of;
      kind[kept] = kind[line] ?? gone;
      day[kept] = day[line] ?? 0;
      kept++;
    }
    this.count = kept;
    this.#gone = 0;
  }
}

function placeOf(kind: DueKind): number {
  return dueKinds.indexOf(kind);
}

function isPayMismatch(gap: DueGap): boolean {
  return payMismatches.some((one) => one === gap);
}
