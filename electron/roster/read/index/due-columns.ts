/**
 * The rows of everybody that decide what is due, packed into numbers while they are gone through: an object for each of a
 * nation's million rows would take more memory than the rest of the open roster.
 */
import type { FieldDefinition, FieldValue } from "../../../../shared/domain/entities";
import type { RowFields } from "../../../../shared/domain/checks/reading";
import { packPartialDate, parsePartialDate, unpackPartialDate } from "../../../../shared/domain/partial-date";
import type { DueEntity } from "../../../../shared/due/types";
import type { SqlValue } from "../../file/sql";
import { dueColumns, type DueRow } from "../due-rows";
import { GatheredRows } from "./gathered-rows";

/** In place of a value that is not on record. */
const nothing = -2_147_483_648;
const most = 2_147_483_647;

/** A value as a whole number and back; what does not fit comes back as undefined. */
interface Packing {
  readonly pack: (value: SqlValue) => number | undefined;
  readonly unpack: (cell: number) => FieldValue;
}

/** Posts as they are named in rows of the file and in fields. */
export interface PostNames {
  postOfPk(pk: number): number;
  readonly posts: readonly { readonly id: string }[];
}

/** Rows of one entity by person. */
export class DueColumns {
  readonly #fields: readonly (Packing & { readonly field: string; readonly at: number })[];
  readonly #rows: GatheredRows;

  /** @param people number of people */
  constructor(entity: Exclude<DueEntity, "official">, people: number, posts: PostNames) {
    const columns = dueColumns(entity).filter(({ definition }) => definition.entity !== "official");
    this.#fields = columns.map(({ field, at, definition }) => ({
      field,
      at,
      ...packingOf(definition, posts),
    }));
    this.#rows = new GatheredRows(people, people, columns.length);
  }

  /** @returns false where a value does not fit into a column: the row was not taken */
  add(person: number, row: DueRow): boolean {
    const cells = this.#fields.map(({ at, pack }) => pack(row[at] ?? null));
    if (!cells.every((cell) => cell !== undefined)) return false;
    const start = this.#rows.add(person);
    this.#rows.cells.set(cells, start);
    return true;
  }

  /** After the last `add`; in the order in which rows came. */
  of(person: number): RowFields[] {
    const found: RowFields[] = [];
    this.#rows.each(person, (start) => {
      const { cells } = this.#rows;
      const fields: Record<string, FieldValue> = {};
      for (const [place, { field, unpack }] of this.#fields.entries())
        fields[field] = unpack(cells[start + place] ?? nothing);
      found.push(fields);
    });
    return found;
  }
}

function packingOf({ type, entity }: FieldDefinition, posts: PostNames): Packing {
  switch (type) {
    case "partialDate":
    case "day":
      return dates();
    case "integer":
    case "decimal":
    case "year":
    case "money":
      return { pack: packNumber, unpack: (cell) => (cell === nothing ? null : cell) };
    case "text":
    case "choice":
      return words();
    case "reference":
      if (entity === "post") return places(posts);
      break;
    default:
  }
  throw new Error(`What is due reads no ${type}`);
}

function packNumber(value: SqlValue): number | undefined {
  if (value === null) return nothing;
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= most ? value : undefined;
}

/** There are few days among millions of dates. */
function dates(): Packing {
  const known = new Map<number, string | null>();
  return {
    pack: (value) => {
      if (value === null) return nothing;
      const date = typeof value === "string" ? parsePartialDate(value) : null;
      return date === null ? undefined : packPartialDate(date);
    },
    unpack: (cell) => {
      if (cell === nothing) return null;
      const date = known.get(cell) ?? unpackPartialDate(cell);
      known.set(cell, date);
      return date;
    },
  };
}

/** Closed lists, and texts that repeat themselves, such as grades. */
function words(): Packing {
  const texts: string[] = [];
  const codes = new Map<string, number>();
  return {
    pack: (value) => {
      if (value === null) return nothing;
      if (typeof value !== "string") return undefined;
      const known = codes.get(value);
      if (known !== undefined) return known;
      codes.set(value, texts.length);
      return texts.push(value) - 1;
    },
    unpack: (cell) => texts[cell] ?? null,
  };
}

/** A post that the catalog does not know is no post. */
function places(posts: PostNames): Packing {
  return {
    pack: (value) => (value === null ? nothing : posts.postOfPk(Number(value))),
    unpack: (cell) => posts.posts[cell]?.id ?? null,
  };
}
