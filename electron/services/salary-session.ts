/**
 * A session for steps of pay (đợt xét nâng bậc lương): whose step falls due in it, with what they are paid by, what comes
 * next and what puts it off; whose was due before and was not written; of whom that is not known, and whose pay does not
 * fit together. Which people there are is found in memory; how they stand is read for those that are shown.
 */
import { appError } from "../../shared/contract/errors";
import { type SalaryList, salaryLists } from "../../shared/contract/schemas/salary";
import { dueKinds } from "../../shared/domain/due";
import { isoToPacked } from "../../shared/domain/partial-date";
import type { SessionPlace } from "../../shared/due/salary-standing";
import type { DueTable } from "../roster/read/index/due-table";
import type { PersonPay } from "../roster/read/index/due-store";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { officialPk } from "../roster/read/officials";
import type { DueQuestion } from "./due";
import type { OpenRoster } from "./open-roster";
import { type PersonShown, ServingPeople } from "./serving-people";

/** People who are read in one go. */
const slice = 200;
const salaryKind = dueKinds.indexOf("salaryStep");

/** The lists of a session; whose step comes later is in none. */
export const sessionLists = salaryLists satisfies readonly SessionPlace[];
export type SessionList = SalaryList;

export interface SessionLine extends PersonPay {
  readonly person: PersonShown;
  /** Of the person, as lists give it. */
  readonly index: number;
}

/** A line of a list: somebody, or the unit of those below it. */
export type SessionEntry =
  | { readonly kind: "person"; readonly person: number }
  | {
      readonly kind: "unit";
      readonly unitId: string | null;
      readonly name: string;
      readonly count: number;
    };

/** One state of the roster, of which several things are asked. */
export class SalarySession {
  readonly #roster: OpenRoster;
  readonly #index: RosterIndex;
  readonly #table: DueTable;
  readonly #people: ServingPeople;
  readonly asked: DueQuestion;

  private constructor(roster: OpenRoster, index: RosterIndex, table: DueTable, asked: DueQuestion) {
    this.#roster = roster;
    this.#index = index;
    this.#table = table;
    this.asked = asked;
    this.#people = new ServingPeople(roster, index, asked.moment.on, asked.unitId);
  }

  /** @throws AppError row-unknown for a unit that is not there */
  static async of(live: OpenRoster, asked: DueQuestion): Promise<SalarySession> {
    const roster = await live.at(asked.moment);
    const index = await roster.index();
    await index.nameList;
    const table = await index.due.table(isoToPacked(asked.moment.on), roster.surroundings);
    return new SalarySession(roster, index, table, asked);
  }

  get version(): number {
    return this.#index.version;
  }

  counts(): Readonly<Record<SessionList, number>> {
    const counts = { due: 0, overdue: 0, unknown: 0, mismatch: 0 };
    for (const list of sessionLists)
      this.#each(list, () => {
        counts[list]++;
      });
    return counts;
  }

  /** Indices of the people of a list, by unit, post and name. */
  async people(list: SessionList): Promise<readonly number[]> {
    const found: number[] = [];
    this.#each(list, (person) => found.push(person));
    return found.sort(await this.#people.inPrintedOrder());
  }

  /** A list as it is shown: in front of the people of a unit stands the unit. */
  async entries(list: SessionList): Promise<readonly SessionEntry[]> {
    const people = await this.people(list);
    const entries: SessionEntry[] = [];
    for (let at = 0; at < people.length; ) {
      const unit = this.#people.unitOf(people[at] ?? -1);
      let end = at + 1;
      while (end < people.length && this.#people.unitOf(people[end] ?? -1)?.id === unit?.id) end++;
      entries.push({ kind: "unit", unitId: unit?.id ?? null, name: unit?.fullName ?? "", count: end - at });
      for (const person of people.slice(at, end)) entries.push({ kind: "person", person });
      at = end;
    }
    return entries;
  }

  /** Ids of people that lists give by index. */
  idsOf(found: readonly number[]): string[] {
    const ids: string[] = [];
    for (let start = 0; start < found.length; start += slice)
      for (const { id } of this.#people.shown(found.slice(start, start + slice)).values()) ids.push(id);
    return ids;
  }

  /** Indices of people who serve, in the order of the list. @throws AppError row-unknown */
  async peopleOf(ids: readonly string[]): Promise<readonly number[]> {
    const asked = [...new Set(ids)];
    const found = asked.map((id) => {
      const pk = officialPk(this.#roster.db, id);
      const person = pk === null ? -1 : this.#index.facts.indexOf(pk);
      if (person < 0) throw appError("row-unknown", { id });
      return person;
    });
    // Whoever does not serve has no step: told as one who is not due.
    const on = isoToPacked(this.asked.moment.on);
    const strange = this.#index.due.payOf(found, on).indexOf(null);
    if (strange >= 0) {
      const outside = found[strange] ?? -1;
      const name = this.#people.shown([outside]).get(outside)?.name ?? asked[strange] ?? "";
      throw appError("step-not-due", { name, why: "outside" });
    }
    return found.sort(await this.#people.inPrintedOrder());
  }

  /** How people that `people` found stand. */
  *lines(found: readonly number[]): Generator<SessionLine> {
    const on = isoToPacked(this.asked.moment.on);
    for (let start = 0; start < found.length; start += slice) {
      const people = found.slice(start, start + slice);
      const shown = this.#people.shown(people);
      const pay = this.#index.due.payOf(people, on);
      for (const [place, person] of people.entries()) {
        const [who, how] = [shown.get(person), pay[place]];
        if (who !== undefined && how != null) yield { ...how, person: who, index: person };
      }
    }
  }

  #each(list: SessionList, take: (person: number) => void): void {
    if (list === "due" || list === "overdue") this.#eachDated(list === "overdue", take);
    else this.#eachDateless(list === "mismatch", take);
  }

  #eachDated(isBefore: boolean, take: (person: number) => void): void {
    const [first, last] = [isoToPacked(this.asked.from), isoToPacked(this.asked.to)];
    const { count, lines } = this.#table;
    const isIn = this.#people.membership();
    for (let line = 0; line < count; line++) {
      if (lines.kind[line] !== salaryKind) continue;
      const day = lines.day[line] ?? 0;
      const person = lines.person[line] ?? 0;
      const isAsked = isBefore ? day < first : day >= first && day <= last;
      if (isAsked && isIn(person)) take(person);
    }
  }

  #eachDateless(isMismatch: boolean, take: (person: number) => void): void {
    const { unknown, mismatch } = this.#table;
    const isIn = this.#people.membership();
    for (let person = 0; person < unknown.length; person++) {
      const isUnknown = ((unknown[person] ?? 0) & (1 << salaryKind)) !== 0;
      if (isUnknown && (mismatch[person] === 1) === isMismatch && isIn(person)) take(person);
    }
  }
}
