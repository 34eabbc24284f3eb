// Damage that hits one place of a roster's file, wherever it is: what is given back is all but what stood there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../shared/contract/errors";
import { catalogEdits, personEdits, testEnvironment, testFolder, testId, unitId } from "../testing/rosters";
import { createRoster } from "./create-roster";
import { recoverRoster } from "./recover-elsewhere";
import { openRosterReadOnly } from "./roster";
import { sql } from "./file/sql";
import { verifyRoster } from "./verify";

const pageSize = 4096;
const officeId = testId(6);
const users = ["Lê Thị Hoa", "Trần Văn Hùng", "Nguyễn Thị Lan"];
/** Of a roster that is tried page by page, and of one whose log reaches far behind its tables. */
const [people, many] = [60, 400];

interface Made {
  readonly bytes: Buffer;
  readonly pages: number;
  /** Of each page what stands on it. */
  readonly names: ReadonlyMap<number, string>;
  /** Sequence of each op by the page on which it begins, in order. */
  readonly opPages: readonly number[];
}
let made: Made;
let large: Made;

async function filled(folder: string, people: number): Promise<Made> {
  const path = join(folder, `${people}.scb`);
  const roster = await createRoster(path, testEnvironment(join(folder, "home")));
  roster.log.write({ action: "init", user: users[0] ?? "", edits: catalogEdits() });
  for (let person = 0; person < people; person++) {
    const edits = personEdits(0x100 + person * 0x10, { note: `ghi chú${" dài".repeat((person * 7) % 30)}` });
    roster.log.write({ action: "add", user: users[person % users.length] ?? "", edits });
  }
  const fields = { unit: unitId, name: "UBND xã Quảng Yên" };
  const edits = [{ kind: "create", entity: "office", id: officeId, fields }] as const;
  roster.log.write({ action: "init", user: users[0] ?? "", edits });
  roster.log.keepOffice(officeId);
  await roster.close();
  const db = new DatabaseConstructor(path, { readonly: true });
  const names = new Map(
    db.prepare<[], [number, string]>("SELECT pageno, name FROM dbstat ORDER BY pageno").raw().all(),
  );
  const leaves = db
    .prepare("SELECT pageno, ncell FROM dbstat WHERE name = 'op' AND pagetype = 'leaf' ORDER BY path")
    .raw()
    .all() as [number, number][];
  db.close();
  const bytes = readFileSync(path);
  const opPages = leaves.flatMap(([page, cells]) => Array.from({ length: cells }, () => page));
  return { bytes, pages: bytes.length / pageSize, names, opPages };
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "so-can-bo-trang-"));
  try {
    made = await filled(folder, people);
    large = await filled(folder, many);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What recovering stands on; each page of it is tried, of the others every fifth one. */
const leading = ["sqlite_schema", "op", "writer", "author", "head", "local_state", "total", "change"];

function triedPages(): number[] {
  const pages = Array.from({ length: made.pages }, (_, place) => place + 1);
  const isLeading = (page: number) => leading.some((name) => made.names.get(page)?.includes(name));
  return pages.filter((page) => page % 5 === 0 || page === made.pages || isLeading(page));
}

/** Counts up from a seed, so that what fails once fails again. */
function garbage(seed: number, length: number): Buffer {
  let state = seed + 1;
  return Buffer.from(
    Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) >> 16),
  );
}

async function recovered(bytes: Buffer, damage: (path: string) => void = () => undefined) {
  const folder = testFolder();
  const [path, to] = [join(folder, "so.scb"), join(folder, "moi.scb")];
  writeFileSync(path, bytes);
  damage(path);
  const environment = testEnvironment(join(folder, "home"));
  const told = await recoverRoster(path, to, {
    ...environment,
    whose: { keys: [], unitCode: "08173" },
    anew: {
      environment,
      write: ({ log }, unit) => {
        const fields = { unit: unit.id, name: unit.name };
        log.write({
          action: "init",
          user: "",
          edits: [{ kind: "create", entity: "office", id: testId(7), fields }],
        });
        log.keepOffice(testId(7));
      },
    },
  });
  expect(verifyRoster(to)).toMatchObject({ ok: true, problems: [] });
  const reader = await openRosterReadOnly(to);
  const seqs = reader.db.raw<[number]>(sql`SELECT seq FROM op WHERE writer = 1 ORDER BY seq`).flat();
  reader.close();
  return { told, seqs };
}

/**
 * What must come back where pages are lost: an op after one that is lost bears no hash of it, so that nothing proves it.
 */
function expected({ opPages }: Made, lost: (page: number) => boolean): number[] {
  const isLost = opPages.map(lost);
  return isLost.flatMap((gone, place) => (gone || isLost[place - 1] === true ? [] : [place + 1]));
}

describe("a roster of which one page is lost", () => {
  it("has its log on several pages, so that the test means something", () => {
    expect(made.opPages).toHaveLength(4 + people * 3);
    expect(new Set(made.opPages).size).toBeGreaterThan(4);
    expect([...made.names.values()]).toEqual(
      expect.arrayContaining(["op", "writer", "author", "sqlite_schema"]),
    );
    expect([...made.names.values()].filter((name) => name === "sqlite_schema").length).toBeGreaterThan(3);
  });

  it("gives back every operation but those of that page, whichever it is", { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    for (const page of triedPages()) {
      const bytes = Buffer.from(made.bytes);
      garbage(page, pageSize).copy(bytes, (page - 1) * pageSize);
      const whole = expected(made, (one) => one === page);
      const what = `${page} ${made.names.get(page) ?? "free"}`;
      try {
        const { told, seqs } = await recovered(bytes);
        const lost = told.lost.reduce((sum, { ops }) => sum + ops, 0);
        if (seqs.join() !== whole.join()) wrong.push(`${what}: ${seqs.length} of ${whole.length}`);
        // Whatever was lost is named by its change.
        else if (
          told.unread !== 0 ||
          told.ops !== whole.length ||
          told.ops + lost + told.unread !== made.opPages.length
        )
          wrong.push(`${what}: told ${told.ops}, ${lost}, ${told.unread}`);
      } catch (error) {
        wrong.push(`${what}: ${error instanceof AppError ? error.code : String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("gives back every operation where bytes in the middle of a page flipped", {
    timeout: 120_000,
  }, async () => {
    const wrong: string[] = [];
    for (const page of triedPages()) {
      if (made.opPages.includes(page)) continue;
      const bytes = Buffer.from(made.bytes);
      const middle = (page - 1) * pageSize + pageSize / 2;
      for (let at = middle - 200; at < middle + 200; at++) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      const what = `${page} ${made.names.get(page) ?? "free"}`;
      try {
        const { seqs } = await recovered(bytes);
        if (seqs.length !== made.opPages.length) wrong.push(`${what}: ${seqs.length}`);
      } catch (error) {
        wrong.push(`${what}: ${error instanceof AppError ? error.code : String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("a roster of which the end is cut off", () => {
  it.each([1, 100, 1000, 2500, 4096, 5000, 10_000, 40_960, 100_000, 200_000])(
    "gives back every operation on the pages before it: %i bytes",
    async (missing) => {
      const end = large.bytes.length - missing;
      const { told, seqs } = await recovered(large.bytes.subarray(0, end));
      const whole = expected(large, (page) => page * pageSize > end);
      expect(whole.length).toBeGreaterThan(0);
      expect(seqs).toEqual(expect.arrayContaining(whole));
      expect(told.ops).toBe(seqs.length);
    },
  );
});

describe("a roster whose records were read by halves", () => {
  it.each(["row", "hash", "writer", "body", "author", "seq"])(
    "leaves out an operation that lost its %s, and says so",
    async (column) => {
      const { told, seqs } = await recovered(made.bytes, (path) => {
        const db = new DatabaseConstructor(path);
        db.unsafeMode(true);
        db.pragma("writable_schema = ON");
        const text = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'op'").pluck().get() as string;
        const loose = text.replaceAll(" NOT NULL", "").replace(") STRICT", ")");
        db.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'op'").run(loose);
        db.pragma("schema_version = 99");
        db.close();
        const again = new DatabaseConstructor(path);
        again.pragma("foreign_keys = OFF");
        again.pragma("ignore_check_constraints = ON");
        again.exec(`UPDATE op SET "${column}" = NULL WHERE seq = 20`);
        again.unsafeMode(true);
        again.pragma("writable_schema = ON");
        again.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'op'").run(text);
        again.close();
      });
      expect(seqs).not.toContain(20);
      const lost = told.lost.reduce((sum, { ops }) => sum + ops, 0);
      expect(told.ops + lost + told.unread).toBe(made.opPages.length);
    },
  );
});
