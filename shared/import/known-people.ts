/**
 * Whom a line of a table may be about: people on record, and people of the lines before it. Kept apart from the plan, which
 * asks, so that however many namesakes there are, each is looked up and none is gone through.
 */
import { foldName } from "../text/fold";
import type { StoredPerson } from "./compare";
import { type KnownPerson, Namesakes } from "./namesakes";
import { type PersonDraft, placeOf } from "./people";

/** The people of the roster, as far as a plan asks for them. */
export interface RosterPeople {
  readonly has: (id: string) => boolean;
  readonly withNumber: (number: string) => readonly KnownPerson[];
  /** @param name as `foldName` has it */
  readonly named: (name: string) => readonly KnownPerson[];
  readonly read: (id: string) => StoredPerson | null;
  /** Whether somebody said of two people on record that they are two. */
  readonly isApart: (one: string, other: string) => boolean;
  /** The place of the line that is surely about somebody on record, wherever it stands in the table; null for none. */
  readonly claimedBy: (id: string) => string | null;
}

/** Lines that are surely about somebody on record: by the record's id, or by a number and the name that goes with it. */
export function claimsOf(
  drafts: readonly PersonDraft[],
  roster: Pick<RosterPeople, "withNumber"> & { readonly isKnown: (id: string) => boolean },
): Map<string, string> {
  const claims = new Map<string, string>();
  for (const draft of drafts) {
    const { personId, identityNumber, foldedName } = draft;
    const [only, ...others] = identityNumber === null ? [] : roster.withNumber(identityNumber);
    const isOnly = only !== undefined && others.length === 0 && foldName(only.name) === foldedName;
    const id = personId !== null && roster.isKnown(personId) ? personId : isOnly ? only.id : null;
    if (id !== null && !claims.has(id)) claims.set(id, placeOf(draft));
  }
  return claims;
}

/**
 * - `number`: the same number
 * - `nameAndBirth`: the same name and birth, with no two numbers that say otherwise
 * - `otherNumber`: the same name and whole day of birth, with another number: a slip in one digit, or two people
 * - `name`: the same name, of which nothing else is known
 * - `nameUnread`: the same name; a birth or a number stands there that could not be read, or not yet
 */
export const duplicateReasons = ["number", "nameAndBirth", "otherNumber", "name", "nameUnread"] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** Somebody who is alike. */
export interface AlikePerson extends KnownPerson {
  /** Where a line of the table stands that is about them already; null where none is. */
  readonly line: string | null;
}

/** People who share with a line what tells people apart. */
export interface Alike {
  readonly reason: DuplicateReason;
  readonly people: readonly AlikePerson[];
}

const nobody: readonly KnownPerson[] = [];

export class KnownPeople {
  readonly #roster: RosterPeople;
  readonly #byNumber = new Map<string, KnownPerson>();
  readonly #byName = new Map<string, Namesakes>();
  /** People of the roster to whom a line was matched, with its place. */
  readonly #taken = new Map<string, string>();

  constructor(roster: RosterPeople) {
    this.#roster = roster;
  }

  /** @param place of the line that is about somebody on record */
  take(id: string, place: string): void {
    if (!this.#taken.has(id)) this.#taken.set(id, place);
  }

  isTaken(id: string): boolean {
    return this.#taken.has(id);
  }

  /** Somebody new, whom later lines may be about. @param place of the line that begins them */
  remember({ foldedName, name, birth, identityNumber }: PersonDraft, id: string, place: string): void {
    const person = { id, name, birth, identityNumber, place };
    if (identityNumber !== null) this.#byNumber.set(identityNumber, person);
    this.#named(foldedName).add(person);
  }

  /** By the number, then by name and birth; null where nobody is alike. */
  alike({ foldedName, birth, identityNumber, lines }: PersonDraft): Alike | null {
    if (identityNumber !== null) {
      const before = this.#byNumber.get(identityNumber);
      const people = [
        ...this.#roster.withNumber(identityNumber),
        ...(before === undefined ? nobody : [before]),
      ];
      if (people.length > 0) return this.#found("number", people);
    }
    const namesakes = this.#named(foldedName);
    const { alike, otherNumber } = namesakes.bornAlike(birth, identityNumber);
    if (alike.length > 0) return this.#found("nameAndBirth", [...alike, ...otherNumber]);
    if (otherNumber.length > 0) return this.#found("otherNumber", otherNumber);
    // Without a birth and a number there is nothing else to tell namesakes apart by.
    return birth === null && identityNumber === null && namesakes.all.length > 0
      ? this.#found(tellsMore(lines) ? "nameUnread" : "name", namesakes.all)
      : null;
  }

  /** The one on record whom a line is surely about: the same number and name, and no other line is. */
  sure({ reason, people }: Alike, draft: PersonDraft): KnownPerson | null {
    const [only, ...others] = people;
    if (reason !== "number" || only === undefined || others.length > 0 || only.place !== null) return null;
    return foldName(only.name) === draft.foldedName && !this.#taken.has(only.id) ? only : null;
  }

  #found(reason: DuplicateReason, people: readonly KnownPerson[]): Alike {
    return {
      reason,
      people: people.map((one) => ({ ...one, line: one.place ?? this.#taken.get(one.id) ?? null })),
    };
  }

  /** Those on record of a name come first. */
  #named(foldedName: string): Namesakes {
    const known = this.#byName.get(foldedName);
    if (known !== undefined) return known;
    const namesakes = new Namesakes();
    for (const person of this.#roster.named(foldedName)) namesakes.add(person);
    this.#byName.set(foldedName, namesakes);
    return namesakes;
  }
}

const tellingKeys: readonly string[] = ["official.birth", "official.identityNumber"];

/** Whether a line holds a birth or a number that nobody could read, or that waits for an answer. */
function tellsMore(lines: PersonDraft["lines"]): boolean {
  return lines.some(({ cells }) =>
    cells.some(({ key, reading }) => tellingKeys.includes(key) && reading.kind === "unread"),
  );
}
