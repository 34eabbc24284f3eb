/**
 * Quy hoạch of a term: who is nominated for which title and how they stand, in turns and in people, and for each key post
 * who holds it, when they leave, and who could take it when.
 */
import type { FindingData } from "../../../shared/contract/schemas/common";
import type { NextClass } from "../../../shared/contract/schemas/planning";
import type { Moment } from "../../../shared/contract/schemas/common";
import { dateOf, textOf } from "../../../shared/domain/checks/reading";
import { isoToPacked, packedToIso, parsePartialDate } from "../../../shared/domain/partial-date";
import { retirementOf } from "../../../shared/domain/retirement-dates";
import { type PostGroup, sexes } from "../../../shared/domain/values";
import { type NomineeStatus, nomineeStatuses } from "../../../shared/domain/nominee";
import type { NomineeReading } from "../../../shared/planning/nominee";
import { mainRowOf } from "../../../shared/standards/read";
import { officialRecords } from "../../roster/read/officials";
import type { RosterIndex } from "../../roster/read/index/roster-index";
import type { OpenRoster } from "../open-roster";
import { nextClasses } from "./next-classes";
import { type PersonShown, shownPeople, unitScope } from "../serving-people";
import {
  type Nomination,
  nominationsOf,
  planningSnapshot,
  readNominees,
  termOn,
  termsOf,
} from "./nominations";

export interface PlanningQuestion {
  readonly moment: Moment;
  /** Null: the term that the day lies in. */
  readonly term: string | null;
  /** Only titles in this unit or below it; null: all. */
  readonly unitId: string | null;
}

/** How a nominee stands, as lists and the command line carry it; days ISO. */
export interface NomineeStanding {
  readonly status: NomineeStatus;
  readonly findings: readonly FindingData[];
  readonly retires: string | null;
  readonly wholeTerm: NomineeReading["wholeTerm"];
  readonly barredUntil: string | null;
  readonly until: string | null;
}

export interface TitleShown {
  readonly title: string;
  readonly unitCode: string | null;
  readonly unitName: string | null;
}

export interface NomineeLine extends NomineeStanding, TitleShown {
  readonly id: string;
  readonly person: PersonShown;
  readonly term: string;
}

export interface PlanningCounts {
  /** Lượt người: somebody who is nominated for two titles counts twice. */
  readonly turns: number;
  readonly people: number;
  readonly statuses: Readonly<Record<NomineeStatus, number>>;
}

/** Who could come after, with the class that would bring each what they lack. */
interface Candidate extends NomineeStanding {
  readonly person: PersonShown;
  readonly classes: readonly NextClass[];
}

/** Who holds a key post, when they leave it, and who could come after them. */
export interface PostLine extends TitleShown {
  readonly holders: readonly {
    readonly person: PersonShown;
    /** Last day of work by age, and the end of the term on record; ISO and as precise as known. */
    readonly retires: string | null;
    readonly termUntil: string | null;
  }[];
  /** Who is ready first. */
  readonly candidates: readonly Candidate[];
}

/** A post of a unit. */
interface KeyPost {
  readonly post: number;
  readonly unit: number;
  readonly holders: number[];
  readonly nominees: Nomination[];
}

/** Posts that lead nothing: nobody is planned for them. */
const notKey: readonly PostGroup[] = ["civilServant", "justiceCivilStatus", "otherPost", "policeChief"];

/** One state of the roster, of which several things are asked. */
export class PlanningList {
  readonly #roster: OpenRoster;
  readonly #index: RosterIndex;
  readonly #on: string;
  readonly #scope: Uint8Array | null;
  readonly terms: readonly string[];
  /** The term shown; null where nobody is nominated at all. */
  readonly term: string | null;
  /** Of the term, within the unit asked for. */
  readonly #nominations: readonly Nomination[];

  private constructor(
    roster: OpenRoster,
    index: RosterIndex,
    asked: PlanningQuestion,
    all: readonly Nomination[],
  ) {
    this.#roster = roster;
    this.#index = index;
    this.#on = asked.moment.on;
    this.#scope = unitScope(index, asked.unitId);
    this.terms = termsOf(all);
    this.term = asked.term ?? termOn(this.terms, isoToPacked(this.#on));
    this.#nominations = all.filter(({ term, unit }) => term === this.term && this.#isIn(unit));
  }

  /** @throws AppError row-unknown for a unit that is not there */
  static async of(live: OpenRoster, asked: PlanningQuestion): Promise<PlanningList> {
    const roster = await live.at(asked.moment);
    const index = await roster.index();
    // Names settle who goes first.
    await index.nameList;
    return new PlanningList(roster, index, asked, await nominationsOf(roster, index, asked.moment.on));
  }

  get version(): number {
    return this.#index.version;
  }

  counts(): PlanningCounts {
    const statuses = Object.fromEntries(nomineeStatuses.map((status) => [status, 0])) as Record<
      NomineeStatus,
      number
    >;
    for (const { status } of this.#nominations) statuses[status]++;
    const people = new Set(this.#nominations.map(({ person }) => person)).size;
    return { turns: this.#nominations.length, people, statuses };
  }

  /** By unit, title, standing, name. @param status null: all */
  async nominees(status: NomineeStatus | null): Promise<readonly Nomination[]> {
    const place = await this.#places();
    const { unit, post } = this.#ranks();
    return this.#nominations
      .filter((one) => status === null || one.status === status)
      .sort(
        (a, b) =>
          unit(a.unit) - unit(b.unit) ||
          post(a.post) - post(b.post) ||
          compare(titleOf(a), titleOf(b)) ||
          nomineeStatuses.indexOf(a.status) - nomineeStatuses.indexOf(b.status) ||
          place(a.person) - place(b.person) ||
          compare(a.id, b.id),
      );
  }

  /** What stands in lines that `nominees` found. */
  lines(found: readonly Nomination[]): NomineeLine[] {
    const shown = this.#people(found.map(({ person }) => person));
    const read = readNominees(this.#roster, this.#index, this.#on, found);
    return found.flatMap((one, at) => {
      const person = shown.get(one.person);
      const reading = read[at];
      if (person === undefined || reading == null) return [];
      return [{ id: one.id, person, term: one.term, ...this.#title(one), ...standing(reading) }];
    });
  }

  /** Key posts that somebody holds or is nominated for, by unit and post. */
  keyPosts(): readonly KeyPost[] {
    const { catalog } = this.#index;
    const { columns } = planningSnapshot(this.#index, this.#on);
    const posts = new Map<string, KeyPost>();
    const keyPost = (unit: number, post: number): KeyPost => {
      const known = posts.get(`${unit} ${post}`);
      if (known !== undefined) return known;
      const made: KeyPost = { post, unit, holders: [], nominees: [] };
      posts.set(`${unit} ${post}`, made);
      return made;
    };
    for (let person = 0; person < columns.unit.length; person++) {
      const [unit, post] = [columns.unit[person] ?? -1, columns.post[person] ?? -1];
      const group = catalog.posts[post]?.group;
      if (unit < 0 || group === undefined || !this.#isIn(unit)) continue;
      if (!notKey.some((one) => one === group)) keyPost(unit, post).holders.push(person);
    }
    for (const nominee of this.#nominations) {
      if (nominee.post >= 0 && nominee.unit >= 0 && nominee.status !== "over")
        keyPost(nominee.unit, nominee.post).nominees.push(nominee);
    }
    const { unit, post } = this.#ranks();
    return [...posts.values()].sort((a, b) => unit(a.unit) - unit(b.unit) || post(a.post) - post(b.post));
  }

  /** What stands in lines that `keyPosts` found. */
  async postLines(found: readonly KeyPost[]): Promise<PostLine[]> {
    const place = await this.#places();
    const nominees = found.flatMap((one) => one.nominees);
    const shown = this.#people([
      ...found.flatMap(({ holders }) => holders),
      ...nominees.map(({ person }) => person),
    ]);
    const readings = new Map(
      readNominees(this.#roster, this.#index, this.#on, nominees).map((one, at) => [nominees[at]?.id, one]),
    );
    const classesFor = nextClasses(this.#roster.db, isoToPacked(this.#on));
    const leaving = this.#leaving(found.flatMap(({ holders }) => holders));
    return found.map((one) => ({
      ...this.#title({ ...one, fields: {} }),
      holders: one.holders.flatMap((holder) => {
        const person = shown.get(holder);
        const leaves = leaving.get(holder);
        return person === undefined || leaves === undefined ? [] : [{ person, ...leaves }];
      }),
      candidates: [...one.nominees]
        .sort(
          (a, b) =>
            nomineeStatuses.indexOf(a.status) - nomineeStatuses.indexOf(b.status) ||
            place(a.person) - place(b.person),
        )
        .flatMap((nominee) => {
          const person = shown.get(nominee.person);
          const reading = readings.get(nominee.id);
          return person === undefined || reading == null
            ? []
            : [{ person, ...standing(reading), classes: classesFor(reading.findings) }];
        }),
    }));
  }

  #leaving(people: readonly number[]) {
    const { facts, catalog } = this.#index;
    const today = isoToPacked(this.#on);
    const pks = people.map((person) => facts.people.pk[person] ?? 0);
    return new Map(
      officialRecords(this.#roster.db, pks).map(({ pk, fields, rows }) => {
        const sex = sexes.find((one) => one === fields["sex"]) ?? null;
        const retiring = retirementOf({ sex, birth: parsePartialDate(textOf(fields, "birth") ?? "") });
        const main = mainRowOf(rows.assignment, today, catalog);
        const held = rows.assignment.find(({ id }) => id === main);
        return [
          facts.indexOf(pk),
          {
            retires: retiring.kind === "known" ? packedToIso(retiring.lastDay) : null,
            termUntil: held === undefined ? null : dateOf(held.fields, "termUntil"),
          },
        ];
      }),
    );
  }

  #title(one: Pick<Nomination, "post" | "unit" | "fields">): TitleShown {
    const { catalog } = this.#index;
    const unit = catalog.units[one.unit];
    return {
      title: catalog.posts[one.post]?.name ?? titleOf(one),
      unitCode: unit?.code ?? null,
      unitName: unit?.fullName ?? null,
    };
  }

  #people(people: readonly number[]): ReadonlyMap<number, PersonShown> {
    return shownPeople(this.#roster, this.#index, planningSnapshot(this.#index, this.#on), [
      ...new Set(people),
    ]);
  }

  #ranks() {
    const { units, posts } = this.#index.catalog.crossed(isoToPacked(this.#on));
    return {
      unit: (index: number) => units.rank[index] ?? units.rank.length,
      post: (index: number) => posts.rank[index] ?? posts.rank.length,
    };
  }

  async #places(): Promise<(person: number) => number> {
    const { order } = await this.#index.nameList;
    const { places } = this.#index.columns.byName(order);
    return (person) => places[person] ?? 0;
  }

  #isIn(unit: number): boolean {
    return this.#scope === null || this.#scope[unit] === 1;
  }
}

function standing(reading: NomineeReading): NomineeStanding {
  const { status, findings, retires, wholeTerm, barredUntil, until } = reading;
  return {
    status,
    findings,
    retires: retires === null ? null : packedToIso(retires),
    wholeTerm,
    barredUntil: barredUntil === null ? null : packedToIso(barredUntil),
    until,
  };
}

function titleOf({ fields }: Pick<Nomination, "fields">): string {
  return textOf(fields, "title") ?? "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
