import { describe, expect, it } from "vitest";
import type { ReadHandle } from "../file/handle";
import { sql, type Sql } from "../file/sql";
import { catalogEdits, personEdits, testId, testRoster, unitId } from "../../testing/rosters";
import * as changes from "./changes";
import * as facts from "./facts";
import * as officials from "./officials";
import * as units from "./units";

async function filled() {
  const { roster } = await testRoster();
  roster.log.write({ action: "init", user: "Hoa", edits: catalogEdits() });
  roster.log.write({ action: "add", user: "Hoa", edits: personEdits(0x100) });
  return roster;
}

describe("query plans", () => {
  /** Runs repository calls and gives the plan of every statement they made. */
  function plansOf(db: ReadHandle, work: (spy: ReadHandle) => void): string[] {
    const plans: string[] = [];
    const note = (asked: Sql) => {
      if (!asked.text.startsWith("EXPLAIN")) {
        const steps = db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${asked}`);
        plans.push(...steps.map((step) => step.detail));
      }
      return asked;
    };
    const spy: ReadHandle = {
      path: db.path,
      get: (query) => db.get(note(query)),
      all: (query) => db.all(note(query)),
      raw: (query) => db.raw(note(query)),
      value: (query) => db.value(note(query)),
    };
    work(spy);
    return plans;
  }
  const scans = (plans: readonly string[]) =>
    plans.filter((step) => /^SCAN (?!wanted|json_each|later|CONSTANT ROW)/.test(step));

  it("search an index for everything that a screen asks for while somebody waits", async () => {
    const roster = await filled();
    const plans = plansOf(roster.db, (db) => {
      officials.officialRecord(db, testId(0x100));
      officials.officialPk(db, testId(0x100));
      officials.officialIds(db, [4]);
      officials.officialGridRows(db, [4]);
      officials.officialsByIdentityPrefix(db, "025", 10);
      officials.officialNames(db, 0, 10);
      units.unitsByCode(db, "08173");
      units.unitById(db, unitId);
      facts.officialFacts(db, 0, 10);
      facts.assignmentFacts(db, 0, 10);
      facts.qualificationFacts(db, 0, 10);
      facts.assignmentFactsOf(db, 4);
      facts.qualificationFactsOf(db, 4);
      changes.changeById(db, 4);
      changes.changeDetails(db, 4, 10);
      changes.rowHistory(db, testId(0x100));
      changes.changesPage(db, { before: null, limit: 10, officialId: null });
    });
    expect(plans.length).toBeGreaterThan(30);
    expect(scans(plans)).toEqual([]);
  });

  it("sort nothing for slices and prefixes, which read many rows", async () => {
    const roster = await filled();
    const plans = plansOf(roster.db, (db) => {
      officials.officialsByIdentityPrefix(db, "025", 10);
      officials.officialNames(db, 0, 10);
      facts.officialFacts(db, 0, 10);
      facts.assignmentFacts(db, 0, 10);
      facts.qualificationFacts(db, 0, 10);
      changes.changesPage(db, { before: null, limit: 10, officialId: null });
      changes.takenBackEntries(db, { from: 1, before: null, by: {} });
    });
    expect(scans(plans)).toEqual([]);
    expect(plans.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
  });

  it("sort names from the rows that are proven, and compare two by their numbers", async () => {
    const roster = await filled();
    const order = plansOf(roster.db, (db) => officials.officialOrder(db));
    expect(order).toEqual(["SCAN official", "USE TEMP B-TREE FOR ORDER BY"]);
    const before = plansOf(roster.db, (db) => officials.isBefore(db, 4, 5));
    expect(scans(before)).toEqual([]);
  });

  it("find a person's changes through their rows", async () => {
    const roster = await filled();
    const plans = plansOf(roster.db, (db) =>
      changes.changesPage(db, { before: null, limit: 10, officialId: testId(0x100) }),
    );
    // The records that are one person are few, and so are the rows that are theirs.
    expect(scans(plans).filter((step) => !/^SCAN (?:own|theirs|person)\b/.test(step))).toEqual([]);
  });
});
