/**
 * Decides of each person of a table who they are on the roster and what would be written: the preview is this plan, and the
 * import writes it and nothing else.
 */
import { columnOfKey } from "../columns/column";
import type { FieldIssue } from "../contract/errors";
import { warning } from "../domain/checks/found";
import { isOldNumber } from "../domain/identity-number";
import { issueAt } from "../domain/validate/issue";
import { type BlankCell, blankCells } from "./blank-cells";
import { checkWrites, type RecordChecks } from "./check-writes";
import { comparePerson, type CompareContext, type RowWrite, type StoredPerson } from "./compare";
import { cellsOf, keepsNews, keptOf, type KeptWords, type KeptWrite, settleOthers } from "./kept-cells";
import {
  type Alike,
  type AlikePerson,
  type DuplicateReason,
  KnownPeople,
  type RosterPeople,
} from "./known-people";
import type { Line } from "./line";
import { type PersonDraft, placeOf } from "./people";
import { type Answers, type QuestionList, questionKey } from "./questions";
import { type RecordWords, settleSaid } from "./said-on-record";
import { toldApart } from "./told-apart";
import { askWhich } from "./which-row";

export const leftPersonReasons = ["nameMissing", "answered"] as const;
export type LeftPersonReason = (typeof leftPersonReasons)[number];

export interface PersonPlan {
  readonly outcome: "added" | "changed" | "unchanged" | "duplicate" | "left";
  /** Of the record; null where nothing is written. */
  readonly id: string | null;
  readonly name: string;
  readonly birth: string | null;
  readonly lines: readonly Line[];
  readonly writes: readonly RowWrite[];
  readonly kept: readonly KeptWrite[];
  /** What stays on record though the table leaves its cells blank. */
  readonly blanks: readonly BlankCell[];
  readonly candidates: readonly AlikePerson[];
  /** People, by their ids, of whom somebody said that this is not one of them, however alike. */
  readonly apartFrom: readonly string[];
  readonly duplicate: DuplicateReason | null;
  readonly left: LeftPersonReason | null;
  /** What is worth a second look in what would be written. */
  readonly warnings: readonly FieldIssue[];
}

export interface PlanContext extends CompareContext, KeptWords, RecordWords {
  readonly roster: RosterPeople;
  readonly answers: Answers;
  readonly questions: QuestionList;
  readonly validation: RecordChecks;
  /** Columns of values of a sheet. */
  readonly columnsOf: (sheet: string) => readonly string[];
  /** Lines that were said to be of the person of a line in front of them. */
  readonly joined: ReadonlyMap<string, string>;
}

/** Plans person by person, in the order of the table; those before are known to those after. */
export class Planner {
  readonly #context: PlanContext;
  readonly #people: KnownPeople;
  /** A line that is somebody in front of it in the table: their lines are one. */
  readonly joins = new Map<string, string>();

  constructor(context: PlanContext) {
    this.#context = context;
    this.#people = new KnownPeople(context.roster);
  }

  plan(draft: PersonDraft): PersonPlan {
    const found = this.#whoIs(draft);
    if (found.kind === "left" || found.kind === "duplicate") return this.#nothing(draft, found);
    const stored = found.kind === "known" ? this.#context.roster.read(found.id) : null;
    const id = stored?.id ?? this.#context.newId();
    const planned = this.#written(draft, stored, id, found.kind === "new" ? found.apartFrom : nobody);
    if (stored !== null) this.#people.take(id, placeOf(draft));
    // Of a line that is left out nobody comes whom others could be, or be kept apart from.
    else if (planned.outcome === "added") this.#people.remember(draft, id, placeOf(draft));
    return planned;
  }

  #whoIs(draft: PersonDraft): Who {
    const { roster } = this.#context;
    if (draft.personId !== null && roster.has(draft.personId)) return { kind: "known", id: draft.personId };
    if (draft.name === "") return { kind: "left", reason: "nameMissing" };
    const alike = this.#people.alike(draft);
    if (alike === null) return { kind: "new", apartFrom: nobody };
    const sure = this.#people.sure(alike, draft);
    if (sure !== null) return { kind: "known", id: sure.id };
    const told = toldApart(draft, alike, placeOf(draft), this.#context);
    if (told !== null) return { kind: "known", id: told.id };
    return (
      this.#answered(draft, alike) ??
      this.#saysTheSame(draft, alike.people) ?? { kind: "duplicate", ...alike }
    );
  }

  #answered(draft: PersonDraft, { reason, people }: Alike): Who | null {
    const place = placeOf(draft);
    const key = questionKey("duplicate", place);
    const choices = [...people.map(sameAnswer), "other", "leave"];
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
    if (said === "other") return { kind: "new", apartFrom: pairedWith(draft, people) };
    const meant =
      said === "same"
        ? onlyOne(people)
        : (people.find((one) => said === sameAnswer(one)) ?? this.#followed(said, people));
    if (meant === undefined) return null;
    if (meant.line !== null) {
      this.joins.set(place, meant.line);
      return { kind: "duplicate", reason, people };
    }
    return { kind: "known", id: meant.id };
  }

  /** The person of a line that was said to be another line's since. */
  #followed(said: string | undefined, people: readonly AlikePerson[]): AlikePerson | undefined {
    if (said?.startsWith(sameAs) !== true) return undefined;
    const { joined } = this.#context;
    let place = said.slice(sameAs.length);
    const passed = new Set<string>();
    for (let next = joined.get(place); next !== undefined && !passed.has(place); next = joined.get(place)) {
      passed.add(place);
      place = next;
    }
    return people.find(({ line }) => line === place);
  }

  /** A line that says nothing that is not on record of one of them changes nothing, whoever is meant. */
  #saysTheSame(draft: PersonDraft, people: readonly AlikePerson[]): Who | null {
    const [only, ...others] = people;
    const cells = cellsOf(draft);
    const saysWhere = cells.some(({ key }) => columnOfKey(key)?.pick.kind === "main");
    if (only === undefined || others.length > 0 || only.line !== null || !saysWhere) return null;
    const stored = this.#context.roster.read(only.id);
    if (keepsNews(draft, stored, this.#context)) return null;
    const outcomes = cells.map((cell) => ({ cell, before: { ...cell } }));
    const { writes, asked } = comparePerson(draft, stored, only.id, this.#context);
    for (const { cell, before } of outcomes) Object.assign(cell, before);
    return writes.length === 0 && asked.length === 0 ? { kind: "known", id: only.id } : null;
  }

  #written(
    draft: PersonDraft,
    stored: StoredPerson | null,
    id: string,
    apartFrom: readonly string[],
  ): PersonPlan {
    const { roster, validation, questions } = this.#context;
    if (stored !== null) settleSaid(draft, stored, this.#context, questions);
    const { writes, asked } = comparePerson(draft, stored, id, this.#context);
    for (const one of asked) askWhich(questions, one, draft.name, placeOf(draft));
    const { valid, warnings } = checkWrites(stored, id, writes, validation, roster);
    const isNamed =
      stored !== null || valid.some(({ entity, fields }) => entity === "official" && "fullName" in fields);
    if (!isNamed) return this.#nothing(draft, { kind: "left", reason: "nameMissing" });
    settleOthers(draft, id);
    const kept = keptOf(draft, stored, this.#context);
    return {
      outcome: stored === null ? "added" : valid.length > 0 ? "changed" : "unchanged",
      id,
      name: draft.name === "" ? String(stored?.fields["fullName"] ?? "") : draft.name,
      birth: draft.birth,
      lines: draft.lines,
      writes: valid,
      kept,
      blanks: stored === null ? [] : blankCells(draft, stored, this.#context.columnsOf, this.#context),
      candidates: [],
      apartFrom,
      duplicate: null,
      left: null,
      warnings: [...warnings, ...oldNumbers(id, valid)],
    };
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
      blanks: [],
      candidates: found.kind === "duplicate" ? found.people : [],
      apartFrom: nobody,
      duplicate: found.kind === "duplicate" ? found.reason : null,
      left: found.kind === "left" ? found.reason : null,
      warnings: [],
    };
  }
}

type Who =
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "new"; readonly apartFrom: readonly string[] }
  | { readonly kind: "left"; readonly reason: LeftPersonReason }
  | ({ readonly kind: "duplicate" } & Alike);

const nobody: readonly string[] = [];
const sameAs = "same:";

/**
 * The answer that a line is about somebody. Of whom another line of the table is about already it names that line: an
 * answer that was given before the other line came to the same record is asked again, now that two would be written there.
 */
export function sameAnswer({ id, line }: AlikePerson): string {
  return `${sameAs}${line ?? id}`;
}

/** Whom one answer for many says a line to be; undefined where it may be several. */
function onlyOne([only, ...others]: readonly AlikePerson[]): AlikePerson | undefined {
  return others.length === 0 && !isTakenRecord(only) ? only : undefined;
}

/** How many of the people of a plan are answered by saying of all that they are whoever they are alike to. */
export function countSame(people: readonly PersonPlan[]): number {
  // The first line that is said to be somebody on record takes the record.
  const taken = new Set<string>();
  return people.filter(({ outcome, candidates }) => {
    const only = outcome === "duplicate" ? onlyOne(candidates) : undefined;
    if (only === undefined || (only.place === null && taken.has(only.id))) return false;
    taken.add(only.id);
    return true;
  }).length;
}

/** Whether somebody on record is what another line of the table is about: one answer for all lines was not given of that. */
function isTakenRecord(one: AlikePerson | undefined): boolean {
  return one !== undefined && one.place === null && one.line !== null;
}

/** Remarks on the number of an old card, which goes where the number of a person goes: a list calls both the same. */
function oldNumbers(id: string, writes: readonly RowWrite[]): FieldIssue[] {
  const field = "identityNumber";
  const isOld = writes.some(
    ({ entity, fields }) => entity === "official" && isOldNumber(String(fields[field] ?? "")),
  );
  return isOld ? [issueAt({ entity: "official", rowId: id }, warning(field, "identityOld"))] : [];
}

/** Those with whom somebody would be shown as one person afterwards, though it was said that they are two. */
function pairedWith({ birth, identityNumber }: PersonDraft, people: readonly AlikePerson[]): string[] {
  const isPair = (one: AlikePerson) =>
    (identityNumber !== null && one.identityNumber === identityNumber) ||
    (birth !== null && one.birth === birth);
  return people.filter(isPair).map(({ id }) => id);
}
