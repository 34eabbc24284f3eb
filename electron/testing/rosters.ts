/**
 * What the database tests share: rosters on disk in folders of their own, and rows to fill them with.
 *
 * Clock and ids are counted, so that a test that fails once fails again.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { FieldValue } from "../../shared/domain/entities";
import type { MachineHints } from "../roster/file/machine-hints";
import type { ReadHandle } from "../roster/file/handle";
import { sql } from "../roster/file/sql";
import type { Edit } from "../roster/edit/edits";
import { projectionOrder, tableOf } from "../roster/projection/columns";
import { createRoster } from "../roster/create-roster";
import { openRoster, type Roster, type RosterEnvironment } from "../roster/roster";

/** A UUID with a number in it, so that a test can name rows. */
export function testId(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** A folder that is gone when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "so-can-bo-db-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const testMachine: MachineHints = {
  host: "may-1",
  platform: "linux",
  addresses: ["02:00:00:00:00:01"],
};

/** One second passes at each reading; ids count up from 1. */
export function testEnvironment(home: string, start = Date.UTC(2021, 9, 1)): RosterEnvironment {
  let clock = start;
  let ids = 0;
  return {
    home,
    hints: testMachine,
    now: () => (clock += 1000),
    newId: () => testId(0x1000000 + ++ids),
  };
}

export interface TestRoster {
  readonly folder: string;
  readonly path: string;
  readonly environment: RosterEnvironment;
  readonly roster: Roster;
  /** Closes and opens again. */
  reopen(): Promise<Roster>;
}

/** A new, empty roster, closed when the test ends. */
export async function testRoster(folder: string = testFolder()): Promise<TestRoster> {
  const path = join(folder, "so.scb");
  const environment = testEnvironment(join(folder, "home"));
  let roster = await createRoster(path, environment);
  onTestFinished(() => roster.close());
  return {
    folder,
    path,
    environment,
    get roster() {
      return roster;
    },
    reopen: async () => {
      await roster.close();
      roster = await openRoster(path, environment);
      return roster;
    },
  };
}

export const unitId = testId(1);
export const otherUnitId = testId(2);
export const postId = testId(3);

/** Two communes and a post: what a person's assignment needs. */
export function catalogEdits(): Edit[] {
  const unit = { type: "xa", level: "commune" } as const;
  return [
    { kind: "create", entity: "unit", id: unitId, fields: { ...unit, code: "08173", name: "Quảng Yên" } },
    {
      kind: "create",
      entity: "unit",
      id: otherUnitId,
      fields: { ...unit, code: "08203", name: "Hoàng Cương" },
    },
    {
      kind: "create",
      entity: "post",
      id: postId,
      fields: { key: "congAn", name: "Trưởng Công an", group: "policeChief", category: "congChuc", order: 1 },
    },
  ];
}

/** A person with one assignment and one qualification; ids are `number`, `number + 1`, `number + 2`. */
export function personEdits(number: number, fields: Record<string, FieldValue> = {}): Edit[] {
  const official = testId(number);
  return [
    {
      kind: "create",
      entity: "official",
      id: official,
      fields: { fullName: "Nguyễn Văn An", sex: "male", birth: "1980-05", ...fields },
    },
    {
      kind: "create",
      entity: "assignment",
      id: testId(number + 1),
      fields: { official, unit: unitId, post: postId, from: "2015", main: true },
    },
    {
      kind: "create",
      entity: "qualification",
      id: testId(number + 2),
      fields: { official, kind: "professional", level: "university", granted: "2009-07" },
    },
  ];
}

/** Names and hashes of every file below a folder: equal before and after means untouched. */
export function fingerprint(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length)] = entry.isFile()
      ? createHash("sha256").update(readFileSync(path)).digest("hex")
      : "folder";
  }
  return files;
}

/** Every row of the entity tables, as text that can be compared. */
export function dumpTables(db: ReadHandle): string[] {
  return projectionOrder.flatMap((entity) =>
    db.raw(sql`SELECT * FROM ${sql.name(tableOf(entity))} ORDER BY pk`).map((row) => {
      const cells = row.map((value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
      );
      return `${entity} ${JSON.stringify(cells)}`;
    }),
  );
}
