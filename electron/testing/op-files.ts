/**
 * Files between offices as tests carry them: ops with their manifest in memory, without encryption, which has tests of
 * its own. One way to write and to take them in for every harness of offices, so that a file means the same in a story,
 * in a generated history and in a query plan.
 */
import { toHex } from "../../shared/sync/bytes";
import { isShippedWriter } from "../../shared/sync/shipped-op";
import type { ArrivedPiece } from "../../shared/sync/packet/pieces-codec";
import type { HashedOp, Manifest, WriterProof } from "../../shared/sync/packet/types";
import { PacketProof, type Proving } from "../../shared/sync/proof/prove";
import { sha256, verifySignature } from "../files/ed25519";
import type { ChangeLog } from "../roster/change-log";
import type { ReadHandle } from "../roster/file/handle";
import { heldWriters } from "../roster/log/held-writers";
import { everything, permitted } from "../roster/log/outgoing";
import { lastRow } from "../roster/read/facts";
import { statementOf } from "../roster/log/packet-memory";
import { documentsToSend, lackedDocuments, piecesOf } from "../roster/read/documents";
import { nextNumberFor } from "../roster/read/offices";
import type { FileEffect } from "../roster/receive/receipt-effects";
import type { IncomingPacket, ReceiveEnd, ReceiveSession } from "../roster/receive/receive-session";

export interface OpFile {
  readonly manifest: Manifest;
  readonly runs: readonly { readonly writer: Uint8Array; readonly ops: readonly HashedOp[] }[];
  readonly proofs: readonly WriterProof[];
  readonly pieces?: readonly ArrivedPiece[];
}

/** Who writes or receives a file. */
export interface FileOffice {
  readonly name: string;
  readonly db: ReadHandle;
  readonly log: ChangeLog;
  /** Ed25519 key that it signs with. */
  readonly key: Uint8Array;
  readonly now: () => number;
}

let fileIds = 0;

/** Different for each file of a test run. */
export function newFileId(): Uint8Array {
  const id = Buffer.alloc(16);
  id.writeUInt32BE(++fileIds, 12);
  return id;
}

/**
 * Everything that an office holds, or what another one lacks by its last statement.
 * @param to keys of the addressees; the statement of the first is asked for
 * @param documentsUpTo bytes of documents that go along
 * @param scope local ids of the ops that the addressees may know; null: all
 */
export function writeFile(
  from: FileOffice,
  to: readonly Uint8Array[],
  whole: boolean,
  documentsUpTo = 0,
  scope: ReadonlySet<number> | null = null,
): Required<OpFile> {
  const { name, db, log, key, now } = from;
  const [first] = to;
  const statement = first === undefined ? null : statementOf(db, first);
  const holds = whole ? null : (statement?.holds ?? null);
  const documents = documentsToSend(db, scope, [statement], documentsUpTo);
  const pieces = [...piecesOf(db, documents, "")].map(({ bytes, ...piece }) => ({
    ...piece,
    bytes: () => bytes,
  }));
  const { runs, proofs, withheld, writers } =
    scope === null ? everything(db, holds, () => false) : permitted(db, scope, () => false);
  const kept = [...runs].map(({ writer, ops }) => ({ writer, ops: [...ops] }));
  const number = nextNumberFor(db, to);
  const fileId = newFileId();
  const at = now();
  const opCount = kept.reduce((sum, run) => sum + run.ops.length, 0);
  log.noteSent({
    fileId,
    number,
    at,
    user: name,
    addressees: to,
    lastOp: lastRow(db),
    ops: opCount,
    bytes: 0,
    told: scope === null ? null : { offices: to, ops: scope },
  });
  const manifest: Manifest = {
    fileId,
    number,
    at,
    program: "test",
    schema: 2,
    sender: {
      unitId: "00000000-0000-7000-8000-000000000001",
      unitCode: "00001",
      office: name,
      signKey: key,
      sealKey: new Uint8Array(32),
      madeAt: 0,
      renews: null,
      signature: new Uint8Array(64),
    },
    addressees: to,
    whole: scope !== null || holds === null,
    holds: heldWriters(db, (identity) => writers === null || writers.has(toHex(identity))),
    withheld,
    revoked: [],
    opCount,
    opsLength: 0,
    opsHash: new Uint8Array(32),
    lacks: lackedDocuments(db, scope),
    piecesLength: 0,
    piecesHash: new Uint8Array(32),
    proofsLength: 0,
    proofsHash: new Uint8Array(32),
  };
  return { manifest, runs: kept, proofs, pieces };
}

/**
 * A file as it is read from a stick and proven. Rows of shipped lists are taken as they are: in a test each office has a
 * program of its own.
 */
export function packetOf(
  { manifest, runs, proofs, pieces = [] }: OpFile,
  isShipped: Proving["isShipped"] = () => true,
): IncomingPacket {
  const proof = new PacketProof({ sha256, verify: verifySignature, isShipped });
  for (const { writer, ops } of runs) proof.note(writer, ops);
  return { manifest, ops: proof.judge(proofs, () => runs), pieces };
}

/** A session that keeps nothing until it is told to. */
export function beginReceiving({ log, name, now }: Pick<FileOffice, "log" | "name" | "now">): ReceiveSession {
  return log.beginReceive({
    now,
    user: name,
    pause: () => Promise.resolve(),
    shippedRow: () => null,
  });
}

/** Keys of those who wrote what is in files; nobody wrote rows of shipped lists. */
function keysIn(files: readonly OpFile[]): Uint8Array[] {
  return files.flatMap(({ runs }) =>
    runs.filter(({ writer }) => !isShippedWriter(writer)).map(({ writer }) => writer.subarray(0, 32)),
  );
}

/**
 * Counts everybody who wrote in files as the office's own, for tests in which every change is to count: who may write what
 * is played where the keys are compared instead (history/ranks.ts).
 */
export function knowWriters({ log }: Pick<FileOffice, "log">, files: readonly OpFile[]): void {
  log.keepOwnKeys(files.map(({ manifest }) => manifest.sender.signKey));
  log.keepOwnKeys(keysIn(files));
}

/** Takes files in as one reception and keeps it; none of them where one is refused. */
export async function receiveFiles(
  office: Pick<FileOffice, "log" | "name" | "now">,
  files: readonly OpFile[],
): Promise<{ end: ReceiveEnd; effects: FileEffect[] }> {
  const session = beginReceiving(office);
  const effects: FileEffect[] = [];
  try {
    for (const file of files) effects.push(await session.add(packetOf(file)));
  } catch (error) {
    office.log.discardReceived();
    throw error;
  }
  return { end: office.log.keepReceived(), effects };
}
