/**
 * The table per commune as SQLite would count it: the yardstick for counting from columns.
 *
 * SQLite gets the same head start: a database of its own in memory, rows clustered by person, dates already turned
 * into days, the order of preference among assignments worked out, rules as a table of thresholds for the day. What
 * is measured is the one statement that judges and groups.
 */
import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import type { RosterIndex } from "../../electron/roster/read/index/roster-index";
import { areaFlags, postGroups, standards } from "../../shared/domain/values";
import { placeRanks } from "../../shared/standards/decide";
import { ruleSlot } from "../../shared/standards/rules";
import { statusCodes } from "../../shared/standards/types";
import { qualificationKindIndex } from "../../shared/statistics/fact-columns";

const tables = `
  CREATE TABLE unit (id INTEGER PRIMARY KEY, flags INTEGER NOT NULL) STRICT;
  CREATE TABLE post (id INTEGER PRIMARY KEY, post_group INTEGER NOT NULL) STRICT;
  CREATE TABLE assignment (
    official INTEGER, nth INTEGER, unit INTEGER, post INTEGER, from_earliest INTEGER, from_latest INTEGER,
    to_latest INTEGER, preference INTEGER, PRIMARY KEY (official, nth)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE qualification (
    official INTEGER, nth INTEGER, standard INTEGER, rank INTEGER, sure INTEGER, possible INTEGER,
    PRIMARY KEY (official, nth)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE requirement (
    standard INTEGER, post_group INTEGER, flags INTEGER, required INTEGER, grace_until INTEGER,
    grace_before INTEGER, group_mask INTEGER, PRIMARY KEY (standard, post_group, flags)
  ) STRICT, WITHOUT ROWID;
`;

const { met, notMet, unknown, grace, notApplicable } = statusCodes;

/** The status of one standard; `need` is its row of requirements, the levels come from `level`. */
function statusSql(need: string): string {
  const begun = (day: string) => `(
    SELECT min(${day}) FROM assignment AS held JOIN post AS held_post ON held_post.id = held.post
    WHERE held.official = serving.official AND held.from_earliest <= :day
      AND held_post.post_group >= 0 AND (${need}.group_mask >> held_post.post_group) & 1)`;
  return `CASE
    WHEN post.post_group < 0 THEN ${unknown}
    WHEN coalesce(${need}.required, 0) = 0 THEN ${notApplicable}
    WHEN ${need}.required < 0 THEN ${unknown}
    WHEN coalesce(level.${need}_sure, 0) >= ${need}.required THEN ${met}
    WHEN level.${need}_possible >= ${need}.required OR coalesce(level.${need}_sure, 0) = 0 THEN ${unknown}
    WHEN :day > ${need}.grace_until THEN ${notMet}
    WHEN ${begun("held.from_latest")} < ${need}.grace_before THEN ${grace}
    WHEN ${begun("held.from_earliest")} < ${need}.grace_before THEN ${unknown}
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
    JOIN post ON post.id = serving.post
    LEFT JOIN requirement AS professional_need ON professional_need.standard = 0
      AND professional_need.post_group = post.post_group AND professional_need.flags = unit.flags
    LEFT JOIN requirement AS theory_need ON theory_need.standard = 1
      AND theory_need.post_group = post.post_group AND theory_need.flags = unit.flags
    LEFT JOIN level ON level.official = serving.official
  ), grouped AS MATERIALIZED (
    SELECT unit, professional, theory, count(*) AS people FROM judged GROUP BY unit, professional, theory
  ), combined AS MATERIALIZED (
    SELECT *, CASE
      WHEN ${notApplicable} IN (professional, theory) THEN ${notApplicable}
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
    const add = this.#db.prepare("INSERT INTO requirement VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (let standard = 0; standard < standards.length; standard++) {
      for (let group = 0; group < postGroups.length; group++) {
        for (let flags = 0; flags < 2 ** areaFlags.length; flags++) {
          const need = requirements[table[ruleSlot(standard, group, flags)] ?? -1];
          if (need === undefined) continue;
          const { requiredRank, graceUntil, graceServingBefore, postGroupMask } = need;
          add.run(standard, group, flags, requiredRank, graceUntil, graceServingBefore, postGroupMask);
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
    const addPost = this.#db.prepare("INSERT INTO post VALUES (?, ?)");
    for (const { index, groupIndex } of catalog.posts) addPost.run(index, groupIndex);
    const addAssignment = this.#db.prepare("INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    const addQualification = this.#db.prepare("INSERT INTO qualification VALUES (?, ?, ?, ?, ?, ?)");
    const { postRank } = placeRanks(catalog.posts, catalog.units);
    const kinds = standards.map((standard) => qualificationKindIndex(standard));
    const cell = (column: ArrayLike<number>, row: number) => column[row] ?? 0;
    for (let person = 0; person < facts.peopleCount; person++) {
      const pk = cell(people.pk, person);
      for (let nth = 0; nth < cell(people.assignmentCount, person); nth++) {
        const row = cell(people.assignmentStart, person) + nth;
        const from = cell(assignments.fromEarliest, row);
        const rank = cell(postRank, cell(assignments.post, row));
        // As one number what `isPreferred` compares: marked main, later start, post that goes first; nobody in the
        // nation's sample begins in one post of two units on one day.
        const preference =
          ((cell(assignments.main, row) * 1e8 + from) * 1e4 + (9999 - rank)) * 100 + (99 - nth);
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
