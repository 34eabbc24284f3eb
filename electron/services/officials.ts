/** Reading officials: pages of the grid, one person's record with findings, people who may be the same. */
import { byName, groupKeys, isFiltered, tableColumnOf } from "../../shared/columns/table-column";
import { numberKey } from "../../shared/columns/computed";
import { isoInstant } from "../../shared/domain/hanoi-time";
import type { CallResult, ParsedArgs } from "../../shared/contract/contract";
import { appError } from "../../shared/contract/errors";
import type { Moment } from "../../shared/contract/schemas/common";
import type {
  ListCell,
  ListOrder,
  OfficialFilter,
  OfficialRecord,
  OfficialRow,
  OwnedRow,
} from "../../shared/contract/schemas/officials";
import {
  byOwned,
  entityDefinition,
  type FieldDefinition,
  type FieldValue,
  type OwnedEntity,
} from "../../shared/domain/entities";
import { isoToPacked } from "../../shared/domain/partial-date";
import { officialCategories, type PostCategory } from "../../shared/domain/values";
import type { RecordJudgement } from "../../shared/standards/read";
import type { Snapshot } from "../../shared/statistics/snapshot";
import { foldName, foldSearch } from "../../shared/text/fold";
import type { Translate } from "../../shared/i18n";
import { lastChangeOf } from "../roster/read/changes";
import { pairId, pairsKeptApart } from "../roster/read/kept-apart";
import {
  officialGridRows,
  officialRecord,
  type OfficialRecordRows,
  officialsByIdentityPrefix,
} from "../roster/read/officials";
import type { StoredRow } from "../roster/read/rows";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";
import { countPeople } from "../roster/read/index/filter-people";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { judgeRecord } from "./judge-record";
import { listGroups } from "./list-groups";
import { placeOf } from "./number-holders";
import type { OpenRoster } from "./open-roster";
import { toldMove } from "./told-move";
import { cellsOf } from "./people-cells";
import { valueText } from "./value-text";
import { outsideOf } from "./outside-of";
import { type PeopleList, PeopleLists } from "./people-lists";
import { referenceName } from "./value-words";

export class Officials {
  readonly #roster: OpenRoster;
  readonly #lists: PeopleLists;

  constructor(roster: OpenRoster) {
    this.#roster = roster;
    this.#lists = new PeopleLists(roster);
  }

  /** Indices of everybody a filter shows, in order. @throws AppError row-unknown */
  list(filter: OfficialFilter, order: ListOrder): Promise<PeopleList> {
    return this.#lists.list(filter, order);
  }

  /** @param columns keys of the columns whose cells are wanted */
  async page(
    filter: OfficialFilter,
    order: ListOrder,
    columns: readonly string[],
    offset: number,
    limit: number,
  ): Promise<CallResult<"officialsPage">> {
    const { roster, index, people } = await this.list(filter, order);
    const shown = people.subarray(offset, offset + limit);
    const kinds = filter.kinds ?? officialCategories;
    const snapshot = index.snapshot(isoToPacked(filter.moment.on), kinds);
    const cells = cellsOf(
      { roster, index, t: roster.surroundings.t, on: filter.moment.on, kinds },
      shown,
      columns,
    );
    const rows = identityRows(roster, index, shown, snapshot).map((row, place) => ({
      ...row,
      cells: numbered(cells[place] ?? [], columns, offset + place),
    }));
    return { total: people.length, version: index.version, rows };
  }

  /** Cells of a list by the places of its lines. @param places a few hundred at once */
  async cells(
    filter: OfficialFilter,
    order: ListOrder,
    columns: readonly string[],
    places: readonly number[],
  ): Promise<ListCell[][]> {
    const { roster, index, people } = await this.list(filter, order);
    const kinds = filter.kinds ?? officialCategories;
    const shown = places.flatMap((place) => people[place] ?? []);
    const cells = cellsOf(
      { roster, index, t: roster.surroundings.t, on: filter.moment.on, kinds },
      shown,
      columns,
    );
    return cells.map((row, at) => numbered(row, columns, places[at] ?? 0));
  }

  /** A list beside one of its columns, both of one state of the roster. @throws AppError row-unknown */
  withColumn(filter: OfficialFilter, order: ListOrder, key: string) {
    return this.#lists.listWithColumn(filter, order, key);
  }

  async indexOf(filter: OfficialFilter, order: ListOrder, id: string): Promise<number> {
    const { roster, index, people } = await this.list(filter, order);
    const record = officialRecord(roster.db, id);
    return record === null ? -1 : people.indexOf(index.facts.indexOf(record.pk));
  }

  /** The groups of a list in its order; none where it is not parted. */
  async groups(filter: OfficialFilter, order: ListOrder): Promise<CallResult<"officialsGroups">> {
    if (order.group === null) return { version: (await this.list(filter, order)).index.version, groups: [] };
    const list = await this.#lists.listWithColumn(filter, order, groupKeys[order.group]);
    const groups = listGroups(list, groupKeys[order.group], list.roster.surroundings.t);
    return { version: list.index.version, groups };
  }

  /** What a column's filter offers. */
  async values({
    filter,
    key,
    search,
    offset,
    limit,
  }: ParsedArgs<"columnValues">): Promise<CallResult<"columnValues">> {
    const shown = tableColumnOf(key);
    if (shown === null || !isFiltered(shown)) return { total: 0, people: 0, rows: [] };
    const others = (filter.where ?? []).filter((one) => one.key !== key);
    const { index, roster, people, column } = await this.#lists.listWithColumn(
      { ...filter, where: others },
      byName,
      key,
    );
    const counts = countPeople(people, column);
    const textOf = (place: number) =>
      valueText({ index, t: roster.surroundings.t }, shown, column.values[place] ?? "");
    const sought = foldSearch(search);
    const found: number[] = [];
    let met = 0;
    counts.forEach((count, place) => {
      if (count === 0 || (sought !== "" && !foldSearch(textOf(place)).includes(sought))) return;
      found.push(place);
      met += count;
    });
    const rows = found.slice(offset, offset + limit).map((place) => ({
      value: column.values[place] ?? "",
      text: textOf(place),
      count: counts[place] ?? 0,
    }));
    return { total: found.length, people: met, rows };
  }

  /** @throws AppError row-unknown */
  async get(id: string, moment: Moment): Promise<OfficialRecord> {
    const roster = await this.#roster.at(moment);
    const index = await roster.index();
    const record = officialRecord(roster.db, id);
    if (record === null) throw appError("row-unknown", { id });
    const { catalog } = index;
    const { serving, mainDoubt, data } = this.judge(index, record, moment.on);
    const unit = serving === null ? null : catalog.unitOfId(serving.unitId);
    const last = lastChangeOf(roster.db, record.pk);
    return {
      id,
      official: record.fields,
      rows: byOwned((entity) => ownedRows(entity, record.rows[entity], catalog, roster.surroundings.t)),
      serving:
        serving === null
          ? null
          : {
              unitId: serving.unitId,
              unitCode: unit?.code ?? "",
              unitName: unit?.fullName ?? "",
              postName: catalog.postOfId(serving.postId)?.name ?? "",
            },
      mainDoubt,
      findings: [...data],
      outside: outsideOf(index, index.facts.indexOf(record.pk), isoToPacked(moment.on)),
      lastChange: last === null ? null : { at: isoInstant(last.at), user: last.user },
    };
  }

  /** The judgement of a record. @param asOf ISO day @param kinds the kinds of post that count */
  judge(
    index: RosterIndex,
    record: OfficialRecordRows,
    asOf: string,
    kinds: readonly PostCategory[] = officialCategories,
  ): RecordJudgement {
    return judgeRecord(index, record, asOf, kinds);
  }

  /** Other people who may be the same: equal identity number, or equal name and birth, marks aside. */
  async alike(wanted: {
    id: string | null;
    fullName: string;
    birth: string | null;
    identityNumber: string | null;
  }): Promise<CallResult<"officialsAlike">> {
    const index = await this.#roster.index();
    const byNumber =
      wanted.identityNumber === null || wanted.identityNumber.length < 9
        ? []
        : officialsByIdentityPrefix(this.#roster.db, wanted.identityNumber, 20);
    const matches = (await index.nameList).names.search(wanted.fullName);
    const sameName: number[] = [];
    if (matches !== null && wanted.birth !== null) {
      for (let person = 0; person < matches.length && sameName.length < 200; person++) {
        if (matches[person] !== 0) sameName.push(index.facts.people.pk[person] ?? 0);
      }
    }
    const folded = foldName(wanted.fullName);
    const isSettled = this.#settledApart(wanted);
    return officialGridRows(this.#roster.db, [...new Set([...byNumber, ...sameName])])
      .filter((row) => row.id !== wanted.id)
      .filter(
        (row) =>
          byNumber.includes(row.pk) || (foldName(row.fullName) === folded && row.birth === wanted.birth),
      )
      .filter((row) => !isSettled(row.id, byNumber.includes(row.pk)))
      .slice(0, 10)
      .map((row) => ({
        id: row.id,
        fullName: row.fullName,
        birth: row.birth,
        unitName: placeOf(officialRecord(this.#roster.db, row.id)?.rows.assignment ?? [], index.catalog),
        same: byNumber.includes(row.pk) ? "identityNumber" : "nameAndBirth",
      }));
  }

  /** Whom somebody said to be another one; not of a number that is only being typed, which must not become the other's. */
  #settledApart(wanted: {
    id: string | null;
    identityNumber: string | null;
  }): (other: string, isNumber: boolean) => boolean {
    const { id } = wanted;
    if (id === null) return () => false;
    const apart = pairsKeptApart(this.#roster.db);
    const known = officialRecord(this.#roster.db, id)?.fields["identityNumber"] ?? null;
    return (other, isNumber) =>
      apart.has(pairId(id, other)) && (!isNumber || known === wanted.identityNumber);
  }
}

/** The place in the list is the list's to tell. */
function numbered(cells: readonly ListCell[], columns: readonly string[], place: number): ListCell[] {
  return cells.map((cell, at) => (columns[at] === numberKey ? { ...cell, text: String(place + 1) } : cell));
}

/** Who the people of a list are, by index, in that order. */
function identityRows(
  roster: OpenRoster,
  index: RosterIndex,
  people: Int32Array,
  { asOf, columns }: Snapshot,
): Omit<OfficialRow, "cells">[] {
  const pks = Array.from(people, (person) => index.facts.people.pk[person] ?? 0);
  return officialGridRows(roster.db, pks).map(({ pk, id, fullName, birth }) => {
    const person = index.facts.indexOf(pk);
    const unit = index.catalog.units[columns.unit[person] ?? -1] ?? null;
    const post = index.catalog.posts[columns.post[person] ?? -1] ?? null;
    return {
      id,
      fullName,
      birth,
      unitCode: unit?.code ?? null,
      unitName: unit?.fullName ?? null,
      postName: post?.name ?? null,
      outside: outsideOf(index, person, asOf),
    };
  });
}

/** Rows of a record as they are shown: the newest first, with the names of what they refer to. */
function ownedRows(
  entity: OwnedEntity,
  rows: readonly StoredRow[],
  catalog: CatalogFacts,
  t: Translate,
): OwnedRow[] {
  const { since, fields: definitions } = entityDefinition(entity);
  const shown = rows.map((row) => ({
    id: row.id,
    fields: row.fields,
    names: namesOf(definitions, row.fields, catalog),
    ...(entity === "assignment" ? movedFrom(row, rows, catalog, t) : {}),
    recordedOn: row.recordedOn,
  }));
  if (since === undefined) return shown;
  return shown.sort((a, b) => compareText(String(b.fields[since] ?? ""), String(a.fields[since] ?? "")));
}

function movedFrom(
  row: StoredRow,
  rows: readonly StoredRow[],
  catalog: CatalogFacts,
  t: Translate,
): Pick<OwnedRow, "told"> {
  const told = toldMove(row, rows, catalog, t);
  return told === null ? {} : { told };
}

function namesOf(
  definitions: Readonly<Record<string, FieldDefinition>>,
  fields: Readonly<Record<string, FieldValue>>,
  catalog: CatalogFacts,
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [field, definition] of Object.entries(definitions)) {
    const name = referenceName(catalog, definition, String(fields[field]));
    if (name !== null) names[field] = name;
  }
  return names;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
