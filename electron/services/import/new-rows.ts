/**
 * Rows of catalogs that the answers of an import add, between the answer and the writing. Until they are written they have
 * names of their own, by which what is planned refers to them.
 */
import { type PostPlace, type RowFields, textOf } from "../../../shared/domain/checks/reading";
import {
  type EntityName,
  entityDefinition,
  fieldDefinition,
  type FieldValue,
} from "../../../shared/domain/entities";
import { type PersonColumn, columnOfKey, refersTo } from "../../../shared/columns/column";
import { newKey } from "../../../shared/text/new-key";
import {
  askedOfNewRow,
  isGivenByProgram,
  isNewRowAnswer,
  type NewRow,
  newRowKey,
  newRowOf,
} from "../../../shared/import/new-rows";
import type { Edit } from "../../roster/change-log";
import { allRows } from "../../roster/read/rows";
import type { OpenRoster } from "../open-roster";

/** Enough of an id that no other office gives a row of its own the same key. */
const lettersOfKey = 12;

export class NewRows {
  readonly #byId = new Map<string, NewRow>();
  readonly #ids = new Map<string, string>();
  readonly #answers = new Map<string, string | null>();

  /** By the names that they have until they are written. */
  get all(): ReadonlyMap<string, NewRow> {
    return this.#byId;
  }

  /** The name of the row that an answer adds; null for every other answer. */
  idOf(entity: EntityName, answer: string): string | null {
    const known = this.#answers.get(`${entity} ${answer}`);
    if (known !== undefined) return known;
    const row = newRowOf(entity, answer);
    const id = row === null ? null : this.#named(row);
    this.#answers.set(`${entity} ${answer}`, id);
    return id;
  }

  /**
   * Those that answers add, from when they are given on: the next text may mean the same row.
   * @param answers by their questions' keys
   * @param there as `rowsThere` finds what needs not be added
   */
  among(answers: ReadonlyMap<string, string>, there: ReturnType<typeof rowsThere>): readonly NewRow[] {
    const ids = [...answers].flatMap(([key, answer]) => {
      const column = isNewRowAnswer(answer) ? columnOfQuestion(key) : null;
      const entity = column === null ? null : refersTo(column);
      return entity === null || there(entity, answer) !== null ? [] : (this.idOf(entity, answer) ?? []);
    });
    return [...new Set(ids)].flatMap((id) => this.#byId.get(id) ?? []);
  }

  /**
   * A new post as checks read it; null for a row that is none of them. Since when it exists nobody says: then nothing that
   * was before it is held against it.
   */
  postInBeing(id: string): PostPlace | null {
    const fields = this.#byId.get(id)?.fields;
    if (fields === undefined) return null;
    const said = { category: textOf(fields, "category"), group: textOf(fields, "group"), order: null };
    return { validFrom: null, validTo: null, ...said };
  }

  #named(row: NewRow): string {
    const key = newRowKey(row);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `00000000-0000-7000-9000-${(this.#byId.size + 1).toString(16).padStart(12, "0")}`;
    this.#ids.set(key, id);
    this.#byId.set(id, row);
    return id;
  }
}

/**
 * Finds what answers would add where it is there already: an answer that is given with the list of every month adds its row
 * with the first.
 * @param on ISO day; a row that ended before it is another one
 * @returns of a catalog and an answer the row's id; null for every other answer
 */
export function rowsThere(
  roster: Pick<OpenRoster, "db">,
  on: string,
): (entity: EntityName, answer: string) => string | null {
  const catalogs = new Map<EntityName, ReadonlyMap<string, string>>();
  const found = new Map<string, string | null>();
  return (entity, answer) => {
    const known = found.get(`${entity} ${answer}`);
    if (known !== undefined) return known;
    const row = newRowOf(entity, answer);
    const rows = row === null ? null : (catalogs.get(entity) ?? idsByKey(roster, entity, on));
    if (rows !== null) catalogs.set(entity, rows);
    const id = row === null ? null : (rows?.get(newRowKey(row)) ?? null);
    found.set(`${entity} ${answer}`, id);
    return id;
  };
}

function idsByKey({ db }: Pick<OpenRoster, "db">, entity: EntityName, on: string): Map<string, string> {
  const asked = askedOfNewRow(entity) ?? [];
  const ids = new Map<string, string>();
  for (const { id, fields } of allRows(db, entity)) {
    const { validTo } = fields;
    if (typeof validTo === "string" && validTo < on) continue;
    const said = Object.fromEntries(asked.map((field) => [field, fields[field] ?? null]));
    const key = newRowKey({ entity, fields: said });
    if (!ids.has(key)) ids.set(key, id);
  }
  return ids;
}

/** Writes the rows that are needed, each once; `ids` then says what each is called. */
export function* newRowEdits(
  roster: Pick<OpenRoster, "db" | "newId">,
  rows: ReadonlyMap<string, NewRow>,
  needed: ReadonlySet<string>,
  ids: Map<string, string>,
): Generator<Edit> {
  const others = new Map<EntityName, RowFields[]>();
  for (const [planned, { entity, fields }] of rows) {
    if (!needed.has(planned)) continue;
    const known = others.get(entity) ?? allRows(roster.db, entity).map((row) => row.fields);
    others.set(entity, known);
    const id = roster.newId();
    const all = { ...givenByProgram(entity, id, known), ...fields };
    ids.set(planned, id);
    known.push(all);
    yield { kind: "create", entity, id, fields: all };
  }
}

/** A key that no other row bears, and the place behind all others. */
function givenByProgram(
  entity: EntityName,
  id: string,
  others: readonly RowFields[],
): Record<string, FieldValue> {
  const given: Record<string, FieldValue> = {};
  for (const field of Object.keys(entityDefinition(entity).fields)) {
    const definition = fieldDefinition(entity, field);
    if (definition?.required !== true || !isGivenByProgram(definition)) continue;
    given[field] =
      definition.type === "integer"
        ? others.reduce((last, row) => Math.max(last, Number(row[field] ?? 0)), 0) + 1
        : newKey(
            id.slice(-lettersOfKey),
            others.map((row) => String(row[field] ?? "")),
          );
  }
  return given;
}

/** The column of people whose texts a question is about. */
function columnOfQuestion(key: string): PersonColumn | null {
  const [kind, column = ""] = key.split(":");
  return kind === "word" ? columnOfKey(column) : null;
}
