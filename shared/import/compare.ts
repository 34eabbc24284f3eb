/**
 * Compares what a table says of a person with what the roster knows of them, and says what would be written: nothing for
 * what is there already, never less than is known. What cannot be written is kept as text with the person, with its reason.
 */
import { cleanText } from "../text/clean";
import type { PersonColumn } from "../columns/column";
import {
  entityDefinition,
  fieldDefinition,
  type FieldValue,
  type OwnedEntity,
  ownerField,
  type PersonEntity,
} from "../domain/entities";
import { dayBefore, endsBefore } from "../domain/eve";
import { ladderNamed, levelLadders } from "../domain/levels";
import { leftBeside, notOnRecord } from "./beside-record";
import type { LineCell, RowDraft, SaidValue, Value } from "./line";
import type { PersonDraft } from "./people";
import { namesUnknownPost } from "./unknown-post";
import { unread, type UnreadReason } from "./reading";

export interface StoredRowFields {
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** A person as the roster has them. */
export interface StoredPerson extends StoredRowFields {
  readonly rows: Readonly<Record<OwnedEntity, readonly StoredRowFields[]>>;
  /** The assignment by which they are counted on the day; null where there is none. */
  readonly mainId: string | null;
}

export interface CompareContext {
  /** Whether two values of a field mean one thing: a unit and the one that it was merged into, two names of a people. */
  readonly isSame: (entity: PersonEntity, field: string, one: FieldValue, other: FieldValue) => boolean;
  /** Another post than the recorded one: its correction, or a new one; null: nobody said. */
  readonly postChange: "correct" | "new" | null;
  readonly newId: () => string;
  /** Whether what a text says beside its own value replaces nothing that is on record. */
  readonly keepsRecord?: boolean;
}

/** A field that would have another value. */
export interface FieldChange {
  readonly entity: PersonEntity;
  readonly field: string;
  /** The answer of the field by which rows of the entity are told apart; null where none does. */
  readonly by: string | null;
  readonly before: FieldValue;
  readonly after: Value;
  readonly cells: readonly LineCell[];
}

/** A row that would be written. */
export interface RowWrite {
  readonly entity: PersonEntity;
  readonly id: string;
  readonly isNew: boolean;
  readonly fields: Readonly<Record<string, Value>>;
  readonly changes: readonly FieldChange[];
}

export interface Compared {
  readonly writes: readonly RowWrite[];
  /** Somebody has to say whether another post is a correction. */
  readonly asksPostChange: boolean;
}

/** @param stored null for somebody new. @param id of the person */
export function comparePerson(
  draft: PersonDraft,
  stored: StoredPerson | null,
  id: string,
  context: CompareContext,
): Compared {
  const work = new Comparison(stored, id, context);
  work.own(draft);
  const mains = draft.rows.filter(({ pick }) => pick.kind === "main");
  const own = mains.filter(({ beside }) => beside === undefined);
  for (const row of own) {
    // A day beside a post that is not understood is that post's, and no day of the one on record.
    if (namesUnknownPost(row, draft)) refuse(row, "incomplete");
    else work.main(row, own.length);
  }
  for (const row of mains) if (row.beside !== undefined) work.beside(row, row.beside);
  for (const row of draft.rows) {
    if (row.pick.kind === "best") work.best(row, row.pick);
    else if (row.pick.kind === "each") work.each(row, draft.personId !== null);
  }
  return { writes: work.writes, asksPostChange: work.asksPostChange };
}

class Comparison {
  readonly writes: RowWrite[] = [];
  asksPostChange = false;
  readonly #stored: StoredPerson | null;
  readonly #id: string;
  readonly #context: CompareContext;
  /** Stored rows that a row of the table was found to be. */
  readonly #taken = new Set<string>();

  constructor(stored: StoredPerson | null, id: string, context: CompareContext) {
    this.#stored = stored;
    this.#id = id;
    this.#context = context;
  }

  own({ own }: PersonDraft): void {
    const { fields } = this.#stored ?? { fields: {} };
    const said = notOnRecord(own, fields);
    this.#put("official", { id: this.#id, fields }, this.#stored === null, said, null);
  }

  /** The row by which they are counted: the same unit and post are the same row. */
  main(draft: RowDraft, count: number): void {
    const { entity } = draft;
    if (entity === "official") return;
    const rows = this.#free(entity);
    const needed = requiredFields(entity).filter(
      (field) => fieldDefinition(entity, field)?.entity !== undefined,
    );
    const current = rows.find(({ id }) => id === this.#stored?.mainId) ?? null;
    const said = needed.filter((field) => draft.values.has(field));
    const same = rows.filter((row) =>
      said.every((field) => this.#isSame(entity, field, row.fields[field], draft.values.get(field)?.value)),
    );
    const match =
      said.length === 0
        ? current
        : (same.find(({ id }) => id === this.#stored?.mainId) ??
          startingWith(same, draft) ??
          same[0] ??
          null);
    if (match !== null) {
      this.#put(entity, match, false, draft.values, null);
      return;
    }
    const values = new Map(draft.values);
    // What the line leaves out of where somebody serves is as it is recorded.
    for (const field of needed) {
      const known = current?.fields[field] ?? null;
      if (!values.has(field) && known !== null) values.set(field, { value: known, cells: [] });
    }
    if (needed.some((field) => !values.has(field))) {
      refuse(draft, "incomplete");
      return;
    }
    const isBeside = count > 1 || draft.values.get("kind")?.value === "concurrent" || current === null;
    const isPast = current !== null && endsBefore(values.get("to")?.value, current.fields["from"]);
    if (isBeside || isPast) {
      this.#add(entity, values);
      return;
    }
    this.#another(entity, draft, values, current);
  }

  /**
   * A post that a text names beside the main one: on record already, whatever else is recorded of it there, or a row of its
   * own. Where the main one is not written, the text is kept whole.
   */
  beside(draft: RowDraft, field: string): void {
    const { entity } = draft;
    if (entity === "official") return;
    if (draft.values.get(field)?.cells.some(({ reading }) => reading.kind === "unread") !== false) return;
    const needed = requiredFields(entity);
    const current = this.#stored?.rows[entity].find(({ id }) => id === this.#stored?.mainId);
    const values = new Map(draft.values);
    for (const name of needed) {
      const known = current?.fields[name] ?? null;
      if (!values.has(name) && known !== null) values.set(name, { value: known, cells: [] });
    }
    if (needed.some((name) => !values.has(name))) {
      refuse(draft, "incomplete");
      return;
    }
    const isIt = (fields: Readonly<Record<string, FieldValue>>) =>
      needed.every((name) => this.#isSame(entity, name, fields[name], values.get(name)?.value)) &&
      !endsBefore(fields["to"], values.get("from")?.value);
    const known = (this.#stored?.rows[entity] ?? []).some(({ fields }) => isIt(fields));
    const isWritten = this.writes.some(
      (write) => write.entity === entity && write.isNew && isIt(write.fields),
    );
    if (known || isWritten)
      for (const cell of draft.values.get(field)?.cells ?? []) settle(cell, "unchanged");
    else this.#add(entity, values);
  }

  #another(
    entity: OwnedEntity,
    draft: RowDraft,
    values: ReadonlyMap<string, SaidValue>,
    current: StoredRowFields,
  ): void {
    const { postChange } = this.#context;
    if (postChange === null) {
      this.asksPostChange = true;
      refuse(draft, "postChange");
      return;
    }
    if (postChange === "correct") {
      this.#put(entity, current, false, draft.values, null);
      return;
    }
    const from = values.get("from")?.value;
    const eve = typeof from === "string" ? dayBefore(from) : null;
    if (eve === null) {
      refuse(draft, "fromMissing");
      return;
    }
    const ended = typeof current.fields["to"] === "string";
    // Ended before it began it would not be ended at all, and both would be held.
    if (!ended && endsBefore(eve, current.fields["from"])) {
      refuse(draft, "fromNotLater");
      return;
    }
    if (!ended) this.#put(entity, current, false, new Map([["to", { value: eve, cells: [] }]]), null);
    this.#add(entity, values);
  }

  /** One row for each answer: the same level is the same paper, whatever its date; another level is another paper. */
  best(draft: RowDraft, pick: Extract<PersonColumn["pick"], { kind: "best" }>): void {
    const { entity } = draft;
    if (entity === "official") return;
    const { fields } = entityDefinition(entity);
    const ladder = Object.keys(fields).find((field) => fields[field]?.ladder === pick.by) ?? null;
    const ofKind = this.#free(entity).filter((row) => row.fields[pick.by] === pick.value);
    const level = ladder === null ? undefined : draft.values.get(ladder)?.value;
    const rows = asShown(entity, ladder, pick.value, ofKind);
    const same = rows.filter((row) => level === undefined || row.fields[ladder ?? ""] === level);
    const match = nearestTo(same, draft.values);
    if (match !== null) {
      this.#put(entity, match, false, draft.values, pick.value);
      return;
    }
    if (ladder !== null && level === undefined) {
      refuse(draft, "incomplete");
      return;
    }
    // That somebody has no training at all is no paper to add to those that are known.
    if (level === "none" && rows.length > 0) {
      refuse(draft, "recordSaysMore");
      return;
    }
    this.#add(entity, new Map([...draft.values, [pick.by, { value: pick.value, cells: [] }]]), pick.value);
  }

  /** Of rows one after another, the one that says the same in what it cannot be without; of an export, its number. */
  each(draft: RowDraft, isOfExport: boolean): void {
    const { entity } = draft;
    if (entity === "official") return;
    const needed = requiredFields(entity);
    const rows = this.#free(entity);
    const all = this.#stored?.rows[entity] ?? [];
    const numbered = isOfExport ? (all[(draft.row ?? 1) - 1] ?? null) : null;
    const same = rows.filter((row) =>
      needed.every(
        (field) =>
          draft.values.has(field) &&
          this.#isSame(entity, field, row.fields[field], draft.values.get(field)?.value),
      ),
    );
    const match =
      (numbered !== null && (same.includes(numbered) || same.length === 0) && !this.#taken.has(numbered.id)
        ? numbered
        : null) ??
      same[0] ??
      null;
    if (match !== null) {
      this.#put(entity, match, false, draft.values, null);
      return;
    }
    if (needed.some((field) => !draft.values.has(field))) {
      refuse(draft, "incomplete");
      return;
    }
    this.#add(entity, draft.values);
  }

  #free(entity: OwnedEntity): readonly StoredRowFields[] {
    return (this.#stored?.rows[entity] ?? []).filter(({ id }) => !this.#taken.has(id));
  }

  #add(entity: OwnedEntity, values: ReadonlyMap<string, SaidValue>, by: string | null = null): void {
    this.#put(entity, { id: this.#context.newId(), fields: {} }, true, values, by);
  }

  #put(
    entity: PersonEntity,
    row: StoredRowFields,
    isNew: boolean,
    values: ReadonlyMap<string, SaidValue>,
    by: string | null,
  ): void {
    this.#taken.add(row.id);
    const fields: Record<string, Value> = {};
    const changes: FieldChange[] = [];
    for (const [field, { value, cells }] of values) {
      const before = row.fields[field] ?? null;
      // A text that says letter for letter what is on record is no news, however it would be written today.
      const isWritten = typeof before === "string" && cells.some(({ text }) => text === cleanText(before));
      const isSame = isWritten || this.#isSame(entity, field, before, value);
      const staysRecorded = !isSame && before !== null && this.#context.keepsRecord === true;
      if (staysRecorded && leftBeside(field, value, cells)) continue;
      for (const cell of cells) settle(cell, isSame ? "unchanged" : "stored");
      if (isSame) continue;
      fields[field] = value;
      changes.push({ entity, field, by, before, after: value, cells });
    }
    if (isNew || changes.length > 0) this.writes.push({ entity, id: row.id, isNew, fields, changes });
  }

  #isSame(
    entity: PersonEntity,
    field: string,
    one: FieldValue | undefined,
    other: FieldValue | undefined,
  ): boolean {
    const [a, b] = [one ?? null, other ?? null];
    return a === b || (a !== null && b !== null && this.#context.isSame(entity, field, a, b));
  }
}

/** Level keys of a ladder, lowest first; none where there is no such ladder. */
function levelsOf(kind: string): readonly string[] {
  const ladder = ladderNamed(kind);
  return ladder === null ? [] : levelLadders[ladder];
}

/** A cell may say several values; it is stored where one of them is new. */
function settle(cell: LineCell, outcome: "stored" | "unchanged"): void {
  if (cell.outcome !== "stored") cell.outcome = outcome;
}

/** What a row of the table says cannot become a row of the roster. */
function refuse(draft: Pick<RowDraft, "values">, reason: UnreadReason): void {
  for (const { value, cells } of draft.values.values())
    for (const cell of cells) {
      // Of several posts one alone would be less than was said.
      const isOfSeveral = cell.reading.kind === "value" && cell.reading.further !== undefined;
      cell.reading = isOfSeveral ? unread(reason) : { ...unread(reason), meant: value };
    }
}

const required = new Map<OwnedEntity, readonly string[]>();

function requiredFields(entity: OwnedEntity): readonly string[] {
  const known = required.get(entity);
  if (known !== undefined) return known;
  const found = requiredIn(entity);
  required.set(entity, found);
  return found;
}

function requiredIn(entity: OwnedEntity): readonly string[] {
  const owner = ownerField(entity).name;
  const { fields, inTable } = entityDefinition(entity);
  const by = typeof inTable === "object" ? inTable.by : null;
  return Object.keys(fields).filter(
    (field) => fields[field]?.required === true && field !== owner && field !== by,
  );
}

function startingWith(rows: readonly StoredRowFields[], { values }: RowDraft): StoredRowFields | null {
  const from = values.get("from")?.value;
  return from === undefined ? null : (rows.find((row) => row.fields["from"] === from) ?? null);
}

/**
 * Rows of one kind in the order in which a list shows one of them: the highest level first, of one level its first paper;
 * without a ladder the newest.
 */
function asShown(
  entity: OwnedEntity,
  ladder: string | null,
  kind: string,
  rows: readonly StoredRowFields[],
): readonly StoredRowFields[] {
  const { since, figures } = entityDefinition(entity);
  const levels = ladder === null ? [] : levelsOf(kind);
  const dateOf = (row: StoredRowFields) => String(row.fields[since ?? figures?.since ?? ""] ?? "");
  const rankOf = (row: StoredRowFields) => levels.indexOf(String(row.fields[ladder ?? ""] ?? ""));
  const byDate = (a: string, b: string) => {
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return ladder === null ? b.localeCompare(a) : a.localeCompare(b);
  };
  return [...rows].sort((a, b) => rankOf(b) - rankOf(a) || byDate(dateOf(a), dateOf(b)));
}

/** The row that agrees in most of what is said, the first of those that agree alike. */
function nearestTo(
  rows: readonly StoredRowFields[],
  values: ReadonlyMap<string, SaidValue>,
): StoredRowFields | null {
  const agreement = (row: StoredRowFields) =>
    [...values].filter(([field, { value }]) => row.fields[field] === value).length;
  return [...rows].sort((a, b) => agreement(b) - agreement(a))[0] ?? null;
}
