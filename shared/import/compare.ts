/**
 * Compares what a table says of a person with what the roster knows of them, and says what would be written: nothing for
 * what is there already, never less than is known. What cannot be written is kept as text with the person, with its reason.
 */
import { cleanText } from "../text/clean";
import { columnOfKey, type PersonColumn } from "../columns/column";
import {
  entityDefinition,
  fieldDefinition,
  type FieldValue,
  type OwnedEntity,
  type PersonEntity,
} from "../domain/entities";
import { dayBefore, endsBefore } from "../domain/eve";
import { leftBeside, notOnRecord } from "./beside-record";
import type { LineCell, RowDraft, SaidValue, Value } from "./line";
import { type PersonDraft, placeOf } from "./people";
import {
  asShown,
  isSaidOf,
  nearestTo,
  requiredFields,
  startingWith,
  type StoredRowFields,
  textOf,
} from "./record-rows";
import { namesUnknownPost } from "./unknown-post";
import { unread, type UnreadReason } from "./reading";
import {
  canBeginOn,
  rowsOfColumn,
  tellsDay,
  type WhichAnswered,
  whichDiffers,
  type WhichSaid,
  whyUnsaid,
} from "./which-row";

/** A person as the roster has them. */
export interface StoredPerson extends StoredRowFields {
  readonly rows: Readonly<Record<OwnedEntity, readonly StoredRowFields[]>>;
  /** The assignment by which they are counted on the day; null where there is none. */
  readonly mainId: string | null;
}

export interface CompareContext {
  /** Whether two values of a field mean one thing: a unit and the one that it was merged into, two names of a people. */
  readonly isSame: (entity: PersonEntity, field: string, one: FieldValue, other: FieldValue) => boolean;
  /** What somebody said of another post or level than the recorded one; null: nobody did. @param rows see WhichAsked */
  readonly whichRow: (place: string, rows: string) => WhichSaid | null;
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
  /** Of which rows somebody has to say whether they are a correction, with what was said. */
  readonly asked: readonly WhichAnswered[];
}

/** @param stored null for somebody new. @param id of the person */
export function comparePerson(
  draft: PersonDraft,
  stored: StoredPerson | null,
  id: string,
  context: CompareContext,
): Compared {
  const work = new Comparison(stored, id, context, placeOf(draft));
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
    if (row.pick.kind === "best") work.best(row, row.pick, draft.rows);
    else if (row.pick.kind === "each") work.each(row, draft.personId !== null);
  }
  return { writes: work.writes, asked: work.asked };
}

class Comparison {
  readonly writes: RowWrite[] = [];
  readonly asked: WhichAnswered[] = [];
  readonly #stored: StoredPerson | null;
  readonly #id: string;
  readonly #context: CompareContext;
  readonly #place: string;
  /** Stored rows that a row of the table was found to be. */
  readonly #taken = new Set<string>();

  constructor(stored: StoredPerson | null, id: string, context: CompareContext, place: string) {
    this.#stored = stored;
    this.#id = id;
    this.#context = context;
    this.#place = place;
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
    const from = values.get("from");
    const isTold = tellsDay(from, current.fields["from"]);
    const said = this.#which(entity, draft, current, !isTold);
    if (said === null) return;
    if (said.as === "correct") {
      this.#put(entity, current, false, draft.values, null);
      return;
    }
    const begins = isTold ? from?.value : said.from;
    const eve = typeof begins === "string" ? dayBefore(begins) : null;
    const ended = typeof current.fields["to"] === "string";
    // Ended before it began it would not be ended at all, and both would be held.
    if (eve === null || (!ended && endsBefore(eve, current.fields["from"]))) {
      refuse(draft, "fromNotLater");
      return;
    }
    if (!ended) this.#put(entity, current, false, new Map([["to", { value: eve, cells: [] }]]), null);
    if (isTold || typeof begins !== "string") {
      this.#add(entity, values);
      return;
    }
    // The day that stands in the table is that of the post on record, which keeps it.
    for (const cell of from?.cells ?? []) settle(cell, "unchanged");
    this.#add(entity, new Map([...values, ["from", { value: begins, cells: [] }]]));
  }

  /**
   * What somebody said of another value than the one on record; where nobody did, or it cannot be followed, the cells stay
   * texts.
   */
  #which(
    entity: OwnedEntity,
    draft: RowDraft,
    current: StoredRowFields,
    needsDay: boolean,
  ): WhichSaid | null {
    const says = whichDiffers(entity, draft, current.fields, (field, before, after) =>
      this.#isSame(entity, field, before, after),
    );
    const [first] = says;
    const column = first === undefined ? null : columnOfKey(first.key);
    // What no cell asks of is no other row.
    if (column === null) return { as: "correct" };
    const rows = rowsOfColumn(column);
    const isDated = draft.pick.kind === "main";
    const since = isDated && current.fields["to"] == null ? textOf(current.fields["from"]) : null;
    const said = this.#context.whichRow(this.#place, rows);
    const from = said?.as === "new" && needsDay ? said.from : null;
    const isTooEarly = from === null || !canBeginOn(from, since);
    const isFit = said !== null && !(said.as === "new" && isDated && needsDay && isTooEarly);
    const answered = { asked: { rows, says, isDated, needsDay: isDated && needsDay, since }, said, isFit };
    this.asked.push(answered);
    if (isFit) return said;
    refuse(draft, whyUnsaid(answered));
    return null;
  }

  /** One row for each answer: the same level is the same paper, whatever its date; another level is another paper. */
  best(
    draft: RowDraft,
    pick: Extract<PersonColumn["pick"], { kind: "best" }>,
    all: readonly RowDraft[],
  ): void {
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
    const current = rows.find((row) => !isSaidOf(row, draft, all, ladder));
    // A text that is matched later replaces nothing: its level comes beside the others.
    if (current !== undefined && ladder !== null && this.#context.keepsRecord !== true) {
      const said = this.#which(entity, draft, current, false);
      if (said === null) return;
      if (said.as === "correct") {
        this.#put(entity, current, false, draft.values, pick.value);
        return;
      }
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
