/**
 * The table per commune as SQLite would count it: the yardstick for counting from columns.
 *
 * SQLite gets the same head start: a database of its own in memory, rows clustered by person, dates already turned
 * into days, the order of preference among assignments worked out, service without a break put together, rules as a
 * table of thresholds for the day. What is measured is the one statement that judges and groups.
 */
import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import type { RosterIndex } from "../../electron/roster/read/index/roster-index";
import { nextDay } from "../../shared/domain/partial-date";
import { areaFlags, officialCategories, postGroups, standards } from "../../shared/domain/values";
import { assignmentMarks, openEnd } from "../../shared/standards/serving";
import { ruleSlot } from "../../shared/standards/rules";
import { statusCodes } from "../../shared/standards/types";
import { qualificationKindIndex } from "../../shared/statistics/fact-columns";

const tables = `
  CREATE TABLE unit (id INTEGER PRIMARY KEY, flags INTEGER NOT NULL) STRICT;
  CREATE TABLE post (id INTEGER PRIMARY KEY, post_group INTEGER NOT NULL, counts INTEGER NOT NULL) STRICT;
  CREATE TABLE assignment (
    official INTEGER, nth INTEGER, unit INTEGER, post INTEGER, from_earliest INTEGER, to_latest INTEGER,
    preference INTEGER, PRIMARY KEY (official, nth)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE service (official INTEGER, surely INTEGER, first INTEGER, last INTEGER) STRICT;
  CREATE INDEX service_official ON service (official);
  CREATE TABLE qualification (
    official INTEGER, nth INTEGER, standard INTEGER, rank INTEGER, sure INTEGER, possible INTEGER,
    PRIMARY KEY (official, nth)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE requirement (
    standard INTEGER, post_group INTEGER, flags INTEGER, required INTEGER, grace_until INTEGER,
    grace_on INTEGER, PRIMARY KEY (standard, post_group, flags)
  ) STRICT, WITHOUT ROWID;
`;

const { met, notMet, unknown, grace, notApplicable } = statusCodes;

/** The status of one standard; `need` is its row of requirements, the levels come from `level`. */
function statusSql(need: string): string {
  const served = (surely: 0 | 1) => `EXISTS (
    SELECT 1 FROM service WHERE service.official = serving.official AND service.surely = ${surely}
      AND service.first <= min(${need}.grace_on, :day) AND :day <= service.last)`;
  return `CASE
    WHEN post.post_group < 0 THEN ${unknown}
    WHEN coalesce(${need}.required, 0) = 0 THEN ${notApplicable}
    WHEN ${need}.required < 0 THEN ${unknown}
    WHEN coalesce(level.${need}_sure, 0) >= ${need}.required THEN ${met}
    WHEN level.${need}_possible >= ${need}.required OR coalesce(level.${need}_sure, 0) = 0 THEN ${unknown}
    WHEN :day > ${need}.grace_until THEN ${notMet}
    WHEN ${served(1)} THEN ${grace}
    WHEN ${served(0)} THEN ${unknown}
    ELSE ${notMet} END`;
}

const countsSql = ["professional", "theory", "together"]
  .flatMap((column) =>
    Object.values(statusCodes).map((code) => `coalesce(sum(people) FILTER (WHERE ${column} = ${code}), 0)`),
  )
  .join(", ");

/** Materialized, or SQLite would work out a status anew for each column that counts it. */
const tableSql = `
  WITH serving AS (
    SELECT official, unit, post, max(preference) FROM assignment
    WHERE from_earliest <= :day AND :day <= to_latest GROUP BY official
  ), level AS (
    SELECT official,
      max(rank) FILTER (WHERE standard = 0 AND sure <= :day) AS professional_need_sure,
      max(rank) FILTER (WHERE standard = 0) AS professional_need_possible,
      max(rank) FILTER (WHERE standard = 1 AND sure <= :day) AS theory_need_sure,
      max(rank) FILTER (WHERE standard = 1) AS theory_need_possible
    FROM qualification WHERE possible <= :day GROUP BY official
  ), judged AS MATERIALIZED (
    SELECT serving.unit AS unit,
      ${statusSql("professional_need")} AS professional,
      ${statusSql("theory_need")} AS theory
    FROM serving
    JOIN unit ON unit.id = serving.unit
    JOIN post ON post.id = serving.post AND post.counts = 1
    LEFT JOIN requirement AS professional_need ON professional_need.standard = 0
      AND professional_need.post_group = post.post_group AND professional_need.flags = unit.flags
    LEFT JOIN requirement AS theory_need ON theory_need.standard = 1
      AND theory_need.post_group = post.post_group AND theory_need.flags = unit.flags
    LEFT JOIN level ON level.official = serving.official
  ), grouped AS MATERIALIZED (
    SELECT unit, professional, theory, count(*) AS people FROM judged GROUP BY unit, professional, theory
  ), combined AS MATERIALIZED (
    SELECT *, CASE
      WHEN professional = ${notApplicable} THEN theory
      WHEN theory = ${notApplicable} THEN professional
      WHEN ${notMet} IN (professional, theory) THEN ${notMet}
      WHEN ${grace} IN (professional, theory) THEN ${grace}
      WHEN ${unknown} IN (professional, theory) THEN ${unknown}
      ELSE ${met} END AS together
    FROM grouped
  )
  SELECT unit, sum(people), ${countsSql} FROM combined GROUP BY unit ORDER BY unit`;

/** Unit's index, total, then five statuses for each of professional, political theory and both. */
export type SqlRow = readonly number[];

export class SqlTable {
  readonly #db: Database.Database;
  readonly #index: RosterIndex;

  constructor(index: RosterIndex) {
    this.#index = index;
    this.#db = new DatabaseConstructor(":memory:");
    this.#db.exec(tables);
    this.#db.transaction(() => this.#fill())();
    this.#db.exec("ANALYZE");
  }

  /** Puts a day's rules into their table. @param day full packed day */
  prepare(day: number): void {
    const { table, requirements } = this.#index.catalog.ruleBook(day);
    this.#db.exec("DELETE FROM requirement");
    const add = this.#db.prepare("INSERT INTO requirement VALUES (?, ?, ?, ?, ?, ?)");
    for (let standard = 0; standard < standards.length; standard++) {
      for (let group = 0; group < postGroups.length; group++) {
        for (let flags = 0; flags < 2 ** areaFlags.length; flags++) {
          const slot = ruleSlot(standard, group, flags);
          const need = requirements[table.other[slot] ?? -1];
          if (need === undefined) continue;
          const { requiredRank, graceUntil, graceServingOn, graceGroupMask } = need;
          const asksMore = table.first[slot] !== table.other[slot];
          const isNarrow = graceUntil !== 0 && graceGroupMask !== 2 ** postGroups.length - 1;
          if (asksMore || isNarrow) throw new Error("The statement knows no such rule");
          add.run(standard, group, flags, requiredRank, graceUntil, graceServingOn);
        }
      }
    }
  }

  /** The table of a day whose rules were prepared. */
  count(day: number): readonly SqlRow[] {
    return this.#db.prepare(tableSql).raw().all({ day }) as SqlRow[];
  }

  close(): void {
    this.#db.close();
  }

  #fill(): void {
    const { catalog, facts } = this.#index;
    const { people, assignments, qualifications } = facts;
    const addUnit = this.#db.prepare("INSERT INTO unit VALUES (?, ?)");
    for (const { index, flags } of catalog.units) addUnit.run(index, flags);
    const addPost = this.#db.prepare("INSERT INTO post VALUES (?, ?, ?)");
    const { postCounts, postRank } = catalog.context(99_991_231, officialCategories);
    for (const { index, groupIndex } of catalog.posts) addPost.run(index, groupIndex, postCounts[index]);
    const addAssignment = this.#db.prepare("INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?)");
    const addService = this.#db.prepare("INSERT INTO service VALUES (?, ?, ?, ?)");
    const addQualification = this.#db.prepare("INSERT INTO qualification VALUES (?, ?, ?, ?, ?, ?)");
    const kinds = standards.map((standard) => qualificationKindIndex(standard));
    const cell = (column: ArrayLike<number>, row: number) => column[row] ?? 0;
    for (let person = 0; person < facts.peopleCount; person++) {
      const pk = cell(people.pk, person);
      for (let nth = 0; nth < cell(people.assignmentCount, person); nth++) {
        const row = cell(people.assignmentStart, person) + nth;
        const from = cell(assignments.fromEarliest, row);
        const rank = cell(postRank, cell(assignments.post, row));
        // As one number what `mainRow` compares: a post that counts, no kiêm nhiệm, marked main, later start, post that
        // goes first; nobody in the nation's sample begins in one post of two units on one day.
        const mark = cell(assignments.mark, row);
        const standing =
          cell(postCounts, cell(assignments.post, row)) * 4 +
          ((mark & assignmentMarks.concurrent) === 0 ? 2 : 0) +
          (mark & assignmentMarks.main);
        const preference = ((standing * 1e8 + from) * 1000 + (999 - rank)) * 100 + (99 - nth);
        addAssignment.run(
          pk,
          nth,
          cell(assignments.unit, row),
          cell(assignments.post, row),
          from,
          cell(assignments.toLatest, row),
          preference,
        );
      }
      const start = cell(people.assignmentStart, person);
      for (const surely of [0, 1] as const) {
        const [starts, ends] =
          surely === 1
            ? [assignments.fromLatest, assignments.toEarliest]
            : [assignments.fromEarliest, assignments.toLatest];
        const spans = Array.from({ length: cell(people.assignmentCount, person) }, (_, nth) => ({
          first: cell(starts, start + nth),
          last: cell(ends, start + nth),
        }));
        for (const { first, last } of unbroken(spans)) addService.run(pk, surely, first, last);
      }
      for (let nth = 0; nth < cell(people.qualificationCount, person); nth++) {
        const row = cell(people.qualificationStart, person) + nth;
        const standard = kinds.indexOf(cell(qualifications.kind, row));
        if (standard < 0) continue;
        const { rank, sureDay, possibleDay } = qualifications;
        addQualification.run(pk, nth, standard, cell(rank, row), cell(sureDay, row), cell(possibleDay, row));
      }
    }
  }
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** Spans of days that touch or overlap, put together. */
function unbroken(spans: readonly Span[]): Span[] {
  const joined: { first: number; last: number }[] = [];
  const sorted = spans.filter(({ first, last }) => first <= last).sort((a, b) => a.first - b.first);
  for (const { first, last } of sorted) {
    const before = joined.at(-1);
    if (before === undefined || (before.last < openEnd && first > nextDay(before.last)))
      joined.push({ first, last });
    else before.last = Math.max(before.last, last);
  }
  return joined;
}
