/**
 * Reads everybody's facts from a roster into columns, a slice at a time.
 *
 * Runs in a thread of its own for large rosters and in place for small ones; either way between slices the caller's
 * `pause` lets other work go on. People who are written in while this reads may be half in what it finds; whoever
 * takes it over reads those again (RosterIndex.apply).
 */
import type { PersonRow } from "../../../../shared/statistics/fact-columns";
import type { EntityName } from "../../../../shared/domain/entities";
import { Facts } from "../../../../shared/statistics/facts";
import { TextCodes } from "../../../../shared/statistics/text-codes";
import type { ReadHandle } from "../../file/handle";
import type { SqlValue } from "../../file/sql";
import { TableCount } from "../../projection/totals";
import { assignmentFacts, lastRow, type OfficialNumbers, officialFacts, qualificationFacts } from "../facts";
import { officialCount } from "../officials";
import { postPks } from "../posts";
import { unitPks } from "../units";
import { GatheredRows } from "./gathered-rows";

/** Rows read before the next pause: a few tens of milliseconds on an old PC. */
export const sliceRows = 20_000;

export interface LoadOptions {
  /** Called between slices; lets other work of the thread run, and may throw to stop. */
  readonly pause: () => Promise<void>;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Facts whose unit and post columns hold places in these lists of row numbers. */
export interface LoadedFacts {
  readonly facts: Facts;
  readonly unitPks: Int32Array;
  readonly postPks: Int32Array;
}

export async function loadFacts(db: ReadHandle, options: LoadOptions): Promise<LoadedFacts> {
  const units = unitPks(db);
  const posts = postPks(db);
  const unitPlaces = new Map(units.map((pk, place) => [pk, place]));
  const postPlaces = new Map(posts.map((pk, place) => [pk, place]));
  // All tables number their rows from one sequence, so a row's number tells how far a table has been read.
  const last = lastRow(db);
  let tablesRead = 0;
  const step = async (pk: number): Promise<void> => {
    options.onProgress?.(tablesRead * last + Math.min(pk, last), 3 * last);
    await options.pause();
  };

  /** Reads a table whole, and finds out whether it was: the proof comes last in each row. */
  const eachOf = async <Row extends readonly [number, ...SqlValue[]]>(
    entity: EntityName,
    read: (after: number) => readonly Row[],
    take: (row: Row) => void,
  ): Promise<void> => {
    const counted = new TableCount(db, entity);
    const counting = (row: Row) => {
      counted.add(row.at(-1) as number);
      take(row);
    };
    await eachSlice(read, counting, step);
    counted.check();
  };

  const people = new PeopleRead(officialCount(db));
  await eachOf(
    "official",
    (after) => officialFacts(db, after, sliceRows),
    (row) => people.add(row),
  );

  tablesRead = 1;
  const assignments = new GatheredRows(people.count, people.count, 6);
  await eachOf(
    "assignment",
    (after) => assignmentFacts(db, after, sliceRows),
    ([pk, official, unitPk, postPk, from, to, mark]) => {
      const person = people.placeOf(official);
      if (person < 0) return;
      const at = assignments.add(person);
      const { cells } = assignments;
      cells[at] = pk;
      cells[at + 1] = unitPlaces.get(unitPk) ?? -1;
      cells[at + 2] = postPlaces.get(postPk) ?? -1;
      cells[at + 3] = from;
      cells[at + 4] = to;
      cells[at + 5] = mark;
    },
  );

  tablesRead = 2;
  const majors = new TextCodes();
  const qualifications = new GatheredRows(people.count, people.count * 2, 5);
  await eachOf(
    "qualification",
    (after) => qualificationFacts(db, after, sliceRows),
    ([, official, kind, rank, major, granted, recorded]) => {
      const person = people.placeOf(official);
      if (person < 0) return;
      const at = qualifications.add(person);
      const { cells } = qualifications;
      cells[at] = kind;
      cells[at + 1] = rank;
      cells[at + 2] = majors.codeOf(major);
      cells[at + 3] = granted;
      cells[at + 4] = recorded;
    },
  );

  const facts = factsOf(people, assignments, qualifications, majors.texts);
  return { facts, unitPks: Int32Array.from(units), postPks: Int32Array.from(posts) };
}

/** Birth, sex, Party, ethnicity, religion. */
const numbersOfPerson = 5;

/** Officials as they come, by ascending row number. */
class PeopleRead {
  count = 0;
  readonly pk: Int32Array;
  readonly #numbers: Int32Array;
  readonly #texts = new TextCodes();
  /** Place asked for last: rows of one person mostly come together, and those of the next one after them. */
  #place = 0;

  constructor(most: number) {
    this.pk = new Int32Array(most);
    this.#numbers = new Int32Array(most * numbersOfPerson);
  }

  /** Somebody who came after the count was taken is left to the change that brought them. */
  add([pk, birth, sex, party, ethnicity, religion]: OfficialNumbers): void {
    if (this.count === this.pk.length) return;
    const at = this.count * numbersOfPerson;
    this.pk[this.count++] = pk;
    this.#numbers[at] = birth;
    this.#numbers[at + 1] = sex;
    this.#numbers[at + 2] = party;
    this.#numbers[at + 3] = this.#texts.codeOf(ethnicity);
    this.#numbers[at + 4] = this.#texts.codeOf(religion);
  }

  row(person: number): PersonRow {
    const at = person * numbersOfPerson;
    const number = (place: number) => this.#numbers[at + place] ?? 0;
    return {
      pk: this.pk[person] ?? 0,
      birth: number(0),
      sex: number(1),
      party: number(2),
      ethnicity: this.#texts.texts[number(3)] ?? null,
      religion: this.#texts.texts[number(4)] ?? null,
    };
  }

  /** −1 for somebody who was not there yet when the officials were read. */
  placeOf(pk: number): number {
    if (this.pk[this.#place] === pk) return this.#place;
    if (this.pk[this.#place + 1] === pk) return ++this.#place;
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.pk[middle] ?? 0;
      if (found === pk) return (this.#place = middle);
      if (found < pk) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

function factsOf(
  people: PeopleRead,
  assignments: GatheredRows,
  qualifications: GatheredRows,
  majors: readonly string[],
): Facts {
  const facts = new Facts({
    people: people.count,
    assignments: assignments.count,
    qualifications: qualifications.count,
  });
  const a = assignments.cells;
  const q = qualifications.cells;
  const addAssignment = (at: number) =>
    facts.addAssignment(
      a[at] ?? 0,
      a[at + 1] ?? -1,
      a[at + 2] ?? -1,
      a[at + 3] ?? 0,
      a[at + 4] ?? 0,
      a[at + 5] ?? 0,
    );
  const addQualification = (at: number) =>
    facts.addQualification(
      q[at] ?? -1,
      q[at + 1] ?? 0,
      majors[q[at + 2] ?? 0] ?? null,
      q[at + 3] ?? 0,
      q[at + 4] ?? 0,
    );
  for (let person = 0; person < people.count; person++) {
    facts.addPerson(people.row(person));
    assignments.each(person, addAssignment);
    qualifications.each(person, addQualification);
  }
  return facts;
}

/** Reads a table slice by slice; the row number comes first in each row. */
export async function eachSlice<Row extends readonly [number, ...unknown[]]>(
  read: (after: number) => readonly Row[],
  take: (row: Row) => void,
  step: (pk: number) => Promise<void>,
): Promise<void> {
  let after = 0;
  for (;;) {
    const rows = read(after);
    for (const row of rows) take(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last[0];
    await step(after);
  }
}
