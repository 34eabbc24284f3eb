/**
 * What changing many cells of a list comes to: which cells change, from what to what, which cannot and why, and the edits
 * of all that can. Bulk edit, clearing and pasting ask here, so that a preview and what is written never disagree.
 *
 * Cells of one person are one save: a level and its school are checked together. Where the record refuses some of them, these
 * are left out and the others are tried again.
 */
import type { WhichRow } from "../../shared/columns/another-row";
import type { PersonColumn } from "../../shared/columns/column";
import { columnLabel } from "../../shared/columns/label";
import { nameKey } from "../../shared/columns/table-column";
import { ladderOf } from "../../shared/columns/value-order";
import { AppError } from "../../shared/contract/errors";
import type { CellsPreview } from "../../shared/contract/schemas/cells";
import type { ListCell, OfficialFilter } from "../../shared/contract/schemas/officials";
import { error } from "../../shared/domain/checks/found";
import type { FieldValue, PersonEntity } from "../../shared/domain/entities";
import { issueAt } from "../../shared/domain/validate/issue";
import { officialCategories } from "../../shared/domain/values";
import type { Edit } from "../roster/change-log";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { officialIds, officialRecord } from "../roster/read/officials";
import { besideFits, blamedFor, isSame, siblingOf } from "./cell-beside";
import { begunRows, newRows } from "./cell-new-rows";
import { asksWhich, asWritten, type CellRow, rowOf, saveOfRows } from "./cell-rows";
import { PlacesOfClasses } from "./class-places";
import type { Environment } from "./environment";
import type { OpenRoster } from "./open-roster";
import { cellsOf } from "./people-cells";
import { plannedSave } from "./records";
import { wordOf } from "./value-words";

type Fields = Readonly<Record<string, FieldValue>>;
type Shown = CellsPreview["rows"][number];
/** By the ids of rows: what they are given that they say already. */
type Stated = ReadonlyMap<string, Fields>;

/** What a cell is given. `beside`: values of other fields of its row that the same text says. */
export type Given =
  | { readonly kind: "value"; readonly value: FieldValue; readonly beside?: Fields }
  | { readonly kind: "unread"; readonly text: string; readonly reason: string };

/** A cell that is given something, with the others of its line by their keys. */
export interface GivenPlace {
  /** Place of the line among those that are changed, and of the column. */
  readonly line: number;
  readonly column: number;
  readonly cells: ReadonlyMap<string, ListCell>;
}

export interface CellsGiven {
  readonly filter: OfficialFilter;
  readonly columns: readonly string[];
  /** Further columns whose cells are read to know what is given. */
  readonly alsoRead?: readonly string[];
  /** What another value is where rows are told apart by it; null: nobody said, and such cells are refused. */
  readonly which: WhichRow | null;
  /** By keys of columns: what rows that are made say besides, where their cells do not. */
  readonly made: Fields;
  /** Null: what it says already. */
  readonly give: (place: GivenPlace) => Given | null;
}

interface Change extends CellRow {
  readonly beside: Fields;
  readonly shown: Shown;
}

const numberKey = "official.identityNumber";
/** Cells named in a preview, and how many of them may be refused, so that those that change are seen too. */
const mostShown = 200;
const mostRefused = 50;
/** People named of those who are refused alike. */
const mostNames = 3;

/** What is written of one person. */
interface Saved {
  readonly changes: readonly Change[];
  readonly stated: Stated;
  readonly edits: readonly Edit[];
}

/** A cell that gives somebody an identity number. */
interface NumberGiven {
  readonly officialId: string;
  readonly change: Change;
}

export class CellsPlan {
  readonly #saved = new Map<string, Saved>();
  readonly #numbers = new Map<FieldValue, NumberGiven>();
  readonly #roster: OpenRoster;
  readonly #environment: Environment;
  readonly #given: CellsGiven;
  readonly #keys: readonly string[];
  readonly #places: PlacesOfClasses;
  readonly #refused: Shown[] = [];
  readonly #refusedBy = new Map<string, CellsPreview["refusedBy"][number]>();
  readonly #asks = new Set<string>();
  /** By keys of columns: how many people's rows do not say it. */
  readonly #lacking = new Map<string, number>();
  readonly #counts = { count: 0, same: 0, refused: 0 };

  constructor(roster: OpenRoster, environment: Environment, given: CellsGiven) {
    this.#roster = roster;
    this.#environment = environment;
    this.#given = given;
    this.#places = new PlacesOfClasses(roster);
    this.#keys = [...new Set([nameKey, ...given.columns, ...(given.alsoRead ?? [])])];
  }

  /** @param first place of the first of them among all lines that are changed */
  take(index: RosterIndex, people: Int32Array, first: number): void {
    const { filter } = this.#given;
    const kinds = filter.kinds ?? officialCategories;
    const asked = { roster: this.#roster, index, t: this.#environment.t, on: filter.moment.on, kinds };
    const pkOf = (person: number) => index.facts.people.pk[person] ?? 0;
    const ids = officialIds(this.#roster.db, Array.from(people, pkOf));
    const cells = cellsOf(asked, people, this.#keys);
    people.forEach((person, at) => {
      const line = new Map(this.#keys.map((key, place) => [key, cells[at]?.[place] ?? { text: "" }]));
      this.#person(ids.get(pkOf(person)) ?? "", first + at, line);
    });
  }

  /** Of all cells that can take their value. */
  get edits(): readonly Edit[] {
    return [...this.#saved.values()].flatMap(({ edits }) => edits);
  }

  preview(): CellsPreview {
    const changed = [...this.#saved.values()].flatMap(({ changes }) => changes);
    const shown = changed.map((change) => change.shown);
    const lost = shown.filter(losesText);
    const others = shown.filter((row) => !losesText(row));
    return {
      ...this.#counts,
      changed: changed.length,
      people: this.#saved.size,
      asks: this.#given.columns.filter((key) => this.#asks.has(key)),
      lacking: [...this.#lacking].map(([key, people]) => ({ key, people })),
      lost: lost.length,
      refusedBy: [...this.#refusedBy.values()],
      rows: [...lost, ...this.#refused.slice(0, mostRefused), ...others].slice(0, mostShown),
    };
  }

  #person(id: string, line: number, cells: ReadonlyMap<string, ListCell>): void {
    const fullName = cells.get(nameKey)?.text ?? "";
    const made = new Map<string, string>();
    const stated = new Map<string, Fields>();
    const changes = this.#given.columns.flatMap((key, column) => {
      const cell = cells.get(key) ?? { text: "" };
      const given = this.#given.give({ line, column, cells });
      const plain = { id, fullName, key, from: cell.text, refusal: null, reason: null, issues: [] };
      this.#counts.count++;
      if (given === null) {
        this.#counts.same++;
        const known =
          typeof cell.row === "string" ? rowOf(this.#environment, key, cell, cell.value ?? null) : null;
        if (known !== null && typeof known !== "string") state(stated, known);
        return [];
      }
      if (given.kind === "unread") {
        this.#refuse({ ...plain, to: given.text, refusal: "unread", reason: given.reason });
        return [];
      }
      const { value, beside = {} } = given;
      if (value === null && cell.text === "") {
        this.#counts.same++;
        return [];
      }
      const row = rowOf(this.#environment, key, cell, value, made);
      if (typeof row === "string") {
        this.#refuse({ ...plain, to: value === null ? "" : String(value), refusal: row });
        return [];
      }
      if (cell.row === undefined && this.#hasRows(id, row.entity)) {
        this.#refuse({ ...plain, to: value === null ? "" : String(value), refusal: "otherDays" });
        return [];
      }
      const shown = { ...plain, to: this.#words(row.column, { ...beside, [row.column.field]: value }) };
      const asks = asksWhich(row);
      if (asks) this.#asks.add(key);
      const isAnother = asks && this.#given.which?.as === "new";
      if (!isAnother && !besideFits(row.column, beside, cells)) {
        this.#refuse({ ...shown, refusal: "saysMore" });
        return [];
      }
      if (isSame(row, cell, beside, cells)) {
        this.#counts.same++;
        state(stated, row);
        return [];
      }
      return [{ ...row, fields: { ...beside, ...row.fields }, beside, shown }];
    });
    const own = changes.filter((change) => !this.#isGivenTwice(id, change));
    for (const { lacking } of newRows(own)) {
      for (const key of lacking.keys()) this.#lacking.set(key, (this.#lacking.get(key) ?? 0) + 1);
    }
    this.#write(id, own, stated);
  }

  /** Whether somebody who is counted by no row on the day has some for other days: theirs is no record to begin unseen. */
  #hasRows(officialId: string, entity: PersonEntity): boolean {
    const record = entity === "official" ? null : officialRecord(this.#roster.db, officialId);
    return record !== null && entity !== "official" && record.rows[entity].length > 0;
  }

  /**
   * Whether a number is given to somebody else in the same change: then it is neither's, since nobody said whose it is. The
   * record is asked about others on the roster only.
   */
  #isGivenTwice(officialId: string, change: Change): boolean {
    const { column, fields, rowId } = change;
    const number = column.key === numberKey ? (fields[column.field] ?? null) : null;
    if (number === null) return false;
    const first = this.#numbers.get(number);
    if (first === undefined) {
      this.#numbers.set(number, { officialId, change });
      return false;
    }
    this.#refuseTwice(change, rowId, first.change.shown.fullName);
    const saved = this.#saved.get(first.officialId);
    if (saved?.changes.includes(first.change) === true) {
      this.#saved.delete(first.officialId);
      this.#refuseTwice(first.change, first.change.rowId, change.shown.fullName);
      const others = saved.changes.filter((one) => one !== first.change);
      this.#write(first.officialId, others, saved.stated);
    }
    return true;
  }

  #refuseTwice({ column, shown }: Change, rowId: string, who: string): void {
    const issue = issueAt({ entity: column.entity, rowId }, error(column.field, "numberGivenTwice", { who }));
    this.#refuse({ ...shown, refusal: "invalid", issues: [issue] });
  }

  /** Saves all of a person's cells that the record takes. */
  #write(officialId: string, changes: readonly Change[], stated: Stated): void {
    const [roster, environment, { which }] = [this.#roster, this.#environment, this.#given];
    let left = changes;
    while (left.length > 0) {
      let cells = left;
      try {
        const written = asWritten(left, { roster, environment, officialId, which, stated });
        ({ cells } = written);
        const rows = [...begunRows(left, this.#given.made), ...written.further, ...cells];
        const save = saveOfRows(officialId, rows);
        const { edits } = plannedSave(roster, environment, { ...save, places: this.#places });
        this.#saved.set(officialId, { changes: left, edits, stated });
        return;
      } catch (refused) {
        if (!(refused instanceof AppError) || refused.code !== "validation") throw refused;
        const issues = refused.issues.filter(({ severity }) => severity !== "warning");
        const found = blamedFor(cells, issues);
        const asking = left.filter((one, at) => asksWhich(one) && found.includes(cells[at] as Change));
        // What was said of another row is not written of the one on record.
        const isOfThem = ({ rowId }: Change) => asking.some((one) => one.rowId === rowId);
        const blamed = cells.filter(
          (cell, at) => found.includes(cell) || (which?.as !== "correct" && isOfThem(left[at] as Change)),
        );
        for (const { shown, rowId } of blamed) {
          const own = issues.filter((issue) => issue.rowId === rowId);
          this.#refuse({ ...shown, refusal: "invalid", issues: own.length > 0 ? own : issues });
        }
        left = left.filter((_, at) => !blamed.includes(cells[at] as Change));
      }
    }
  }

  #refuse(shown: Shown): void {
    this.#counts.refused++;
    const { key, refusal, reason, issues } = shown;
    const alike = [key, refusal, reason, ...issues.map((issue) => issue.reason)].join(" ");
    const { count, row, names } = this.#refusedBy.get(alike) ?? { count: 0, row: shown, names: [] };
    const named = names.length < mostNames ? [...names, shown.fullName] : names;
    this.#refusedBy.set(alike, { count: count + 1, row, names: named });
    if (this.#refused.length < mostShown) this.#refused.push(shown);
  }

  /** "Đại học; Ngành đào tạo: Luật" */
  #words(column: PersonColumn, fields: Fields): string {
    const { t } = this.#environment;
    const catalog = this.#roster.catalog();
    const ladder = ladderOf(column);
    const word = (field: string) =>
      wordOf(catalog, t, column.entity, field, fields[field] ?? null, () => ladder) ?? "";
    const beside = Object.keys(fields)
      .filter((field) => field !== column.field)
      .map((field) => {
        const other = siblingOf(column, field);
        return `${other === null ? field : columnLabel(t, other)}: ${word(field)}`;
      });
    return [word(column.field), ...beside].join("; ");
  }
}

function state(stated: Map<string, Fields>, { rowId, fields }: CellRow): void {
  stated.set(rowId, { ...stated.get(rowId), ...fields });
}

function losesText({ from, to }: Shown): boolean {
  return from !== "" && to === "";
}
