/**
 * What is due between two days, in the order of a printed list: by day, then unit, post and name. Which lines there are is
 * found in memory; who they are and why is read from the file for those that are shown.
 */
import { type DueItem, type DueKind, dueKinds, type DueUnknown } from "../../shared/domain/due";
import { isoToPacked, type PackedDay } from "../../shared/domain/partial-date";
import type { Due } from "../../shared/due/due";
import type { Moment } from "../../shared/contract/schemas/common";
import type { DueTable } from "../roster/read/index/due-table";
import type { RosterIndex } from "../roster/read/index/roster-index";
import type { OpenRoster } from "./open-roster";
import { type PersonShown, ServingPeople } from "./serving-people";

/** People who are read in one go. */
const slice = 200;

export interface DueQuestion {
  readonly moment: Moment;
  /** ISO days, both included; a date that is not full counts by the first day that it can mean. */
  readonly from: string;
  readonly to: string;
  /** Only who counts in this unit or below it; null: everybody who serves on the day of the moment. */
  readonly unitId: string | null;
}

export interface DueLine extends DueItem {
  readonly person: PersonShown;
}

export interface UnknownLine extends DueUnknown {
  readonly person: PersonShown;
}

/** How many are due, and of how many it is not known, of each kind. */
export type DueCounts = Readonly<Record<DueKind, { readonly due: number; readonly unknown: number }>>;

/** A line that was found: whose, of which kind, from which day, and which of several that are alike in these. */
export interface FoundLine {
  readonly person: number;
  readonly kind: DueKind;
  readonly day: PackedDay;
  readonly nth: number;
}

/** One state of the roster, of which several things are asked. */
export class DueList {
  readonly #index: RosterIndex;
  readonly #table: DueTable;
  readonly #asked: DueQuestion;
  readonly #people: ServingPeople;

  private constructor(roster: OpenRoster, index: RosterIndex, table: DueTable, asked: DueQuestion) {
    this.#index = index;
    this.#table = table;
    this.#asked = asked;
    this.#people = new ServingPeople(roster, index, asked.moment.on, asked.unitId);
  }

  /**
   * @param onProgress told how far the file is gone through, which the first question about a day asks for
   * @throws AppError row-unknown for a unit that is not there
   */
  static async of(
    live: OpenRoster,
    asked: DueQuestion,
    onProgress: (done: number, total: number) => void = () => undefined,
  ): Promise<DueList> {
    const roster = await live.at(asked.moment);
    const index = await roster.index();
    // Names settle who goes first.
    await index.nameList;
    const { pause } = roster.surroundings;
    const table = await index.due.table(isoToPacked(asked.moment.on), { pause, onProgress });
    return new DueList(roster, index, table, asked);
  }

  get version(): number {
    return this.#index.version;
  }

  counts(): DueCounts {
    const due = new Int32Array(dueKinds.length);
    const unknown = new Int32Array(dueKinds.length);
    this.#eachDue((_person, kind) => {
      due[kind] = (due[kind] ?? 0) + 1;
    });
    this.#eachUnknown((_person, kind) => {
      unknown[kind] = (unknown[kind] ?? 0) + 1;
    });
    return Object.fromEntries(
      dueKinds.map((kind, place) => [kind, { due: due[place] ?? 0, unknown: unknown[place] ?? 0 }]),
    ) as DueCounts;
  }

  /** By day, unit, post, name, then kind. */
  async items(kinds: readonly DueKind[]): Promise<readonly FoundLine[]> {
    const found: FoundLine[] = [];
    this.#eachDue((person, place, day) => {
      const kind = dueKinds[place];
      if (kind === undefined || !kinds.includes(kind)) return;
      // A person's lines follow one another in the table as they do in what is read of them.
      const before = found.at(-1);
      const isAlike = before?.person === person && before.kind === kind && before.day === day;
      found.push({ person, kind, day, nth: isAlike ? before.nth + 1 : 0 });
    });
    return this.#sorted(found);
  }

  /** By unit, post, name, then kind. */
  async unknown(kinds: readonly DueKind[]): Promise<readonly FoundLine[]> {
    const found: FoundLine[] = [];
    this.#eachUnknown((person, place) => {
      const kind = dueKinds[place];
      if (kind !== undefined && kinds.includes(kind)) found.push({ person, kind, day: 0, nth: 0 });
    });
    return this.#sorted(found);
  }

  /** What stands in lines that `items` found. */
  *lines(found: readonly FoundLine[]): Generator<DueLine> {
    for (const { one, due, person } of this.#read(found)) {
      const item = due.items.filter(({ kind, earliest }) => kind === one.kind && earliest === one.day)[
        one.nth
      ];
      if (item !== undefined) yield { ...item, person };
    }
  }

  /** What stands in lines that `unknown` found. */
  *unknownLines(found: readonly FoundLine[]): Generator<UnknownLine> {
    for (const { one, due, person } of this.#read(found)) {
      const gap = due.unknown.find(({ kind }) => kind === one.kind);
      if (gap !== undefined) yield { ...gap, person };
    }
  }

  *#read(found: readonly FoundLine[]) {
    const asOf = isoToPacked(this.#asked.moment.on);
    for (let start = 0; start < found.length; start += slice) {
      const part = found.slice(start, start + slice);
      const people = [...new Set(part.map(({ person }) => person))];
      const due = new Map<number, Due | null>();
      this.#index.due.dueOf(people, asOf).forEach((one, place) => due.set(people[place] ?? -1, one));
      const shown = this.#people.shown(people);
      for (const one of part) {
        const of = due.get(one.person);
        const person = shown.get(one.person);
        if (of != null && person !== undefined) yield { one, due: of, person };
      }
    }
  }

  #eachDue(take: (person: number, kind: number, day: PackedDay) => void): void {
    const [first, last] = [isoToPacked(this.#asked.from), isoToPacked(this.#asked.to)];
    const { count, lines } = this.#table;
    const isIn = this.#people.membership();
    for (let line = 0; line < count; line++) {
      const day = lines.day[line] ?? 0;
      const kind = lines.kind[line] ?? 0;
      if (day < first || day > last || kind >= dueKinds.length) continue;
      const person = lines.person[line] ?? 0;
      if (isIn(person)) take(person, kind, day);
    }
  }

  #eachUnknown(take: (person: number, kind: number) => void): void {
    const { unknown } = this.#table;
    const isIn = this.#people.membership();
    for (let person = 0; person < unknown.length; person++) {
      const mask = unknown[person] ?? 0;
      if (mask === 0 || !isIn(person)) continue;
      for (let kind = 0; kind < dueKinds.length; kind++) if ((mask & (1 << kind)) !== 0) take(person, kind);
    }
  }

  async #sorted(found: FoundLine[]): Promise<readonly FoundLine[]> {
    const byPerson = await this.#people.inPrintedOrder();
    return found.sort(
      (a, b) =>
        a.day - b.day || byPerson(a.person, b.person) || dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind),
    );
  }
}
