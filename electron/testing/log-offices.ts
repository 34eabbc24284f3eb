/**
 * Offices on one machine for tests: each with a roster on disk, a key of its own and a clock that a test may spoil.
 *
 * Changes travel as runs of ops with a manifest, without encryption: what packets add to that has tests of its own.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Edit } from "../roster/edit/edits";
import type { FileEffect } from "../roster/receive/receipt-effects";
import type { ReceiveEnd } from "../roster/receive/receive-session";
import { createRoster } from "../roster/create-roster";
import { openRoster, type Roster, type RosterEnvironment } from "../roster/roster";
import { type FileOffice, knowWriters, type OpFile, receiveFiles, writeFile } from "./op-files";
import { testFolder, testMachine } from "./rosters";

export interface TestOffice {
  readonly name: string;
  readonly folder: string;
  readonly path: string;
  readonly environment: RosterEnvironment;
  roster: Roster;
  /** Adds to the clock, ms; may be negative. */
  readonly shiftClock: (ms: number) => void;
  write(edits: readonly Edit[]): number;
  /** Everything it holds, or what another office's last statement lacks. */
  file(lackedBy?: TestOffice): OpFile;
  receive(...files: readonly OpFile[]): Promise<{ end: ReceiveEnd; effects: FileEffect[] }>;
  reopen(): Promise<void>;
}

/** The key that an office signs with: the first half of its present writer's name. */
export function keyOf(office: TestOffice): Uint8Array {
  return Buffer.from(office.roster.writer.name, "hex").subarray(0, 32);
}

/** @param firstId where its row ids begin, so that no two offices make the same */
export async function testOffice(
  name: string,
  firstId: number,
  parent: string = testFolder(),
): Promise<TestOffice> {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  let clock = Date.UTC(2026, 0, 1) + firstId;
  let ids = 0;
  const environment: RosterEnvironment = {
    home: join(folder, "home"),
    hints: testMachine,
    now: () => (clock += 1000),
    newId: () => `00000000-0000-7000-8000-${(firstId * 0x100000 + ++ids).toString(16).padStart(12, "0")}`,
  };
  const path = join(folder, "so.scb");
  const roster = await createRoster(path, environment);
  return officeOf(name, folder, path, environment, roster, (ms) => {
    clock += ms;
  });
}

function officeOf(
  name: string,
  folder: string,
  path: string,
  environment: RosterEnvironment,
  roster: Roster,
  shiftClock: (ms: number) => void,
): TestOffice {
  const part = (): FileOffice => ({
    name,
    db: office.roster.db,
    log: office.roster.log,
    key: keyOf(office),
    now: environment.now,
  });
  const office: TestOffice = {
    name,
    folder,
    path,
    environment,
    roster,
    shiftClock,
    write: (edits) => office.roster.log.write({ action: "edit", user: name, edits }).opCount,
    file: (lackedBy) =>
      writeFile(part(), lackedBy === undefined ? [] : [keyOf(lackedBy)], lackedBy === undefined),
    receive: (...files) => {
      knowWriters(part(), files);
      return receiveFiles(part(), files);
    },
    reopen: async () => {
      await office.roster.close();
      office.roster = await openRoster(path, environment);
    },
  };
  return office;
}

/** A copy of a roster's file that goes on in another place under another home, as a clone of the disk would. */
export async function cloneOf(office: TestOffice, name: string, firstId: number): Promise<TestOffice> {
  await office.roster.close();
  const folder = join(office.folder, name);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "so.scb");
  copyFileSync(office.path, path);
  office.roster = await openRoster(office.path, office.environment);
  let ids = 0;
  const environment: RosterEnvironment = {
    ...office.environment,
    home: join(folder, "home"),
    newId: () => `00000000-0000-7000-8000-${(firstId * 0x100000 + ++ids).toString(16).padStart(12, "0")}`,
  };
  return officeOf(name, folder, path, environment, await openRoster(path, environment), office.shiftClock);
}
