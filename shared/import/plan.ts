/**
 * Decides of each person of a table who they are on the roster and what would be written: the preview is this plan, and the
 * import writes it and nothing else.
 */
import { columnOfKey } from "../columns/column";
import type { FieldValue } from "../domain/entities";
import type { FieldIssue } from "../contract/errors";
import { fieldPlace } from "../domain/checks/reading";
import type { ValidationContext } from "../domain/validate/context";
import { validateOfficial } from "../domain/validate/official";
import { foldName } from "../text/fold";
import { afterwards } from "./afterwards";
import { areTwoNumbers, isSameBirth } from "./alike";
import { columnLetters } from "./column-role";
import { comparePerson, type CompareContext, type RowWrite, type StoredPerson } from "./compare";
import type { Line, LineCell } from "./line";
import { linePlace } from "./line";
import type { PersonDraft } from "./people";
import { type Answers, type QuestionList, questionKey } from "./questions";
import { unread } from "./reading";
import { withoutErrors } from "./without-errors";

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

export const leftPersonReasons = ["nameMissing", "answered"] as const;
export type LeftPersonReason = (typeof leftPersonReasons)[number];

/** A text that is kept with the person. */
export interface KeptWrite {
  readonly heading: string;
  readonly text: string;
  readonly column: string | null;
  readonly source: string;
}

export interface PersonPlan {
  readonly outcome: "added" | "changed" | "unchanged" | "duplicate" | "left";
  /** Of the record; null where nothing is written. */
  readonly id: string | null;
  readonly name: string;
  readonly birth: string | null;
  readonly lines: readonly Line[];
  readonly writes: readonly RowWrite[];
  readonly kept: readonly KeptWrite[];
  readonly candidates: readonly KnownPerson[];
  readonly duplicate: DuplicateReason | null;
  readonly left: LeftPersonReason | null;
  /** What is worth a second look in what would be written. */
  readonly warnings: readonly FieldIssue[];
}

export interface PlanContext extends CompareContext {
  readonly roster: RosterPeople;
  readonly answers: Answers;
  readonly questions: QuestionList;
  /** Without what is edited and whose numbers are taken, which the plan says itself. */
  readonly validation: Omit<ValidationContext, "editedRows" | "editedFields" | "holdersOf">;
  /** What a text is kept under that has no heading. @param letters of the column */
  readonly unheaded: (letters: string) => string;
  /** File, sheet and row, as it is kept with a text. */
  readonly source: (sheet: string, row: number) => string;
}

/** Plans person by person, in the order of the table; those before are known to those after. */
export class Planner {
  readonly #context: PlanContext;
  readonly #byNumber = new Map<string, KnownPerson>();
  readonly #byName = new Map<string, KnownPerson[]>();
  /** People of the roster to whom a line was matched. */
  readonly #taken = new Set<string>();
  /** A line that is somebody in front of it in the table: their lines are one. */
  readonly joins = new Map<string, string>();

  constructor(context: PlanContext) {
    this.#context = context;
  }

  plan(draft: PersonDraft): PersonPlan {
    const begins = placeOf(draft);
    const found = this.#whoIs(draft);
    if (found.kind === "left" || found.kind === "duplicate") return this.#nothing(draft, found);
    const stored = found.kind === "known" ? this.#context.roster.read(found.id) : null;
    const id = stored?.id ?? this.#context.newId();
    if (stored === null) this.#remember({ id, ...identity(draft), place: begins });
    else this.#taken.add(id);
    return this.#written(draft, stored, id);
  }

  #whoIs(draft: PersonDraft): Who {
    const { roster } = this.#context;
    if (draft.personId !== null && roster.has(draft.personId)) return { kind: "known", id: draft.personId };
    if (draft.name === "") return { kind: "left", reason: "nameMissing" };
    const alike = this.#alike(draft);
    if (alike === null) return { kind: "new" };
    const { reason, people } = alike;
    const [only, ...others] = people;
    const isSure =
      reason === "number" &&
      others.length === 0 &&
      only?.place === null &&
      foldName(only.name) === foldName(draft.name);
    if (isSure && only !== undefined && !this.#taken.has(only.id)) return { kind: "known", id: only.id };
    return (
      this.#answered(draft, reason, people) ??
      this.#saysTheSame(draft, people) ?? { kind: "duplicate", reason, people }
    );
  }

  #alike(draft: PersonDraft): { reason: DuplicateReason; people: readonly KnownPerson[] } | null {
    const { roster } = this.#context;
    const { identityNumber, name, birth } = draft;
    if (identityNumber !== null) {
      const before = this.#byNumber.get(identityNumber);
      const people = [...roster.withNumber(identityNumber), ...(before === undefined ? [] : [before])];
      if (people.length > 0) return { reason: "number", people };
    }
    const folded = foldName(name);
    const namesakes = [...roster.named(folded), ...(this.#byName.get(folded) ?? [])];
    const born = namesakes.filter(
      (one) => isSameBirth(one.birth, birth) && !areTwoNumbers(one.identityNumber, identityNumber),
    );
    if (born.length > 0) return { reason: "nameAndBirth", people: born };
    // Without a birth and a number there is nothing else to tell namesakes apart by.
    return birth === null && identityNumber === null && namesakes.length > 0
      ? { reason: "name", people: namesakes }
      : null;
  }

  #answered(draft: PersonDraft, reason: DuplicateReason, people: readonly KnownPerson[]): Who | null {
    const place = placeOf(draft);
    const key = questionKey("duplicate", place);
    const choices = [...people.map((one) => `same:${one.place ?? one.id}`), "other", "leave"];
    this.#context.questions.add(
      { key, kind: "duplicate", column: null, heading: "", text: draft.name },
      choices,
      place,
    );
    this.#context.questions.add(
      { key: questionKey("duplicates", ""), kind: "duplicates", column: null, heading: "", text: null },
      [],
      draft.name,
    );
    const said = this.#context.answers.get(key) ?? this.#context.answers.get(questionKey("duplicates", ""));
    if (said === "leave") return { kind: "left", reason: "answered" };
    if (said === "other") return { kind: "new" };
    const [only, ...others] = people;
    const meant =
      said === "same"
        ? others.length === 0
          ? only
          : undefined
        : people.find((one) => said === `same:${one.place ?? one.id}`);
    if (meant === undefined) return null;
    if (meant.place !== null) {
      this.joins.set(place, meant.place);
      return { kind: "duplicate", reason, people };
    }
    return this.#taken.has(meant.id) ? null : { kind: "known", id: meant.id };
  }

  /** A line that says nothing that is not on record of one of them changes nothing, whoever is meant. */
  #saysTheSame(draft: PersonDraft, people: readonly KnownPerson[]): Who | null {
    const [only, ...others] = people;
    const saysWhere = cellsOf(draft).some(({ key }) => columnOfKey(key)?.pick.kind === "main");
    if (
      only === undefined ||
      others.length > 0 ||
      only.place !== null ||
      !saysWhere ||
      this.#taken.has(only.id)
    )
      return null;
    const cells = cellsOf(draft);
    const stored = this.#context.roster.read(only.id);
    const kept = textsKept(stored);
    const isNews = ({ reading, keptToo, ...cell }: LineCell) =>
      (reading.kind === "unread" || keptToo) && !kept.has(keptName(this.#headingOf(cell), cell.text));
    if (cells.some(isNews)) return null;
    const outcomes = cells.map((cell) => ({ cell, before: { ...cell } }));
    const { writes, asksPostChange } = comparePerson(draft, stored, only.id, this.#context);
    for (const { cell, before } of outcomes) Object.assign(cell, before);
    return writes.length === 0 && !asksPostChange ? { kind: "known", id: only.id } : null;
  }

  #written(draft: PersonDraft, stored: StoredPerson | null, id: string): PersonPlan {
    const { writes, asksPostChange } = comparePerson(draft, stored, id, this.#context);
    if (asksPostChange)
      this.#context.questions.add(
        { key: questionKey("postChange", ""), kind: "postChange", column: null, heading: "", text: null },
        [],
        draft.name,
      );
    const { valid, warnings } = this.#checked(stored, id, writes);
    const isNamed =
      stored !== null || valid.some(({ entity, fields }) => entity === "official" && "fullName" in fields);
    if (!isNamed) return this.#nothing(draft, { kind: "left", reason: "nameMissing" });
    this.#settleOthers(draft, id);
    const kept = this.#kept(draft, stored);
    const isChanged = valid.length > 0 || kept.length > 0;
    return {
      outcome: stored === null ? "added" : isChanged ? "changed" : "unchanged",
      id,
      name: draft.name === "" ? String(stored?.fields["fullName"] ?? "") : draft.name,
      birth: draft.birth,
      lines: draft.lines,
      writes: valid,
      kept,
      candidates: [],
      duplicate: null,
      left: null,
      warnings,
    };
  }

  /** Leaves out what may not be stored: the value, or the whole row where it cannot be without it. */
  #checked(
    stored: StoredPerson | null,
    id: string,
    writes: readonly RowWrite[],
  ): { readonly valid: readonly RowWrite[]; readonly warnings: readonly FieldIssue[] } {
    const isOfBefore = this.#mistakesOf(stored);
    let valid = writes;
    for (;;) {
      const issues = validateOfficial(afterwards(stored, id, valid), this.#validation(id, valid)).filter(
        (issue) => !isOfBefore(issue),
      );
      const errors = issues.filter(({ severity }) => severity === "error");
      const less = valid.flatMap((write) =>
        withoutErrors(
          write,
          errors.filter(({ rowId }) => rowId === write.id),
        ),
      );
      if (errors.length === 0 || less.every((write, place) => write === valid[place]))
        return { valid, warnings: issues.filter(({ rowId }) => valid.some((one) => one.id === rowId)) };
      valid = less;
    }
  }

  /** What was wrong before is no reason to refuse what is right today. */
  #mistakesOf(stored: StoredPerson | null): (issue: FieldIssue) => boolean {
    if (stored === null) return () => false;
    let known: ReadonlySet<string> | null = null;
    const nameOf = ({ rowId, field, reason }: FieldIssue) => `${fieldPlace(rowId, field)} ${reason}`;
    return (issue) => {
      known ??= new Set(validateOfficial(stored, this.#validation(stored.id, [])).map(nameOf));
      return known.has(nameOf(issue));
    };
  }

  #validation(id: string, writes: readonly RowWrite[]): ValidationContext {
    const { roster, validation } = this.#context;
    return {
      ...validation,
      editedRows: new Set(writes.map((write) => write.id)),
      editedFields: new Set(
        writes.flatMap((write) => Object.keys(write.fields).map((field) => fieldPlace(write.id, field))),
      ),
      holdersOf: (number) =>
        roster
          .withNumber(number)
          .filter((one) => one.id !== id)
          .map((one) => ({ id: one.id, who: one.name, removed: false })),
    };
  }

  /** Cells that no row of the roster came from. */
  #settleOthers(draft: PersonDraft, id: string): void {
    for (const cell of cellsOf(draft)) {
      if (cell.role.kind === "person") {
        const isKnown = draft.personId === id;
        cell.outcome = isKnown ? "unchanged" : "kept";
        if (!isKnown) cell.reading = unread("unmapped");
      }
      if (cell.reading.kind === "unread" || cell.keptToo) {
        cell.outcome = "kept";
        cell.reason = cell.reading.kind === "unread" ? cell.reading.reason : "contradicts";
      }
    }
  }

  /** Texts that are kept with the person already are not kept again. */
  #kept({ lines }: PersonDraft, stored: StoredPerson | null): KeptWrite[] {
    const known = new Set(
      (stored?.rows.keptText ?? []).map(({ fields }) => keptName(fields["heading"], fields["text"])),
    );
    const kept: KeptWrite[] = [];
    for (const line of lines) {
      for (const cell of line.cells) {
        if (cell.outcome !== "kept") continue;
        const heading = this.#headingOf(cell);
        const text = cell.text.slice(0, mostKept);
        if (known.has(keptName(heading, text))) {
          cell.outcome = "unchanged";
          continue;
        }
        known.add(keptName(heading, text));
        const column = cell.key === "" ? null : cell.key;
        kept.push({
          heading,
          text,
          column,
          source: this.#context.source(line.sheet, cell.row),
        });
      }
    }
    return kept;
  }

  #headingOf({ heading, column }: Pick<LineCell, "heading" | "column">): string {
    return (heading === "" ? this.#context.unheaded(columnLetters(column)) : heading).slice(0, mostHeading);
  }

  #nothing(draft: PersonDraft, found: Extract<Who, { kind: "left" | "duplicate" }>): PersonPlan {
    for (const cell of cellsOf(draft)) cell.outcome = "listed";
    return {
      outcome: found.kind,
      id: null,
      name: draft.name,
      birth: draft.birth,
      lines: draft.lines,
      writes: [],
      kept: [],
      candidates: found.kind === "duplicate" ? found.people : [],
      duplicate: found.kind === "duplicate" ? found.reason : null,
      left: found.kind === "left" ? found.reason : null,
      warnings: [],
    };
  }

  #remember(person: KnownPerson): void {
    if (person.identityNumber !== null) this.#byNumber.set(person.identityNumber, person);
    const folded = foldName(person.name);
    this.#byName.set(folded, [...(this.#byName.get(folded) ?? []), person]);
  }
}

type Who =
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "new" }
  | { readonly kind: "left"; readonly reason: LeftPersonReason }
  | { readonly kind: "duplicate"; readonly reason: DuplicateReason; readonly people: readonly KnownPerson[] };

/** As long as the fields of a kept text allow. */
const mostKept = 4000;
const mostHeading = 200;

/** Texts that are kept with a person, by their names. */
function textsKept(stored: StoredPerson | null): Set<string> {
  return new Set(
    (stored?.rows.keptText ?? []).map(({ fields }) => keptName(fields["heading"], fields["text"])),
  );
}

function keptName(heading: FieldValue | undefined, text: FieldValue | undefined): string {
  return `${String(heading)}\n${String(text)}`;
}

/** The name of the line that begins a person. */
export function placeOf({ lines: [first] }: Pick<PersonDraft, "lines">): string {
  return first === undefined ? "" : linePlace(first);
}

function identity({
  name,
  birth,
  identityNumber,
}: PersonDraft): Pick<KnownPerson, "name" | "birth" | "identityNumber"> {
  return { name, birth, identityNumber };
}

function cellsOf({ lines }: PersonDraft): readonly LineCell[] {
  return lines.flatMap((line) => line.cells);
}
