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
import { requirementsFor } from "../../shared/standards/rules";
import { statusCodes } from "../../shared/standards/types";
import { qualificationKindIndex } from "../../shared/statistics/fact-columns";

const tables = `
  CREATE TABLE unit (id INTEGER PRIMARY KEY, flags INTEGER NOT NULL) STRICT;
  CREATE TABLE post (id INTEGER PRIMARY KEY, post_group INTEGER NOT NULL, counts INTEGER NOT NULL) STRICT;
  CREATE TABLE assignment (
    official INTEGER, nth INTEGER, unit INTEGER, post INTEGER, from_earliest INTEGER, from_latest INTEGER,
    to_latest INTEGER, preference INTEGER, PRIMARY KEY (official, nth)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE service (official INTEGER, mask INTEGER, surely INTEGER, first INTEGER, last INTEGER) STRICT;
  CREATE INDEX service_official ON service (official);
  CREATE TABLE qualification (
    official INTEGER, nth INTEGER, standard INTEGER, rank INTEGER, sure INTEGER, possible INTEGER,
    PRIMARY KEY (official, nth)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE requirement (
    standard INTEGER, first INTEGER, post_group INTEGER, flags INTEGER, required INTEGER, grace_until INTEGER,
    grace_on INTEGER, grace_mask INTEGER, in_force INTEGER, PRIMARY KEY (standard, first, post_group, flags)
  ) STRICT, WITHOUT ROWID;
`;

const { met, notMet, unknown, grace, notApplicable } = statusCodes;

/** The status of one standard, by the rule for who holds the post for the first time where there is one. */
function statusSql(need: string): string {
  const first = statusBy(`${need}_first`, need);
  const other = statusBy(need, need);
  const isOther = "held.official = serving.official AND held.nth <> serving.nth AND held.post = serving.post";
  const held = (when: string) => `EXISTS (SELECT 1 FROM assignment AS held WHERE ${isOther} AND (${when}))`;
  return `CASE
    WHEN ${need}_first.required IS NULL OR serving.from_latest < ${need}_first.in_force
      OR ${held("held.from_latest < serving.from_earliest OR held.to_latest < serving.from_earliest")} THEN ${other}
    WHEN (serving.from_earliest < ${need}_first.in_force OR ${held("held.from_earliest < serving.from_latest")})
      AND ${first} <> ${other} THEN ${unknown}
    ELSE ${first} END`;
}

/** The status by one row of requirements; the levels come from `level` by the name of the standard. */
function statusBy(need: string, standard: string): string {
  const served = (surely: 0 | 1) => `EXISTS (
    SELECT 1 FROM service WHERE service.official = serving.official AND service.surely = ${surely}
      AND service.mask = ${need}.grace_mask
      AND service.first <= min(${need}.grace_on, :day) AND :day <= service.last)`;
  return `CASE
    WHEN post.post_group < 0 THEN ${unknown}
    WHEN coalesce(${need}.required, 0) = 0 THEN ${notApplicable}
    WHEN ${need}.required < 0 THEN ${unknown}
    WHEN coalesce(level.${standard}_sure, 0) >= ${need}.required THEN ${met}
    WHEN level.${standard}_possible >= ${need}.required OR coalesce(level.${standard}_sure, 0) = 0 THEN ${unknown}
    WHEN :day > ${need}.grace_until THEN ${notMet}
    WHEN ${served(1)} THEN ${grace}
    WHEN ${served(0)} THEN ${unknown}
    ELSE ${notMet} END`;
}

function needJoins(need: string, standard: number): string {
  return [need, `${need}_first`]
    .map(
      (
        name,
        first,
      ) => `LEFT JOIN requirement AS ${name} ON ${name}.standard = ${standard} AND ${name}.first = ${first}
        AND ${name}.post_group = post.post_group AND ${name}.flags = unit.flags`,
    )
    .join("\n");
}

const countsSql = ["professional", "theory", "together"]
  .flatMap((column) =>
    Object.values(statusCodes).map((code) => `coalesce(sum(people) FILTER (WHERE ${column} = ${code}), 0)`),
  )
  .join(", ");

/** Materialized, or SQLite would work out a status anew for each column that counts it. */
const tableSql = `
  WITH serving AS (
    SELECT official, nth, unit, post, from_earliest, from_latest, max(preference) FROM assignment
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
    ${needJoins("professional_need", 0)}
    ${needJoins("theory_need", 1)}
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
  readonly #masks = new Set<number>();

  constructor(index: RosterIndex) {
    this.#index = index;
    this.#db = new DatabaseConstructor(":memory:");
    this.#db.exec(tables);
    this.#db.transaction(() => this.#fill())();
    this.#db.exec("ANALYZE");
  }

  /** Puts a day's rules into their table. @param day full packed day */
  prepare(day: number): void {
    const book = this.#index.catalog.ruleBook(day);
    this.#db.exec("DELETE FROM requirement");
    const add = this.#db.prepare("INSERT INTO requirement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const [standard, key] of standards.entries()) {
      for (const [group, postGroup] of postGroups.entries()) {
        for (let flags = 0; flags < 2 ** areaFlags.length; flags++) {
          const flagged = requirementsFor(book, key, postGroup, flags);
          const needs = flagged.first === flagged.other ? [flagged.other] : [flagged.other, flagged.first];
          for (const [first, need] of needs.entries()) {
            if (need === null) continue;
            const { requiredRank, graceUntil, graceServingOn, graceGroupMask, set } = need;
            if (graceUntil !== 0) this.#addService(graceGroupMask);
            const grace = [graceUntil, graceServingOn, graceGroupMask] as const;
            add.run(standard, first, group, flags, requiredRank, ...grace, set.validFrom);
          }
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

  /** Service without a break in the post groups of a mask, once a mask. */
  #addService(mask: number): void {
    if (this.#masks.has(mask)) return;
    this.#masks.add(mask);
    const { catalog, facts } = this.#index;
    const { people, assignments } = facts;
    const add = this.#db.prepare("INSERT INTO service VALUES (?, ?, ?, ?, ?)");
    const cell = (column: ArrayLike<number>, row: number) => column[row] ?? 0;
    this.#db.transaction(() => {
      for (let person = 0; person < facts.peopleCount; person++) {
        const start = cell(people.assignmentStart, person);
        const rows = Array.from({ length: cell(people.assignmentCount, person) }, (_, nth) => start + nth);
        for (const surely of [0, 1] as const) {
          const [starts, ends] =
            surely === 1
              ? [assignments.fromLatest, assignments.toEarliest]
              : [assignments.fromEarliest, assignments.toLatest];
          // Every post of the nation's sample has a group that is known.
          const spans = rows
            .filter(
              (row) => (mask & (1 << (catalog.posts[cell(assignments.post, row)]?.groupIndex ?? 31))) !== 0,
            )
            .map((row) => ({ first: cell(starts, row), last: cell(ends, row) }));
          for (const { first, last } of unbroken(spans)) {
            add.run(cell(people.pk, person), mask, surely, first, last);
          }
        }
      }
    })();
    this.#db.exec("ANALYZE service");
  }

  #fill(): void {
    const { catalog, facts } = this.#index;
    const { people, assignments, qualifications } = facts;
    const addUnit = this.#db.prepare("INSERT INTO unit VALUES (?, ?)");
    for (const { index, flags } of catalog.units) addUnit.run(index, flags);
    const addPost = this.#db.prepare("INSERT INTO post VALUES (?, ?, ?)");
    const { postCounts, postRank } = catalog.context(99_991_231, officialCategories);
    for (const { index, groupIndex } of catalog.posts) addPost.run(index, groupIndex, postCounts[index]);
    const addAssignment = this.#db.prepare("INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
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
          cell(assignments.fromLatest, row),
          cell(assignments.toLatest, row),
          preference,
        );
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
