/**
 * Cells of a list of people: what stands in a column for somebody on a day, as it is read, with the row of the log that it
 * is of, so that the grid can change it in place. Whatever shows or sends out a list asks here.
 */
import { type PersonColumn } from "../../shared/columns/column";
import type { ComputedColumn } from "../../shared/columns/computed";
import { type ColumnPerson, rowsRead, valuesRead } from "../../shared/columns/rows";
import { isComputed, type TableColumn, tableColumnOf, unitKey } from "../../shared/columns/table-column";
import { ladderOf, valueOfKey } from "../../shared/columns/value-order";
import type { StatusName } from "../../shared/contract/schemas/common";
import type { ListCell } from "../../shared/contract/schemas/officials";
import { byOwned, entityDefinition, type PersonEntity } from "../../shared/domain/entities";
import { levelAtRank } from "../../shared/domain/levels";
import { isoToPacked, unpackPartialDate } from "../../shared/domain/partial-date";
import { type PostCategory, type Standard, standards } from "../../shared/domain/values";
import type { Translate } from "../../shared/i18n";
import { shortfallText } from "../../shared/i18n/shortfall-text";
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

/** A value of a column as a person reads it. @param value as filters name it */
export function valueText(
  { index, t }: Pick<CellsAsked, "index" | "t">,
  column: TableColumn,
  value: string,
): string {
  if (value === "") return "";
  if (!isComputed(column)) {
    const { entity, field, definition } = column;
    const row = (name: string) => (name === definition.ladder ? ladderOf(column) : null);
    return wordOf(index.catalog, t, entity, field, valueOfKey(column, value), row) ?? "";
  }
  switch (column.kind) {
    case "otherPosts":
      return index.catalog.postOfId(value)?.name ?? "";
    case "parentUnit":
      return index.catalog.unitOfId(value)?.fullName ?? "";
    case "status":
      return t(`domain:status.${value}`, { defaultValue: value });
    case "number":
    case "age":
    case "postCount":
    case "missing":
      return value;
  }
}

/**
 * Cells of some people, person by person in the order of the columns. A column of a newer program has empty ones; the
 * place in the list is the list's to tell.
 * @param people indices of the facts; a few hundred at once
 */
export function cellsOf(asked: CellsAsked, people: ArrayLike<number>, keys: readonly string[]): ListCell[][] {
  const reading = new Reading(asked, Array.from(people), keys.map(tableColumnOf));
  return Array.from(people, (person) => reading.cells(person));
}

/** What some people's cells are read from, read once for all of them. */
class Reading {
  readonly #asked: CellsAsked;
  readonly #facts: FactsAsked;
  readonly #columns: readonly (TableColumn | null)[];
  /** By entity, rows by the number of their official. */
  readonly #rows = new Map<PersonEntity, ReadonlyMap<number, readonly PersonRowRead[]>>();
  readonly #ids: ReadonlyMap<number, string>;
  readonly #inConflict: ReadonlySet<string>;
  readonly #waiting = new Set<string>();
  readonly #unverified: Uint8Array;

  constructor(asked: CellsAsked, people: readonly number[], columns: readonly (TableColumn | null)[]) {
    const { index, roster, on, kinds } = asked;
    const asOf = isoToPacked(on);
    this.#asked = asked;
    this.#columns = columns;
    this.#facts = {
      facts: index.facts,
      catalog: index.catalog,
      snapshot: index.snapshot(asOf, kinds),
      order: index.catalog.context(asOf, kinds),
    };
    this.#unverified = unverifiedRules(this.#facts.snapshot);
    const pks = people.map((person) => this.#pkOf(person));
    this.#ids = officialIds(roster.db, pks);
    const fields = new Map<PersonEntity, Set<string>>();
    for (const column of columns) {
      if (column === null || isComputed(column)) continue;
      // By the birth date it is told whether a paper can have been held.
      const read = fields.get(column.entity) ?? new Set(column.entity === "official" ? ["birth"] : []);
      for (const field of fieldsRead(column)) read.add(field);
      fields.set(column.entity, read);
    }
    for (const [entity, read] of fields) this.#rows.set(entity, rowsOfPeople(roster.db, entity, pks, read));
    const ids = [...this.#rows.values()].flatMap((rows) => [...rows.values()].flat().map(({ id }) => id));
    // A roster as it was known on a past day holds no log, in which alone such things stand.
    const isUnmarked = asked.unmarked === true || roster.log !== roster.db;
    this.#inConflict = isUnmarked ? new Set() : conflictFields(roster.db, ids);
    for (const { id, entity, values } of isUnmarked ? [] : ownWaiting(roster.db, ids)) {
      for (const [field, { id: number }] of Object.entries(entityDefinition(entity).fields))
        if (values.has(number)) this.#waiting.add(`${id} ${field}`);
    }
  }

  cells(person: number): ListCell[] {
    const reader = this.#readerOf(person);
    const findings = this.#findingsOf(person);
    return this.#columns.map((column) => {
      if (column === null) return { text: "" };
      return isComputed(column)
        ? this.#computed(column, person, findings)
        : this.#field(column, person, reader);
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

  #field(column: PersonColumn, person: number, reader: ColumnPerson): ListCell {
    const { index, t } = this.#asked;
    const { entity, field, pick } = column;
    const asOf = this.#facts.snapshot.asOf;
    const words = valuesRead(reader, column, asOf).flatMap(
      ({ value, row }) =>
        wordOf(index.catalog, t, entity, field, value, (name) => row.fields[name] ?? null) ?? [],
    );
    const rows = rowsRead(reader, column, asOf);
    const [only] = rows;
    const id = entity === "official" ? reader.id : (only?.id ?? null);
    const isOne = rows.length <= 1 && (pick.kind !== "main" || only !== undefined);
    const marks = (["waiting", "conflict"] as const).filter((mark) =>
      (mark === "waiting" ? this.#waiting : this.#inConflict).has(`${id} ${field}`),
    );
    return {
      text: words.join("; "),
      ...(isOne ? { row: id, value: only?.fields[field] ?? null } : {}),
      ...(marks.length > 0 ? { marks } : {}),
      ...(column.key === unitKey ? this.#countedUnit(person, words[0]) : {}),
    };
  }

  /** The unit that figures count somebody in; the one that is written, where it went up in another, as a tip. */
  #countedUnit(person: number, written: string | undefined): Pick<ListCell, "text" | "tip"> {
    const { catalog } = this.#asked.index;
    const unit = catalog.units[this.#facts.snapshot.columns.unit[person] ?? -1];
    const text = unit?.fullName ?? "";
    return written === undefined || written === text ? { text } : { text, tip: written };
  }

  #computed(column: ComputedColumn, person: number, findings: ReadonlyMap<Standard, string>): ListCell {
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
      tip: [word, ...marks.map((mark) => t(`domain:mark.${mark}`))].join(" · "),
      ...(marks.length > 0 ? { marks } : {}),
      ...(level === null ? {} : { note: level }),
    };
  }

  #missing({ standard }: ComputedColumn, person: number, findings: ReadonlyMap<Standard, string>): ListCell {
    const text = standard === null || standard === "all" ? "" : (findings.get(standard) ?? "");
    if (text === "" || standard === null || standard === "all") return { text: "" };
    return this.#isUnverified([standard], person) ? { text, marks: ["unverified"] } : { text };
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
  #findingsOf(person: number): ReadonlyMap<Standard, string> {
    const shown = this.#columns.flatMap((column) =>
      column !== null && isComputed(column) && column.kind === "missing" ? (column.standard ?? []) : [],
    );
    const { roster, index, on, kinds, t } = this.#asked;
    const { snapshot } = this.#facts;
    const lacks = standards.filter(
      (standard) =>
        shown.includes(standard) && wanting.has(statusOfCode(snapshot.status[standard][person] ?? 0)),
    );
    if (lacks.length === 0) return new Map();
    const record = officialRecord(roster.db, this.#ids.get(this.#pkOf(person)) ?? "");
    if (record === null) return new Map();
    const { data } = judgeRecord(index, record, on, kinds);
    return new Map(
      data.flatMap((finding) =>
        lacks.includes(finding.standard) ? [[finding.standard, shortfallText(t, finding)] as const] : [],
      ),
    );
  }
}
