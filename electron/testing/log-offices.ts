/**
 * Offices on one machine for tests: each with a roster on disk, a key of its own and a clock that a test may spoil.
 *
 * Changes travel as runs of ops with a manifest, without encryption: what packets add to that has tests of its own.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ArrivedPiece } from "../../shared/sync/packet/pieces-codec";
import type { HashedOp, Manifest, OfficeCard, OpRun } from "../../shared/sync/packet/types";
import type { Edit } from "../roster/edit/edits";
import type { FileEffect } from "../roster/receive/receipt-effects";
import type { ReceiveEnd, IncomingPacket } from "../roster/receive/receive-session";
import { statementOf } from "../roster/log/packet-memory";
import { nextPacketNumber } from "../roster/log/sent";
import { heldWriters } from "../roster/log/held-writers";
import { everything } from "../roster/log/outgoing";
import { createRoster, openRoster, type Roster, type RosterEnvironment } from "../roster/roster";
import { testFolder, testMachine } from "./rosters";

/** A file between offices, in memory. */
export interface TestFile {
  readonly manifest: Manifest;
  readonly runs: readonly OpRun[];
  readonly pieces?: readonly ArrivedPiece[];
}

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
  file(lackedBy?: TestOffice): TestFile;
  receive(...files: readonly TestFile[]): Promise<{ end: ReceiveEnd; effects: FileEffect[] }>;
  reopen(): Promise<void>;
}

let fileIds = 0;

/** The key that an office signs with: the first half of its present writer's name. */
export function keyOf(office: TestOffice): Uint8Array {
  return Buffer.from(office.roster.writer.name, "hex").subarray(0, 32);
}

function cardOf(office: TestOffice): OfficeCard {
  return {
    unitId: "00000000-0000-7000-8000-000000000001",
    unitCode: "08173",
    office: office.name,
    signKey: keyOf(office),
    sealKey: new Uint8Array(32),
    madeAt: 0,
    renews: null,
    signature: new Uint8Array(64),
  };
}

/** A file as a program would read it from a stick. */
function incoming(file: TestFile): IncomingPacket {
  function* batches(): IncomingPacket["batches"] &
    Generator<{ writer: Uint8Array; ops: readonly HashedOp[] }> {
    for (const { writer, ops } of file.runs) yield { writer, ops: [...ops] };
  }
  return { manifest: file.manifest, batches: batches(), pieces: file.pieces ?? [] };
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
  const office: TestOffice = {
    name,
    folder,
    path,
    environment,
    roster,
    shiftClock,
    write: (edits) => office.roster.log.write({ action: "edit", user: name, edits }).opCount,
    file: (lackedBy) => {
      const { db, log } = office.roster;
      const holds = lackedBy === undefined ? null : (statementOf(db, keyOf(lackedBy))?.holds ?? null);
      const { runs, withheld } = everything(db, holds, () => false);
      const kept = [...runs].map(({ writer, ops }) => ({ writer, ops: [...ops] }));
      const number = nextPacketNumber(db);
      const fileId = Buffer.alloc(16);
      fileId.writeUInt32BE(++fileIds, 12);
      const manifest: Manifest = {
        fileId,
        number,
        at: environment.now(),
        program: "test",
        schema: 2,
        sender: cardOf(office),
        addressees: [],
        whole: holds === null,
        holds: heldWriters(db, () => true),
        withheld,
        revoked: [],
        opCount: kept.reduce((sum, run) => sum + run.ops.length, 0),
        opsLength: 0,
        opsHash: new Uint8Array(32),
        lacks: [],
        piecesLength: 0,
        piecesHash: new Uint8Array(32),
      };
      log.noteSent({
        fileId,
        number,
        at: manifest.at,
        user: name,
        addressees: [],
        ops: manifest.opCount,
        bytes: 0,
      });
      return { manifest, runs: kept };
    },
    receive: async (...files) => {
      const { log } = office.roster;
      const session = log.beginReceive({
        now: environment.now,
        user: name,
        pause: () => Promise.resolve(),
        shippedRow: () => null,
      });
      const effects: FileEffect[] = [];
      try {
        for (const file of files) effects.push(await session.add(incoming(file)));
      } catch (error) {
        log.discardReceived();
        throw error;
      }
      return { end: log.keepReceived(), effects };
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
