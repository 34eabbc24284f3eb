/** Reading officials: pages of the grid, one person's record with findings, people who may be the same. */
import { isoInstant } from "../../shared/domain/hanoi-time";
import type { CallResult } from "../../shared/contract/contract";
import { appError } from "../../shared/contract/errors";
import type { FindingData, Moment, StatusName } from "../../shared/contract/schemas/common";
import type {
  OfficialFilter,
  OfficialRecord,
  OfficialRow,
  OfficialSort,
  OutsideDayData,
  ShortfallData,
  OwnedRow,
} from "../../shared/contract/schemas/officials";
import {
  byOwned,
  entityDefinition,
  type FieldDefinition,
  type FieldValue,
  type OwnedEntity,
} from "../../shared/domain/entities";
import { levelAtRank, type QualificationKind, qualificationKinds } from "../../shared/domain/levels";
import { isoToPacked, type PackedDay, packedToIso } from "../../shared/domain/partial-date";
import { cleanValue } from "../../shared/domain/validate/clean";
import { byStandard, officialCategories, type PostCategory, standards } from "../../shared/domain/values";
import { outsideDay } from "../../shared/standards/outside-day";
import { judgeRows, type RecordJudgement } from "../../shared/standards/read";
import { assignmentMarks, isValidOn } from "../../shared/standards/serving";
import { statusOfCode } from "../../shared/standards/types";
import type { Snapshot } from "../../shared/statistics/snapshot";
import { foldName } from "../../shared/text/fold";
import { lastChangeOf } from "../roster/read/changes";
import {
  officialGridRows,
  officialRecord,
  type OfficialRecordRows,
  officialsByIdentityPrefix,
} from "../roster/read/officials";
import type { StoredRow } from "../roster/read/rows";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";
import { placeOf } from "./number-holders";
import { referenceName } from "./value-words";
import type { OpenRoster } from "./open-roster";
import { listOfficials, searchOfficials } from "../roster/read/index/list";
import type { RosterIndex } from "../roster/read/index/roster-index";

/** Lists that were asked for lately, so that scrolling does not filter and sort again. */
const keptLists = 8;
/** Statuses by which something is missing. */
const wanting: ReadonlySet<StatusName | null> = new Set<StatusName>(["notMet", "unknown", "grace"]);
const mostIdentityMatches = 5_000;

export class Officials {
  readonly #roster: OpenRoster;
  readonly #lists = new RecentLists();
  /** The same lists before anything was searched in them, so that the next letter only searches. */
  readonly #unsearched = new RecentLists();

  constructor(roster: OpenRoster) {
    this.#roster = roster;
  }

  /**
   * Indices of everybody a filter shows, in order; while searching, names with the marks as typed go first.
   * @throws AppError row-unknown
   */
  async list(
    filter: OfficialFilter,
    sort: OfficialSort,
  ): Promise<{ roster: OpenRoster; index: RosterIndex; people: Int32Array }> {
    const roster = await this.#roster.at(filter.moment);
    const index = await roster.index();
    const nameList = await index.nameList;
    const { search, ...rest } = filter;
    const people = this.#lists.get(JSON.stringify([filter, sort]), index, () => {
      const everybody = this.#unsearched.get(JSON.stringify([rest, sort]), index, () =>
        listOfficials(index, nameList, filter, sort),
      );
      const numbered = identityMatches(roster, index, search);
      return numbered === null
        ? searchOfficials(nameList, search, everybody)
        : everybody.filter((person) => numbered.has(person));
    });
    return { roster, index, people };
  }

  async page(
    filter: OfficialFilter,
    sort: OfficialSort,
    offset: number,
    limit: number,
  ): Promise<{ total: number; version: number; rows: OfficialRow[] }> {
    const { roster, index, people } = await this.list(filter, sort);
    const kinds = filter.kinds ?? officialCategories;
    const rows = gridRows(
      roster,
      index,
      people.subarray(offset, offset + limit),
      index.snapshot(isoToPacked(filter.moment.on), kinds),
    ).map((row) => ({ ...row, shortfalls: this.#shortfalls(roster, index, row, filter.moment.on, kinds) }));
    return { total: people.length, version: index.version, rows };
  }

  /** By the detailed judge, only for whom the snapshot finds wanting; it reads the whole record. */
  #shortfalls(
    roster: OpenRoster,
    index: RosterIndex,
    row: Pick<OfficialRow, "id" | "statuses">,
    on: string,
    kinds: readonly PostCategory[],
  ): OfficialRow["shortfalls"] {
    const lacks = standards.filter((standard) => wanting.has(row.statuses[standard]));
    const record = lacks.length === 0 ? null : officialRecord(roster.db, row.id);
    if (record === null) return byStandard(() => null);
    const { data } = this.judge(index, record, on, kinds);
    return byStandard((standard) => {
      const finding = data.find((one) => one.standard === standard);
      return finding === undefined || !lacks.includes(standard) ? null : shortfallOf(finding);
    });
  }

  async indexOf(filter: OfficialFilter, sort: OfficialSort, id: string): Promise<number> {
    const { roster, index, people } = await this.list(filter, sort);
    const record = officialRecord(roster.db, id);
    return record === null ? -1 : people.indexOf(index.facts.indexOf(record.pk));
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
      rows: byOwned((entity) => ownedRows(entity, record.rows[entity], catalog)),
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
    const { catalog } = index;
    const day = isoToPacked(asOf);
    return judgeRows(record, catalog.ruleBook(day), { catalog, today: day, kinds });
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
    return officialGridRows(this.#roster.db, [...new Set([...byNumber, ...sameName])])
      .filter((row) => row.id !== wanted.id)
      .filter(
        (row) =>
          byNumber.includes(row.pk) || (foldName(row.fullName) === folded && row.birth === wanted.birth),
      )
      .slice(0, 10)
      .map((row) => ({
        id: row.id,
        fullName: row.fullName,
        birth: row.birth,
        unitName: placeOf(officialRecord(this.#roster.db, row.id)?.rows.assignment ?? [], index.catalog),
        same: byNumber.includes(row.pk) ? "identityNumber" : "nameAndBirth",
      }));
  }
}

function identityMatches(roster: OpenRoster, index: RosterIndex, search: string): ReadonlySet<number> | null {
  const digits = cleanValue("official", "identityNumber", search);
  if (typeof digits !== "string" || !/^\d+$/.test(digits)) return null;
  const pks = officialsByIdentityPrefix(roster.db, digits, mostIdentityMatches);
  return new Set(pks.map((pk) => index.facts.indexOf(pk)));
}

function shortfallOf({ required, actual, graceUntil, missing, evidence }: FindingData): ShortfallData {
  return { required, actual, graceUntil, missing, hasEvidence: evidence.length > 0 };
}

/** Rows of the grid for people by index, in that order. */
function gridRows(
  roster: OpenRoster,
  index: RosterIndex,
  people: Int32Array,
  snapshot: Snapshot,
): Omit<OfficialRow, "shortfalls">[] {
  const pks = Array.from(people, (person) => index.facts.people.pk[person] ?? 0);
  return officialGridRows(roster.db, pks).map((row) => {
    const person = index.facts.indexOf(row.pk);
    return { ...gridColumns(index, snapshot, person), ...identityOf(row) };
  });
}

/** Lists by what was asked for; those of an earlier version of the roster, or of one made anew, are made anew. */
class RecentLists {
  readonly #lists = new Map<string, { index: RosterIndex; version: number; people: Int32Array }>();

  get(key: string, index: RosterIndex, make: () => Int32Array): Int32Array {
    const known = this.#lists.get(key);
    const { version } = index;
    const list =
      known?.index === index && known.version === version ? known : { index, version, people: make() };
    this.#lists.delete(key);
    this.#lists.set(key, list);
    const oldest = this.#lists.keys().next();
    if (this.#lists.size > keptLists && oldest.done !== true) this.#lists.delete(oldest.value);
    return list.people;
  }
}

function identityOf(row: { id: string; fullName: string; sex: string | null; birth: string | null }) {
  return { id: row.id, fullName: row.fullName, sex: row.sex, birth: row.birth };
}

function gridColumns(index: RosterIndex, snapshot: Snapshot, person: number) {
  const { asOf, columns } = snapshot;
  const unit = index.catalog.units[columns.unit[person] ?? -1] ?? null;
  const post = index.catalog.posts[columns.post[person] ?? -1] ?? null;
  return {
    unitCode: unit?.code ?? null,
    unitName: unit?.fullName ?? null,
    postName: post?.name ?? null,
    otherPosts: Math.max(0, postsOn(index, person, asOf) - 1),
    levels: highestLevels(index, person, asOf),
    outside: outsideOf(index, person, asOf),
    statuses: byStandard((standard) => statusOfCode(snapshot.status[standard][person] ?? 0)),
  };
}

/** How somebody without a post on a day stands to it; null while one is held. */
function outsideOf(index: RosterIndex, person: number, asOf: PackedDay): OutsideDayData | null {
  const { people, assignments } = index.facts;
  const start = people.assignmentStart[person] ?? 0;
  const held = Array.from({ length: people.assignmentCount[person] ?? 0 }, (_row, place) => ({
    fromEarliest: assignments.fromEarliest[start + place] ?? 0,
    toLatest: assignments.toLatest[start + place] ?? 0,
    main: ((assignments.mark[start + place] ?? 0) & assignmentMarks.main) !== 0,
  }));
  const outside = outsideDay(held, asOf);
  if (outside === null) return null;
  return { kind: outside.kind, day: outside.day === null ? null : packedToIso(outside.day) };
}

function postsOn(index: RosterIndex, person: number, asOf: PackedDay): number {
  const { people, assignments } = index.facts;
  const start = people.assignmentStart[person] ?? 0;
  const end = start + (people.assignmentCount[person] ?? 0);
  let count = 0;
  for (let row = start; row < end; row++) {
    if (isValidOn(assignments.fromEarliest[row] ?? 0, assignments.toLatest[row] ?? 0, asOf)) count++;
  }
  return count;
}

/** Highest level of each kind that was surely held on the day. */
function highestLevels(
  index: RosterIndex,
  person: number,
  asOf: PackedDay,
): Record<QualificationKind, string | null> {
  const { people, qualifications } = index.facts;
  const start = people.qualificationStart[person] ?? 0;
  const end = start + (people.qualificationCount[person] ?? 0);
  const best = new Uint8Array(qualificationKinds.length);
  for (let row = start; row < end; row++) {
    if ((qualifications.sureDay[row] ?? 0) > asOf) continue;
    const kind = qualifications.kind[row] ?? -1;
    best[kind] = Math.max(best[kind] ?? 0, qualifications.rank[row] ?? 0);
  }
  const levels = qualificationKinds.map((kind, place) => [kind, levelAtRank(kind, best[place] ?? 0)]);
  return Object.fromEntries(levels) as Record<QualificationKind, string | null>;
}

/** Rows of a record as they are shown: the newest first, with the names of what they refer to. */
function ownedRows(entity: OwnedEntity, rows: readonly StoredRow[], catalog: CatalogFacts): OwnedRow[] {
  const { since, fields: definitions } = entityDefinition(entity);
  const shown = rows.map(({ id, fields, recordedOn }) => ({
    id,
    fields,
    names: namesOf(definitions, fields, catalog),
    recordedOn,
  }));
  if (since === undefined) return shown;
  return shown.sort((a, b) => compareText(String(b.fields[since] ?? ""), String(a.fields[since] ?? "")));
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
