/**
 * What is known of everybody, as columns: people, and for each person a slice of assignment rows and a slice of
 * qualification rows. Built once from the roster and kept up to date person by person, so that any as-of date is
 * judged without asking the database again.
 *
 * Invariants: `people.pk` of the first `sortedCount` people ascends (they are found by binary search, later ones by
 * a map); a person's rows lie together; a removed person keeps the index, with no rows, so that indices which a
 * screen holds stay true until the facts are built anew.
 */
import { levelAtRank, qualificationKinds } from "../domain/levels";
import type { PackedDay, PackedPartialDate } from "../domain/partial-date";
import { heldDays, isAssumed } from "../standards/held";
import { assignmentDays, openEnd } from "../standards/serving";
import { gathered, reserveRows, trimmed } from "./columns";
import type {
  AssignmentColumns,
  AssignmentRow,
  PeopleColumns,
  PersonRow,
  QualificationColumns,
  QualificationRow,
  TransferableFacts,
} from "./fact-columns";
import { TextCodes } from "./text-codes";

/** Rows below this are not worth compacting for. */
const leastWaste = 4096;
/** A level or kind that a newer program wrote is held on no day. */
const never = { sure: openEnd, possible: openEnd } as const;

export class Facts {
  people: PeopleColumns;
  assignments: AssignmentColumns;
  qualifications: QualificationColumns;
  ethnicities = new TextCodes();
  religions = new TextCodes();
  majors = new TextCodes();
  /** Indices run from 0 to this, removed people included. */
  peopleCount = 0;
  #assignmentRows = 0;
  #qualificationRows = 0;
  /** Rows that nobody points to any more. */
  #assignmentWaste = 0;
  #qualificationWaste = 0;
  #sortedCount = 0;
  readonly #laterIndex = new Map<number, number>();

  /** @param expected people, assignments and qualifications that will come; only saves growing. */
  constructor(expected: { people?: number; assignments?: number; qualifications?: number } = {}) {
    const people = expected.people ?? 0;
    this.people = {
      pk: new Int32Array(people),
      birth: new Int32Array(people),
      sex: new Uint8Array(people),
      party: new Int32Array(people),
      ethnicity: new Int32Array(people),
      religion: new Int32Array(people),
      present: new Uint8Array(people),
      assignmentStart: new Int32Array(people),
      assignmentCount: new Int32Array(people),
      qualificationStart: new Int32Array(people),
      qualificationCount: new Int32Array(people),
    };
    const assignments = expected.assignments ?? 0;
    this.assignments = {
      pk: new Int32Array(assignments),
      unit: new Int32Array(assignments),
      post: new Int16Array(assignments),
      fromEarliest: new Int32Array(assignments),
      fromLatest: new Int32Array(assignments),
      toEarliest: new Int32Array(assignments),
      toLatest: new Int32Array(assignments),
      mark: new Uint8Array(assignments),
    };
    const qualifications = expected.qualifications ?? 0;
    this.qualifications = {
      kind: new Uint8Array(qualifications),
      rank: new Uint8Array(qualifications),
      major: new Int32Array(qualifications),
      sureDay: new Int32Array(qualifications),
      possibleDay: new Int32Array(qualifications),
      assumed: new Uint8Array(qualifications),
    };
  }

  /** Index of the person with this row number, or −1; a removed person is still found. */
  indexOf(pk: number): number {
    let low = 0;
    let high = this.#sortedCount - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.people.pk[middle] ?? 0;
      if (found === pk) return middle;
      if (found < pk) low = middle + 1;
      else high = middle - 1;
    }
    return this.#laterIndex.get(pk) ?? -1;
  }

  /**
   * Begins a person who is not known yet; `addAssignment` and `addQualification` then add to this one.
   * @returns the index
   * @throws Error when the row number is already there
   */
  addPerson(person: PersonRow): number {
    const { pk } = person;
    const index = this.peopleCount;
    const ascends = index === this.#sortedCount && (index === 0 || pk > (this.people.pk[index - 1] ?? 0));
    if (!ascends && this.indexOf(pk) >= 0) throw new Error(`Person ${pk} is already among the facts`);
    reserveRows(this.people, index + 1);
    this.peopleCount = index + 1;
    if (ascends) this.#sortedCount = index + 1;
    else this.#laterIndex.set(pk, index);
    this.people.pk[index] = pk;
    this.#writePerson(index, person);
    return index;
  }

  /** Adds an assignment to the person begun last. @throws Error when there is none */
  addAssignment(
    pk: number,
    unit: number,
    post: number,
    from: PackedPartialDate,
    to: PackedPartialDate,
    mark: number,
  ): void {
    this.#appendAssignment(this.#last(), pk, unit, post, from, to, mark);
  }

  /** Adds a qualification to the person begun last. @throws Error when there is none */
  addQualification(
    kind: number,
    rank: number,
    major: string | null,
    granted: PackedPartialDate,
    recorded: PackedDay,
  ): void {
    this.#appendQualification(this.#last(), kind, rank, major, granted, recorded);
  }

  /**
   * Puts one person right: everything known of them now, in the roster's row order. Costs their own rows, save when
   * the rows left behind by earlier replacements outgrow half of the table and it is compacted.
   * @returns the index: the same as before, or a new one for somebody new
   */
  replacePerson(
    person: PersonRow,
    assignments: readonly AssignmentRow[],
    qualifications: readonly QualificationRow[],
  ): number {
    let index = this.indexOf(person.pk);
    if (index < 0) index = this.addPerson(person);
    else {
      this.#dropRows(index);
      this.#writePerson(index, person);
    }
    for (const { pk, unit, post, from, to, mark } of assignments) {
      this.#appendAssignment(index, pk, unit, post, from, to, mark);
    }
    for (const { kind, rank, major, granted, recorded } of qualifications) {
      this.#appendQualification(index, kind, rank, major, granted, recorded);
    }
    this.#compactWhenWasteful();
    return index;
  }

  /** Takes a person off. @returns the index they keep, or −1 when the row number is unknown */
  removePerson(pk: number): number {
    const index = this.indexOf(pk);
    if (index < 0) return index;
    this.#dropRows(index);
    this.people.present[index] = 0;
    this.#compactWhenWasteful();
    return index;
  }

  /** A copy as plain typed arrays of exact length; its buffers may be transferred. */
  toTransferable(): TransferableFacts {
    return {
      people: trimmed(this.people, this.peopleCount),
      assignments: trimmed(this.assignments, this.#assignmentRows),
      qualifications: trimmed(this.qualifications, this.#qualificationRows),
      ethnicities: this.ethnicities.texts,
      religions: this.religions.texts,
      majors: this.majors.texts,
    };
  }

  /** Facts over arrays from `toTransferable`, which they then own. */
  static fromTransferable(data: TransferableFacts): Facts {
    const facts = new Facts();
    facts.people = data.people;
    facts.assignments = data.assignments;
    facts.qualifications = data.qualifications;
    facts.ethnicities = new TextCodes(data.ethnicities);
    facts.religions = new TextCodes(data.religions);
    facts.majors = new TextCodes(data.majors);
    facts.peopleCount = data.people.pk.length;
    facts.#assignmentRows = data.assignments.pk.length;
    facts.#qualificationRows = data.qualifications.kind.length;
    facts.#assignmentWaste = facts.#assignmentRows - total(data.people.assignmentCount);
    facts.#qualificationWaste = facts.#qualificationRows - total(data.people.qualificationCount);
    const { pk } = data.people;
    facts.#sortedCount = ascendingPrefix(pk);
    for (let index = facts.#sortedCount; index < pk.length; index++) {
      facts.#laterIndex.set(pk[index] ?? 0, index);
    }
    return facts;
  }

  #last(): number {
    if (this.peopleCount === 0) throw new Error("A row without a person");
    return this.peopleCount - 1;
  }

  #writePerson(index: number, { birth, sex, party, ethnicity, religion }: PersonRow): void {
    const { people } = this;
    people.birth[index] = birth;
    people.sex[index] = sex;
    people.party[index] = party;
    people.ethnicity[index] = this.ethnicities.codeOf(ethnicity);
    people.religion[index] = this.religions.codeOf(religion);
    people.present[index] = 1;
    people.assignmentCount[index] = 0;
    people.qualificationCount[index] = 0;
  }

  #appendAssignment(
    person: number,
    pk: number,
    unit: number,
    post: number,
    from: PackedPartialDate,
    to: PackedPartialDate,
    mark: number,
  ): void {
    const row = this.#assignmentRows++;
    if (row >= this.assignments.pk.length) reserveRows(this.assignments, row + 1);
    const { assignments } = this;
    const days = assignmentDays(from, to);
    assignments.pk[row] = pk;
    assignments.unit[row] = unit;
    assignments.post[row] = post;
    assignments.fromEarliest[row] = days.fromEarliest;
    assignments.fromLatest[row] = days.fromLatest;
    assignments.toEarliest[row] = days.toEarliest;
    assignments.toLatest[row] = days.toLatest;
    assignments.mark[row] = mark;
    takeRow(this.people.assignmentStart, this.people.assignmentCount, person, row);
  }

  #appendQualification(
    person: number,
    kind: number,
    rank: number,
    major: string | null,
    granted: PackedPartialDate,
    recorded: PackedDay,
  ): void {
    const row = this.#qualificationRows++;
    if (row >= this.qualifications.kind.length) reserveRows(this.qualifications, row + 1);
    const { qualifications } = this;
    qualifications.kind[row] = kind;
    qualifications.rank[row] = rank;
    qualifications.major[row] = this.majors.codeOf(major);
    const key = qualificationKinds[kind];
    const level = key === undefined ? null : levelAtRank(key, rank);
    const isKnown = key !== undefined && level !== null;
    const birth = this.people.birth[person] ?? 0;
    const held = isKnown ? heldDays(granted, recorded, birth, key, level) : never;
    qualifications.sureDay[row] = held.sure;
    qualifications.possibleDay[row] = held.possible;
    qualifications.assumed[row] = isKnown && isAssumed(granted, level) ? 1 : 0;
    takeRow(this.people.qualificationStart, this.people.qualificationCount, person, row);
  }

  #dropRows(index: number): void {
    const { people } = this;
    this.#assignmentWaste += people.assignmentCount[index] ?? 0;
    this.#qualificationWaste += people.qualificationCount[index] ?? 0;
    people.assignmentCount[index] = 0;
    people.qualificationCount[index] = 0;
  }

  #compactWhenWasteful(): void {
    const { people } = this;
    if (this.#assignmentWaste > Math.max(leastWaste, this.#assignmentRows / 2)) {
      const moved = gathered(
        this.assignments,
        people.assignmentStart,
        people.assignmentCount,
        this.peopleCount,
      );
      this.assignments = moved.columns;
      this.#assignmentRows = moved.rows;
      this.#assignmentWaste = 0;
    }
    if (this.#qualificationWaste > Math.max(leastWaste, this.#qualificationRows / 2)) {
      const moved = gathered(
        this.qualifications,
        people.qualificationStart,
        people.qualificationCount,
        this.peopleCount,
      );
      this.qualifications = moved.columns;
      this.#qualificationRows = moved.rows;
      this.#qualificationWaste = 0;
    }
  }
}

/** Gives the row to a person whose rows so far end just before it. @throws Error when they do not */
function takeRow(start: Int32Array, count: Int32Array, person: number, row: number): void {
  const held = count[person] ?? 0;
  if (held === 0) start[person] = row;
  else if ((start[person] ?? 0) + held !== row)
    throw new Error("The rows of a person must be added together");
  count[person] = held + 1;
}

function total(column: Int32Array): number {
  let sum = 0;
  for (const value of column) sum += value;
  return sum;
}

function ascendingPrefix(pk: Int32Array): number {
  let length = 0;
  while (length < pk.length && (length === 0 || (pk[length] ?? 0) > (pk[length - 1] ?? 0))) length++;
  return length;
}
