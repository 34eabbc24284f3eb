/**
 * Whom a line of a table may be about: people on record, and people of the lines before it. Kept apart from the plan, which
 * asks, so that however many namesakes there are, each is looked up and none is gone through.
 */
import { foldName } from "../text/fold";
import { areTwoNumbers, isSameBirth } from "./alike";
import type { StoredPerson } from "./compare";
import type { PersonDraft } from "./people";

/** Somebody on record, or in the table, whom a line may be about. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly identityNumber: string | null;
  /** Where the line stands that begins them; null for somebody on record. */
  readonly place: string | null;
}

/** The people of the roster, as far as a plan asks for them. */
export interface RosterPeople {
  readonly has: (id: string) => boolean;
  readonly withNumber: (number: string) => readonly KnownPerson[];
  /** @param name as `foldName` has it */
  readonly named: (name: string) => readonly KnownPerson[];
  readonly read: (id: string) => StoredPerson | null;
}

export const duplicateReasons = ["number", "nameAndBirth", "name"] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** People who share with a line what tells people apart. */
export interface Alike {
  readonly reason: DuplicateReason;
  readonly people: readonly KnownPerson[];
}

const nobody: readonly KnownPerson[] = [];

export class KnownPeople {
  readonly #roster: RosterPeople;
  readonly #byNumber = new Map<string, KnownPerson>();
  readonly #byName = new Map<string, KnownPerson[]>();
  /** People of the roster to whom a line was matched. */
  readonly #taken = new Set<string>();

  constructor(roster: RosterPeople) {
    this.#roster = roster;
  }

  take(id: string): void {
    this.#taken.add(id);
  }

  isTaken(id: string): boolean {
    return this.#taken.has(id);
  }

  /** Somebody new, whom later lines may be about. @param place of the line that begins them */
  remember({ foldedName, name, birth, identityNumber }: PersonDraft, id: string, place: string): void {
    const person = { id, name, birth, identityNumber, place };
    if (identityNumber !== null) this.#byNumber.set(identityNumber, person);
    const namesakes = this.#byName.get(foldedName);
    if (namesakes === undefined) this.#byName.set(foldedName, [person]);
    else namesakes.push(person);
  }

  /** By the number, then by name and birth; null where nobody is alike. */
  alike({ foldedName, birth, identityNumber }: PersonDraft): Alike | null {
    if (identityNumber !== null) {
      const before = this.#byNumber.get(identityNumber);
      const people = [
        ...this.#roster.withNumber(identityNumber),
        ...(before === undefined ? nobody : [before]),
      ];
      if (people.length > 0) return { reason: "number", people };
    }
    const namesakes = [...this.#roster.named(foldedName), ...(this.#byName.get(foldedName) ?? nobody)];
    const born = namesakes.filter(
      (one) => isSameBirth(one.birth, birth) && !areTwoNumbers(one.identityNumber, identityNumber),
    );
    if (born.length > 0) return { reason: "nameAndBirth", people: born };
    // Without a birth and a number there is nothing else to tell namesakes apart by.
    return birth === null && identityNumber === null && namesakes.length > 0
      ? { reason: "name", people: namesakes }
      : null;
  }

  /** The one on record whom a line is surely about: the same number and name, and no other line is. */
  sure({ reason, people }: Alike, draft: PersonDraft): KnownPerson | null {
    const [only, ...others] = people;
    if (reason !== "number" || only === undefined || others.length > 0 || only.place !== null) return null;
    return foldName(only.name) === draft.foldedName && !this.#taken.has(only.id) ? only : null;
  }
}
