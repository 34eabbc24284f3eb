/**
 * Cells of a list of people: what stands in a column for somebody on a day, as it is read, with the row of the log that it
 * is of, so that the grid can change it in place. Whatever shows or sends out a list asks here.
 */
import { groupOf, type PersonColumn } from "../../shared/columns/column";
import type { ComputedColumn } from "../../shared/columns/computed";
import { type ColumnPerson, type ColumnRow, rowsRead } from "../../shared/columns/rows";
import { isComputed, tableColumnOf, unitKey } from "../../shared/columns/table-column";
import type { FindingData, StatusName } from "../../shared/contract/schemas/common";
import type { ListCell } from "../../shared/contract/schemas/officials";
import { byOwned, entityDefinition, type FieldValue, type PersonEntity } from "../../shared/domain/entities";
import { levelAtRank } from "../../shared/domain/levels";
import { isoToPacked, unpackPartialDate } from "../../shared/domain/partial-date";
import { type PostCategory, type Standard, type StandardOrAll, standards } from "../../shared/domain/values";
import type { Translate } from "../../shared/i18n";
import { shortfallCell } from "../../shared/i18n/shortfall-text";
import { statusOfCode } from "../../shared/standards/types";
import { qualificationKindIndex } from "../../shared/statistics/fact-columns";
import { type Snapshot, unverifiedRules } from "../../shared/statistics/snapshot";
import { type PersonRowRead, rowsOfPeople } from "../roster/read/column-rows";
import {
  ageText,
  heldRank,
  type FactsAsked,
  mainOf,
  postsHeld,
} from "../roster/read/index/columns-from-facts";
import { fieldsRead } from "../roster/read/index/columns-from-rows";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { officialIds, officialRecord } from "../roster/read/officials";
import { ownWaiting } from "../roster/read/own-waiting";
import { conflictFields } from "../roster/read/row-marks";
import { judgeRecord } from "./judge-record";
import type { OpenRoster } from "./open-roster";
import { wordOf } from "./value-words";

const noFindings: ReadonlyMap<Standard, FindingData> = new Map();

/** Statuses by which something is missing. */
const wanting: ReadonlySet<StatusName | null> = new Set<StatusName>(["notMet", "unknown", "grace"]);

export interface CellsAsked {
  readonly roster: OpenRoster;
  readonly index: RosterIndex;
  readonly t: Translate;
  /** ISO day. */
  readonly on: string;
  readonly kinds: readonly PostCategory[];
  /** Without what waits or is in conflict, which only a screen marks and which takes as long as the values. */
  readonly unmarked?: true;
}

/**
 * Cells of some people, person by person in the order of the columns. A column of a newer program has empty ones; the
 * place in the list is the list's to tell.
 * @param people indices of the facts; a few hundred at once
 */
export function cellsOf(asked: CellsAsked, people: ArrayLike<number>, keys: readonly string[]): ListCell[][] {
  return new CellReader(asked, keys).read(people);
}

/** A column of the record, with what is known of it for everybody. */
interface FieldColumn {
  readonly column: PersonColumn;
  /** Which of the rows chosen for a person it reads. */
  readonly group: number;
  /** Words of values that were met before; null where a value's word rests on more than itself. */
  readonly words: Map<string | number | boolean, string> | null;
  /** Whether a value is its own word: what stands in a table was read and cleaned before. */
  readonly isPlain: boolean;
}

function isPlain({ definition: { type, format, ladder, jsonOf } }: PersonColumn): boolean {
  return type === "text" && format !== "column" && ladder === undefined && jsonOf === undefined;
}

/** Texts are their own words, and each is met once. */
function isWorded({ column: { definition, pick } }: Pick<FieldColumn, "column">): boolean {
  return definition.type !== "text" && (definition.ladder === undefined || pick.kind === "best");
}

/** Cells of a long list, some people after others: what does not change from one to the next is worked out once. */
export class CellReader {
  readonly #asked: CellsAsked;
  readonly #columns: readonly (FieldColumn | ComputedColumn | null)[];
  readonly #groups: number;
  readonly #fields = new Map<PersonEntity, Set<string>>();
  #facts: { readonly version: number; readonly asked: FactsAsked; readonly unverified: Uint8Array } | null =
    null;

  constructor(asked: CellsAsked, keys: readonly string[]) {
    this.#asked = asked;
    const groups = new Map<string, number>();
    this.#columns = keys.map(tableColumnOf).map((column) => {
      if (column === null || isComputed(column)) return column;
      const named = groupOf(column);
      const group = groups.get(named) ?? groups.size;
      groups.set(named, group);
      return { column, group, words: isWorded({ column }) ? new Map() : null, isPlain: isPlain(column) };
    });
    this.#groups = groups.size;
    for (const one of this.#columns) {
      if (one === null || !("group" in one)) continue;
      const { entity } = one.column;
      // By the birth date it is told whether a paper can have been held.
      const read = this.#fields.get(entity) ?? new Set(entity === "official" ? ["birth"] : []);
      for (const field of fieldsRead(one.column)) read.add(field);
      this.#fields.set(entity, read);
    }
  }

  /** @param people indices of the facts; a few hundred at once */
  read(people: ArrayLike<number>): ListCell[][] {
    const { asked, unverified } = this.#factsNow();
    const reading = new Reading(this.#asked, asked, unverified, {
      people: Array.from(people),
      columns: this.#columns,
      groups: this.#groups,
      fields: this.#fields,
    });
    return Array.from(people, (person) => reading.cells(person));
  }

  /** What is judged and counted, as the roster stands. */
  #factsNow(): { readonly asked: FactsAsked; readonly unverified: Uint8Array } {
    const { index, on, kinds } = this.#asked;
    if (this.#facts?.version !== index.version) {
      const asOf = isoToPacked(on);
      const asked = {
        facts: index.facts,
        catalog: index.catalog,
        snapshot: index.snapshot(asOf, kinds),
        order: index.catalog.context(asOf, kinds),
      };
      this.#facts = { version: index.version, asked, unverified: unverifiedRules(asked.snapshot) };
      for (const column of this.#columns) if (column !== null && "group" in column) column.words?.clear();
    }
    return this.#facts;
  }
}

interface ReadingOf {
  readonly people: readonly number[];
  readonly columns: readonly (FieldColumn | ComputedColumn | null)[];
  readonly groups: number;
  /** Those that are read, by entity. */
  readonly fields: ReadonlyMap<PersonEntity, ReadonlySet<string>>;
}

/** What some people's cells are read from, read once for all of them. */
class Reading {
  readonly #asked: CellsAsked;
  readonly #facts: FactsAsked;
  readonly #unverified: Uint8Array;
  readonly #of: ReadingOf;
  /** By entity, rows by the number of their official. */
  readonly #rows = new Map<PersonEntity, ReadonlyMap<number, readonly PersonRowRead[]>>();
  readonly #ids: ReadonlyMap<number, string>;
  readonly #inConflict: ReadonlySet<string>;
  readonly #waiting = new Set<string>();
  readonly #isMarked: boolean;
  /** Standards whose shortfalls are shown. */
  readonly #lacking: readonly Standard[];

  constructor(asked: CellsAsked, facts: FactsAsked, unverified: Uint8Array, of: ReadingOf) {
    const { roster } = asked;
    this.#asked = asked;
    this.#facts = facts;
    this.#unverified = unverified;
    this.#of = of;
    this.#lacking = of.columns.flatMap((column) =>
      column !== null && "kind" in column && column.kind === "missing"
        ? this.#standardsOf(column.standard ?? "all")
        : [],
    );
    const pks = of.people.map((person) => this.#pkOf(person));
    // A roster as it was known on a past day holds no log, in which alone marks stand.
    this.#isMarked = asked.unmarked !== true && roster.log === roster.db;
    this.#ids = asked.unmarked !== true || this.#lacking.length > 0 ? officialIds(roster.db, pks) : new Map();
    for (const [entity, read] of of.fields)
      this.#rows.set(entity, rowsOfPeople(roster.db, entity, pks, read));
    if (!this.#isMarked) {
      this.#inConflict = new Set();
      return;
    }
    const ids = [...this.#rows.values()].flatMap((rows) => [...rows.values()].flat().map(({ id }) => id));
    this.#inConflict = conflictFields(roster.db, ids);
    for (const { id, entity, values } of ownWaiting(roster.db, ids)) {
      for (const [field, { id: number }] of Object.entries(entityDefinition(entity).fields))
        if (values.has(number)) this.#waiting.add(`${id} ${field}`);
    }
  }

  cells(person: number): ListCell[] {
    const reader = this.#readerOf(person);
    const findings = this.#findingsOf(person);
    const chosen: (readonly ColumnRow[] | undefined)[] = Array.from({ length: this.#of.groups });
    return this.#of.columns.map((column) => {
      if (column === null) return { text: "" };
      if (!("group" in column)) return this.#computed(column, person, findings);
      const rows = (chosen[column.group] ??= rowsRead(reader, column.column, this.#facts.snapshot.asOf));
      return this.#field(column, person, reader, rows);
    });
  }

  #pkOf(person: number): number {
    return this.#facts.facts.people.pk[person] ?? 0;
  }

  #readerOf(person: number): ColumnPerson {
    const rowsOf = (entity: PersonEntity) => this.#rows.get(entity)?.get(this.#pkOf(person)) ?? [];
    const [official] = rowsOf("official");
    const main = mainOf(this.#facts, person);
    const mainPk = main < 0 ? null : this.#facts.facts.assignments.pk[main];
    const birth = this.#facts.facts.people.birth[person] ?? 0;
    return {
      id: this.#ids.get(this.#pkOf(person)) ?? "",
      fields: official?.fields ?? { birth: unpackPartialDate(birth) },
      rows: byOwned(rowsOf),
      mainId: rowsOf("assignment").find(({ pk }) => pk === mainPk)?.id ?? null,
    };
  }

  #field(of: FieldColumn, person: number, reader: ColumnPerson, rows: readonly ColumnRow[]): ListCell {
    const { column } = of;
    const { entity, field, pick } = column;
    const [only] = rows;
    const cell: ListCell = { text: this.#words(of, rows) };
    const isOne = rows.length <= 1 && (pick.kind !== "main" || only !== undefined);
    if (isOne) cell.value = only?.fields[field] ?? null;
    if (this.#asked.unmarked !== true) {
      const id = entity === "official" ? reader.id : (only?.id ?? null);
      if (isOne) cell.row = id;
      const marks = this.#isMarked
        ? (["waiting", "conflict"] as const).filter((mark) =>
            (mark === "waiting" ? this.#waiting : this.#inConflict).has(`${id} ${field}`),
          )
        : [];
      if (marks.length > 0) cell.marks = marks;
    }
    if (column.key === unitKey) {
      // The first of them: a person is counted by one assignment.
      const written = cell.text === "" ? undefined : cell.text;
      Object.assign(cell, this.#countedUnit(person, written));
    }
    return cell;
  }

  /** The values of a column in words, row by row, without those that say nothing. */
  #words(of: FieldColumn, rows: readonly ColumnRow[]): string {
    const { field } = of.column;
    let text = "";
    for (const row of rows) {
      const value = row.fields[field] ?? null;
      if (value === null || value === "") continue;
      const word = this.#word(of, row, value);
      if (word === null) continue;
      text = text === "" ? word : `${text}; ${word}`;
    }
    return text;
  }

  #word(
    { column, words, isPlain: isOwnWord }: FieldColumn,
    row: ColumnRow,
    value: Exclude<FieldValue, null>,
  ): string | null {
    if (isOwnWord) return String(value);
    const known = words?.get(value);
    if (known !== undefined) return known;
    const { index, t } = this.#asked;
    const word = wordOf(
      index.catalog,
      t,
      column.entity,
      column.field,
      value,
      (name) => row.fields[name] ?? null,
    );
    if (word !== null) words?.set(value, word);
    return word;
  }

  /** The unit that figures count somebody in; the one that is written, where it went up in another, as a tip. */
  #countedUnit(person: number, written: string | undefined): Pick<ListCell, "text" | "tip"> {
    const { catalog } = this.#asked.index;
    const unit = catalog.units[this.#facts.snapshot.columns.unit[person] ?? -1];
    const text = unit?.fullName ?? "";
    return written === undefined || written === text ? { text } : { text, tip: written };
  }

  /** Those that a column tells of. */
  #standardsOf(standard: StandardOrAll): readonly Standard[] {
    return standard === "all" ? this.#facts.snapshot.book.counted : [standard];
  }

  #computed(column: ComputedColumn, person: number, findings: ReadonlyMap<Standard, FindingData>): ListCell {
    const { catalog } = this.#asked.index;
    const { facts, snapshot } = this.#facts;
    switch (column.kind) {
      case "number":
        return { text: "" };
      case "age": {
        const birth = unpackPartialDate(facts.people.birth[person] ?? 0);
        return { text: birth === null ? "" : ageText(birth, snapshot.asOf) };
      }
      case "postCount": {
        const count = postsHeld(this.#facts, person).length;
        return { text: count === 0 ? "" : String(count) };
      }
      case "otherPosts": {
        const main = mainOf(this.#facts, person);
        const others = postsHeld(this.#facts, person).filter((row) => row !== main);
        const names = others.flatMap((row) => catalog.posts[facts.assignments.post[row] ?? -1]?.name ?? []);
        return { text: names.join("; ") };
      }
      case "parentUnit": {
        const parent = catalog.units[snapshot.columns.unit[person] ?? -1]?.parentPk ?? null;
        return { text: parent === null ? "" : (catalog.units[catalog.unitOfPk(parent)]?.fullName ?? "") };
      }
      case "status":
        return this.#status(column, person, snapshot);
      case "missing":
        return this.#missing(column, person, findings);
    }
  }

  #status({ standard }: ComputedColumn, person: number, snapshot: Snapshot): ListCell {
    const { t } = this.#asked;
    const status = statusOfCode(snapshot.status[standard ?? "all"][person] ?? 0);
    if (status === null) return { text: "" };
    const word = t(`domain:status.${status}`);
    const of = standards.filter((one) => standard === "all" || one === standard);
    const marks = [
      ...(this.#isUnverified(of, person) ? (["unverified"] as const) : []),
      ...(of.some((one) => snapshot.assumed[one][person] === 1) ? (["assumed"] as const) : []),
    ];
    const level = standard === null || standard === "all" ? null : this.#level(standard, person);
    return {
      text: word,
      status,
      tip: [word, ...(level === null ? [] : [level]), ...marks.map((mark) => t(`domain:mark.${mark}`))].join(
        " · ",
      ),
      ...(marks.length > 0 ? { marks } : {}),
      ...(level === null ? {} : { note: level }),
    };
  }

  #missing(
    { standard }: ComputedColumn,
    person: number,
    findings: ReadonlyMap<Standard, FindingData>,
  ): ListCell {
    const { t } = this.#asked;
    const of = this.#standardsOf(standard ?? "all").flatMap((one) => findings.get(one) ?? []);
    if (of.length === 0) return { text: "" };
    const cell = shortfallCell(t, of, standard === "all");
    const by = of.map((finding) => finding.standard);
    return this.#isUnverified(by, person) ? { ...cell, marks: ["unverified"] } : cell;
  }

  /** Whether the person is judged by a rule of these standards that nobody compared with the text of the law. */
  #isUnverified(of: readonly Standard[], person: number): boolean {
    const { rule } = this.#facts.snapshot;
    return of.some((one) => this.#unverified[(rule[one][person] ?? -1) + 1] === 1);
  }

  #level(standard: Standard, person: number): string | null {
    const rank = heldRank(
      this.#facts.facts,
      person,
      qualificationKindIndex(standard),
      this.#facts.snapshot.asOf,
    );
    const key = levelAtRank(standard, rank);
    return key === null ? null : this.#asked.t(`domain:level.${standard}.${key}`, { defaultValue: key });
  }

  /** By the detailed judge, only for whom the snapshot finds wanting; it reads the whole record. */
  #findingsOf(person: number): ReadonlyMap<Standard, FindingData> {
    if (this.#lacking.length === 0) return noFindings;
    const { roster, index, on, kinds } = this.#asked;
    const { snapshot } = this.#facts;
    const lacks = standards.filter(
      (standard) =>
        this.#lacking.includes(standard) && wanting.has(statusOfCode(snapshot.status[standard][person] ?? 0)),
    );
    if (lacks.length === 0) return noFindings;
    const record = officialRecord(roster.db, this.#ids.get(this.#pkOf(person)) ?? "");
    if (record === null) return noFindings;
    const { data } = judgeRecord(index, record, on, kinds);
    return new Map(
      data.flatMap((finding) =>
        lacks.includes(finding.standard) ? [[finding.standard, finding] as const] : [],
      ),
    );
  }
}
