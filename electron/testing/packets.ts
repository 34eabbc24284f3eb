/** What the tests of exchange share: offices with keys of their own, and a packet from one to another. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { AppError, type ErrorCode } from "../../shared/contract/errors";
import type { ProvenCard } from "../../shared/sync/packet/card-codec";
import { encodeBody } from "../../shared/sync/op-codec";
import type { OutgoingPiece } from "../../shared/sync/packet/pieces-codec";
import { chained, type TestRun } from "../../shared/testing/packets";
import { makeCard, type OfficeKeys, officeKeys } from "../files/exchange/office-keys";
import { type SealedPacket, sealPacket } from "../files/exchange/packet-file";
import { sha256 } from "../files/exchange/verify-signature";

const folders: string[] = [];

/** A folder that `removeFolders` takes away. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "scb-exchange-"));
  folders.push(folder);
  return folder;
}

/** For `afterAll`. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export interface TestOffice {
  readonly home: string;
  readonly keys: OfficeKeys;
  readonly card: ProvenCard;
}

export const testUnit = {
  unitId: "01010101-0101-7101-8101-010101010101",
  unitCode: "08173",
  office: "UBND xã Quảng Yên",
};
export const testNow = 1_633_046_400_000;

export function newOffice(unit: Partial<typeof testUnit> = {}): TestOffice {
  const home = newFolder();
  const keys = officeKeys(home);
  return { home, keys, card: makeCard(keys, { ...testUnit, ...unit }, testNow) };
}

export function testRun(count: number): TestRun {
  const ops = Array.from({ length: count }, (_, n) => ({
    lamport: n + 1,
    at: testNow + n * 60_000,
    user: "Lê Thị Hoa",
    changeBack: n % 3,
    entity: 4,
    row: new Uint8Array(16).fill(n),
    create: true,
    body: encodeBody({ fields: new Map([[1, `Nguyễn Văn ${n}`]]), supersedes: new Map(), meta: null }),
  }));
  return chained({ writer: new Uint8Array(48).fill(7), first: 1, prev: new Uint8Array(32), ops }, sha256);
}

export const testManifest = {
  number: 3,
  at: testNow,
  program: "0.1.0",
  schema: 4,
  whole: true,
  holds: [
    { writer: new Uint8Array(48).fill(7), runs: [{ first: 1, last: 3, hash: new Uint8Array(32).fill(8) }] },
  ],
  withheld: [],
  revoked: [],
  lacks: [],
} as const;

export function packetFor(
  sender: TestOffice,
  addressees: readonly TestOffice[],
  count = 3,
  pieces: readonly OutgoingPiece[] = [],
): Promise<SealedPacket> {
  return sealPacket({
    keys: sender.keys,
    sender: sender.card,
    addressees: addressees.map(({ card }) => card),
    runs: [testRun(count)],
    proofs: [],
    pieces,
    manifest: testManifest,
  });
}

/** The code that some work is refused with; anything but an AppError is thrown on. */
export async function refusal(work: () => unknown): Promise<ErrorCode | "accepted"> {
  try {
    await work();
    return "accepted";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

export async function expectRefusal(code: ErrorCode, work: () => unknown): Promise<void> {
  expect(await refusal(work)).toBe(code);
}
