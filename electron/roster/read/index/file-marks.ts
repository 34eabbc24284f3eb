/**
 * How everybody's file stands against the curriculum vitae forms: which items are missing, as bits by person. Made when it
 * is first asked for and put right person by person after a change, so that whoever fills in one file after another does
 * not have a nation's rows read again each time.
 *
 * Nothing in here is the only copy of anything. Rows are read whole and proven, as everywhere.
 */
import { placesAsked, standingOf } from "../../../../shared/completeness/standing";
import type { PersonFile } from "../../../../shared/completeness/answer";
import { type CurriculumForm, curriculumForms, formItems } from "../../../../shared/completeness/forms";
import type { PersonEntity } from "../../../../shared/domain/entities";
import type { PackedDay } from "../../../../shared/domain/partial-date";
import type { Facts } from "../../../../shared/statistics/facts";
import type { ReadHandle } from "../../file/handle";
import type { Touched } from "../../projection/touched";
import { type PersonRowRead, rowsOfPeople } from "../column-rows";

/** People read before the next pause. */
const slicePeople = 1_000;
const wordBits = 32;

const wordsOf = (form: CurriculumForm) => Math.ceil(formItems[form].length / wordBits);
const wordsPerPerson = curriculumForms.reduce((sum, form) => sum + wordsOf(form), 0);
/** Where the bits of each form begin among the words of a person. */
const firstWord: ReadonlyMap<CurriculumForm, number> = new Map(
  curriculumForms.map((form, nth) => [
    form,
    curriculumForms.slice(0, nth).reduce((sum, before) => sum + wordsOf(before), 0),
  ]),
);

/** What is read of each entity: all that decides about some item of some form. */
const fieldsRead: ReadonlyMap<PersonEntity, ReadonlySet<string>> = (() => {
  const read = new Map<PersonEntity, Set<string>>();
  for (const { entity, field } of placesAsked()) {
    const fields = read.get(entity) ?? new Set();
    if (field !== null) fields.add(field);
    read.set(entity, fields);
  }
  return read;
})();

/** Everybody's standing on one day, by index of the facts. */
export class FormMarks {
  #missing: Uint32Array;
  #asked: Uint8Array;

  constructor(people: number) {
    this.#missing = new Uint32Array(people * wordsPerPerson);
    this.#asked = new Uint8Array(people * curriculumForms.length);
  }

  /** How many items of a form are asked of somebody. */
  asked(form: CurriculumForm, person: number): number {
    return this.#asked[person * curriculumForms.length + curriculumForms.indexOf(form)] ?? 0;
  }

  /** Places of the missing items in the form, ascending. */
  missing(form: CurriculumForm, person: number): number[] {
    const places: number[] = [];
    const first = person * wordsPerPerson + (firstWord.get(form) ?? 0);
    for (let place = 0; place < formItems[form].length; place++) {
      const word = this.#missing[first + Math.trunc(place / wordBits)] ?? 0;
      if (((word >>> (place % wordBits)) & 1) === 1) places.push(place);
    }
    return places;
  }

  /** How many there are of them. */
  missingCount(form: CurriculumForm, person: number): number {
    const first = person * wordsPerPerson + (firstWord.get(form) ?? 0);
    let count = 0;
    for (let word = first; word < first + wordsOf(form); word++) {
      for (let left = this.#missing[word] ?? 0; left !== 0; left &= left - 1) count++;
    }
    return count;
  }

  set(person: number, file: PersonFile): void {
    this.#reserve(person + 1);
    const start = person * wordsPerPerson;
    this.#missing.fill(0, start, start + wordsPerPerson);
    curriculumForms.forEach((form, nth) => {
      const { asked, missing } = standingOf(form, file);
      this.#asked[person * curriculumForms.length + nth] = asked;
      const first = start + (firstWord.get(form) ?? 0);
      for (const place of missing) {
        const at = first + Math.trunc(place / wordBits);
        this.#missing[at] = (this.#missing[at] ?? 0) | (1 << (place % wordBits));
      }
    });
  }

  #reserve(people: number): void {
    if (people * curriculumForms.length <= this.#asked.length) return;
    const room = Math.ceil(people * 1.25);
    const [missing, asked] = [this.#missing, this.#asked];
    this.#missing = new Uint32Array(room * wordsPerPerson);
    this.#asked = new Uint8Array(room * curriculumForms.length);
    this.#missing.set(missing);
    this.#asked.set(asked);
  }
}

interface Kept {
  readonly day: PackedDay;
  readonly made: Promise<FormMarks>;
  /** People who changed since they were read, row numbers. */
  readonly changed: Set<number>;
}

export class FileMarks {
  readonly #db: ReadHandle;
  readonly #source: { readonly facts: Facts };
  /** Of one day: it differs from another only by who has been there for a year. */
  #kept: Kept | null = null;

  constructor(db: ReadHandle, source: { readonly facts: Facts }) {
    this.#db = db;
    this.#source = source;
  }

  /**
   * @param day full packed day
   * @param pause lets other work run
   * @returns everybody's standing, true to the roster as it stands when this resolves
   * @throws AppError `roster-damaged`
   */
  async on(day: PackedDay, pause: () => Promise<void>): Promise<FormMarks> {
    const known = this.#kept;
    const kept =
      known?.day === day ? known : { day, made: this.#read(day, pause), changed: new Set<number>() };
    this.#kept = kept;
    try {
      const marks = await kept.made;
      const changed = [...kept.changed];
      kept.changed.clear();
      this.#readSlice(marks, changed, day);
      return marks;
    } catch (error) {
      if (this.#kept === kept) this.#kept = null;
      throw error;
    }
  }

  /** Takes in a change; the facts follow it already. */
  follow({ officials }: Touched): void {
    for (const pk of officials) this.#kept?.changed.add(pk);
  }

  async #read(day: PackedDay, pause: () => Promise<void>): Promise<FormMarks> {
    const { facts } = this.#source;
    const marks = new FormMarks(facts.peopleCount);
    for (let start = 0; start < facts.peopleCount; start += slicePeople) {
      this.#readSlice(
        marks,
        Array.from(facts.people.pk.subarray(start, Math.min(start + slicePeople, facts.peopleCount))),
        day,
      );
      await pause();
    }
    return marks;
  }

  #readSlice(marks: FormMarks, pks: readonly number[], day: PackedDay): void {
    if (pks.length === 0) return;
    const read = new Map(
      [...fieldsRead].map(
        ([entity, fields]) => [entity, rowsOfPeople(this.#db, entity, pks, fields)] as const,
      ),
    );
    const rowsOf = (entity: PersonEntity, pk: number): readonly PersonRowRead[] =>
      read.get(entity)?.get(pk) ?? [];
    for (const pk of pks) {
      const person = this.#source.facts.indexOf(pk);
      if (person < 0) continue;
      marks.set(person, {
        day,
        fields: rowsOf("official", pk)[0]?.fields ?? {},
        rowsOf: (entity) => rowsOf(entity, pk),
      });
    }
  }
}
