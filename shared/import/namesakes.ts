/**
 * People of one name by when they were born and by the kind of their numbers, so that a line finds those who may be the same
 * person without going through all who are called so: a list may hold one name ten thousand times.
 */

/** Somebody on record, or in the table, whom a line may be about. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly identityNumber: string | null;
  /** Where the line stands that begins them; null for somebody on record. */
  readonly place: string | null;
}

/** More of them than anybody would look through. */
const most = 20;
/** Letters of a year, a month and a day, as dates are kept. */
const precisions = [4, 7, 10] as const;
const [, , wholeDay] = precisions;

/** Those who were born when somebody was. */
export interface BornAlike {
  /** Who may be the same person. */
  readonly alike: readonly KnownPerson[];
  /** Of the same whole day, with another number of the same kind. */
  readonly otherNumber: readonly KnownPerson[];
}

export class Namesakes {
  readonly #first: KnownPerson[] = [];
  /** By kind of number and date: those born then, and those of whom just this is known. */
  readonly #born = new Map<string, KnownPerson[]>();
  readonly #exactly = new Map<string, KnownPerson[]>();
  readonly #kinds = new Set<number>();

  /** The first of them, in the order in which they came. */
  get all(): readonly KnownPerson[] {
    return this.#first;
  }

  add(person: KnownPerson): void {
    const { birth, identityNumber } = person;
    if (this.#first.length < most) this.#first.push(person);
    if (birth === null) return;
    const kind = kindOf(identityNumber);
    this.#kinds.add(kind);
    for (const length of precisions)
      if (length <= birth.length) note(this.#born, `${kind} ${birth.slice(0, length)}`, person);
    note(this.#exactly, `${kind} ${birth}`, person);
  }

  /** Two numbers of one kind are two people's, unless a whole day says otherwise; a CMND and a CCCD may be one person's. */
  bornAlike(birth: string | null, identityNumber: string | null): BornAlike {
    const alike: KnownPerson[] = [];
    const otherNumber: KnownPerson[] = [];
    /** Of whom less is known, behind those who were born just then: more than are shown may be so. */
    const vague: KnownPerson[] = [];
    if (birth === null) return { alike, otherNumber };
    for (const kind of this.#kinds) {
      const isOther = kind !== 0 && kind === kindOf(identityNumber);
      if (isOther && !isWholeDay(birth)) continue;
      (isOther ? otherNumber : alike).push(...(this.#born.get(`${kind} ${birth}`) ?? []));
      if (isOther) continue;
      for (const length of precisions)
        if (length < birth.length)
          vague.push(...(this.#exactly.get(`${kind} ${birth.slice(0, length)}`) ?? []));
    }
    return { alike: [...alike, ...vague].slice(0, most), otherNumber: otherNumber.slice(0, most) };
  }
}

/** Whether a birth is known to the day. */
function isWholeDay(birth: string): boolean {
  return birth.length === wholeDay;
}

/** 0 for none. */
function kindOf(identityNumber: string | null): number {
  return identityNumber?.length ?? 0;
}

/** No more are kept than are shown. */
function note(map: Map<string, KnownPerson[]>, key: string, person: KnownPerson): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [person]);
  else if (known.length < most) known.push(person);
}
