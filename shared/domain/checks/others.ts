/**
 * The other rows of an entity as a check asks for them: by what a field of theirs holds. A change of thousands of rows
 * would compare each with each if every check went through all of them.
 */
import type { Found } from "./found";
import type { RowFields } from "./reading";

export interface Others {
  readonly isNone: boolean;
  /** Those of which the field is the text. */
  readonly holding: (field: string, text: string) => readonly RowFields[];
}

/** Checks a row of the catalog beside the others of its entity, itself left out. */
export type CheckAmong = (fields: RowFields, others: Others) => readonly Found[];

type Held = readonly [id: string, fields: RowFields];

/** Rows that stand beside each other; each field that is asked for is looked through once. */
export class RowsTogether {
  readonly #rows: ReadonlyMap<string, RowFields>;
  readonly #found = new Map<string, ReadonlyMap<string, readonly Held[]>>();

  /** @param rows by id */
  constructor(rows: ReadonlyMap<string, RowFields>) {
    this.#rows = rows;
  }

  /** All but one. */
  without(id: string): Others {
    return {
      isNone: this.#rows.size === 0 || (this.#rows.size === 1 && this.#rows.has(id)),
      holding: (field, text) =>
        (this.#by(field).get(text) ?? []).flatMap(([other, fields]) => (other === id ? [] : [fields])),
    };
  }

  #by(field: string): ReadonlyMap<string, readonly Held[]> {
    const known = this.#found.get(field);
    if (known !== undefined) return known;
    const found = new Map<string, Held[]>();
    for (const [id, fields] of this.#rows) {
      const text = fields[field];
      if (typeof text !== "string") continue;
      const alike = found.get(text);
      if (alike === undefined) found.set(text, [[id, fields]]);
      else alike.push([id, fields]);
    }
    this.#found.set(field, found);
    return found;
  }
}

export const noOthers: Others = { isNone: true, holding: () => [] };
