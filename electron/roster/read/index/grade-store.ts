/**
 * How people are graded for the period that was asked for last: a byte a person, read when somebody asks for them and again
 * after they change, so that a share of a unit is counted anew at every letter without reading the file. Nothing in here is
 * the only copy of anything.
 */
import { type EvaluationGrade, evaluationGrades } from "../../../../shared/domain/values";
import type { Facts } from "../../../../shared/statistics/facts";
import type { ReadHandle } from "../../file/handle";
import type { Touched } from "../../projection/touched";
import { rowsOfPeople } from "../column-rows";

/** In place of a grade. */
const unread = 255;
const noRow = 0;
const noGrade = 1;
/** People read before the next pause. */
const slicePeople = 500;

const fields = new Set(["year", "period", "grade"]);

interface GradedPeriod {
  readonly year: number;
  readonly period: string;
}

/** `undefined`: no row for the period; null: a row without a grade. */
type GradeOnRecord = EvaluationGrade | null | undefined;

/** Periods that are kept: the one on screen and those it was compared with. */
const keptPeriods = 4;

export class GradeStore {
  readonly #db: ReadHandle;
  readonly #facts: Facts;
  /** By year and period: a code of each person. */
  readonly #kept = new Map<string, { codes: Uint8Array }>();

  constructor(db: ReadHandle, source: { readonly facts: Facts }) {
    this.#db = db;
    this.#facts = source.facts;
  }

  /**
   * The grades of some people, true to the roster as it stands when this resolves. Of several rows for the period the first
   * by its id counts, as it is the one that a sheet edits.
   * @param people indices of the facts
   */
  async gradesOf(
    period: GradedPeriod,
    people: Int32Array,
    pause: () => Promise<void>,
  ): Promise<(person: number) => GradeOnRecord> {
    const kept = this.#take(period);
    for (let slice = unreadOf(kept.codes, people); slice.length > 0; slice = unreadOf(kept.codes, people)) {
      this.#read(period, slice, kept.codes);
      await pause();
    }
    return (person) => {
      const code = kept.codes[person] ?? noRow;
      return code === noRow ? undefined : (evaluationGrades[code - noGrade - 1] ?? null);
    };
  }

  /** Takes in a change; the facts follow it already. */
  follow({ officials }: Touched): void {
    for (const pk of officials) {
      const person = this.#facts.indexOf(pk);
      for (const { codes } of this.#kept.values())
        if (person >= 0 && person < codes.length) codes[person] = unread;
    }
  }

  #take({ year, period }: GradedPeriod): { codes: Uint8Array } {
    const key = `${year} ${period}`;
    const kept = this.#kept.get(key) ?? { codes: new Uint8Array(0) };
    const { peopleCount } = this.#facts;
    if (kept.codes.length < peopleCount) {
      const codes = new Uint8Array(peopleCount).fill(unread);
      codes.set(kept.codes);
      kept.codes = codes;
    }
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > keptPeriods && oldest.done !== true) this.#kept.delete(oldest.value);
    return kept;
  }

  #read({ year, period }: GradedPeriod, people: readonly number[], codes: Uint8Array): void {
    const pkOf = (person: number) => this.#facts.people.pk[person] ?? 0;
    const rows = rowsOfPeople(this.#db, "evaluation", people.map(pkOf), fields);
    for (const person of people) {
      const row = rows
        .get(pkOf(person))
        ?.find((one) => one.fields["year"] === year && one.fields["period"] === period);
      const grade = row?.fields["grade"] ?? null;
      const place = evaluationGrades.findIndex((one) => one === grade);
      codes[person] = row === undefined ? noRow : place + noGrade + 1;
    }
  }
}

/** The next slice of those whose code is not there. */
function unreadOf(codes: Uint8Array, people: Int32Array): number[] {
  const found: number[] = [];
  for (const person of people) {
    if (codes[person] === unread) found.push(person);
    if (found.length === slicePeople) break;
  }
  return found;
}
