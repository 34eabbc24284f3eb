/**
 * Packets (`.scbsync`) from end to end: written from ops and a manifest, read in steps, each of which can say what is
 * wrong without the ones after it. The bytes are described in docs/formats/packet.md.
 *
 * A file is read once, into memory; that buffer is the quarantine. A stick that is pulled, or a file that is exchanged
 * meanwhile, cannot change what was checked.
 *
 * Invariant: of a packet that was altered in any byte nothing is returned; the refusal is an AppError packet-*.
 */
import { randomBytes } from "node:crypto";
import { AppError, appError } from "../../../shared/contract/errors";
import { distinctBytes } from "../../../shared/sync/bytes";
import type { ProvenCard } from "../../../shared/sync/packet/card-codec";
import { fileIdLength, type ProvenManifest, cardAtStart } from "../../../shared/sync/packet/manifest-codec";
import type { OutgoingPiece } from "../../../shared/sync/packet/pieces-codec";
import { encodeProofs } from "../../../shared/sync/packet/proofs-codec";
import type { Manifest, OfficeCard, OpRun, WriterProof } from "../../../shared/sync/packet/types";
import { openPlainFile } from "../plain-file";
import { compressOps, largestPacket } from "./compressed-ops";
import type { OfficeKeys } from "./office-keys";
import { checkHead, checkStart, encodeHead, headLength } from "./packet-head";
import { encodeInner, manifestAt, type OpenedPacket, openInner } from "./packet-inner";
import { longestSealHead, smallFile } from "./packet-limits";
import { packPieces } from "./packet-pieces";
import { hasSealHead, joined, NotSealedForUs, seal, unseal, unsealStart } from "./seal";
import { sha256, signWith, verifySignature } from "./verify-signature";

export const packetExtension = "scbsync";

export interface PacketToSeal {
  readonly keys: Pick<OfficeKeys, "signing">;
  /** Our card; the packet is sealed for ourselves too, so that we can tell it again and a restored roster can use it. */
  readonly sender: ProvenCard;
  /** Those it is written for, recovery offices included. */
  readonly addressees: readonly OfficeCard[];
  readonly runs: Iterable<OpRun>;
  /** Of every writer in the runs. */
  readonly proofs: readonly WriterProof[];
  /** Of documents, those of one next to each other, by place. */
  readonly pieces: Iterable<OutgoingPiece>;
  readonly manifest: Pick<
    Manifest,
    "number" | "at" | "program" | "schema" | "whole" | "holds" | "withheld" | "revoked" | "lacks"
  >;
  readonly signal?: AbortSignal | undefined;
}

export interface SealedPacket {
  readonly bytes: Uint8Array;
  /** As its receivers will read it. */
  readonly manifest: ProvenManifest;
}

/** @throws AppError no-addressee, packet-too-large, cancelled */
export async function sealPacket(packet: PacketToSeal): Promise<SealedPacket> {
  const { keys, sender, addressees, runs, signal } = packet;
  if (addressees.length === 0) throw appError("no-addressee");
  const { bytes: ops, opCount, opsLength } = await compressOps(runs, signal);
  const proofs = encodeProofs(packet.proofs);
  const pieces = packPieces(packet.pieces, signal);
  const manifest: ProvenManifest = {
    ...packet.manifest,
    fileId: new Uint8Array(randomBytes(fileIdLength)),
    sender,
    addressees: distinctBytes(addressees.map(({ signKey }) => signKey)),
    opCount,
    opsLength,
    opsHash: sha256(ops),
    piecesLength: pieces.length,
    piecesHash: sha256(pieces),
    proofsLength: proofs.length,
    proofsHash: sha256(proofs),
  };
  const inner = encodeInner(
    { manifest, compressedOps: ops, proofs, pieces },
    signWith(keys.signing.privateKey),
  );
  const ciphertext = await seal(inner, distinctBytes([...addressees, sender].map(({ sealKey }) => sealKey)));
  const head = await encodeHead(manifest.fileId, ciphertext);
  const bytes = joined([head, ciphertext]);
  if (bytes.length > largestPacket) throw appError("packet-too-large", { path: "" });
  if (signal?.aborted === true) throw appError("cancelled");
  return { bytes, manifest };
}

/**
 * Takes a file into memory.
 * @throws AppError packet-missing, packet-foreign for what is no file, packet-too-large
 */
export async function readPacketFile(path: string): Promise<Uint8Array> {
  try {
    const file = await openPlainFile(path);
    if (file === null) throw appError("packet-foreign", { path });
    try {
      if ((await file.stat()).size > largestPacket) throw appError("packet-too-large", { path });
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof AppError ? error : appError("packet-missing", { path }, error);
  }
}

/** What a packet is opened with. */
export interface Opening extends Pick<OfficeKeys, "identities" | "ownSignKeys"> {
  readonly trusts?: (card: ProvenCard) => boolean;
}

/**
 * Checks the head, decrypts, and proves signature, addressee and hashes; trust is for `checkSender`.
 * @param path for the sentence of a failure
 * @throws AppError packet-foreign, packet-newer, packet-truncated, packet-damaged, packet-not-for-us, packet-too-large
 */
export async function openPacket(
  bytes: Uint8Array,
  { identities, ...opening }: Opening,
  path: string,
): Promise<OpenedPacket> {
  const { fileId, ciphertext } = await checkHead(bytes, path);
  if (!hasSealHead(ciphertext)) throw appError("packet-damaged", { path });
  let inner: Uint8Array;
  try {
    inner = await unseal(ciphertext, identities);
  } catch (error) {
    throw unsealFailure(error, path);
  }
  return openInner(inner, { ...opening, fileId, path });
}

function unsealFailure(error: unknown, path: string): AppError {
  return appError(error instanceof NotSealedForUs ? "packet-not-for-us" : "packet-damaged", { path }, error);
}

/**
 * The sender's card of a file that is too large to be read for a stranger: from its beginning alone, of which nothing
 * is proven but that it was sealed for us.
 * @returns null for a small file, which is read whole
 * @throws AppError packet-missing, packet-foreign, packet-truncated, packet-damaged, packet-newer, packet-not-for-us
 */
export async function senderOfLarge(
  path: string,
  { identities }: Pick<OfficeKeys, "identities">,
): Promise<ProvenCard | null> {
  const { size, start } = await readStart(path);
  if (size <= smallFile) return null;
  const ciphertext = checkStart(start, size, path);
  if (!hasSealHead(ciphertext)) throw appError("packet-damaged", { path });
  let inside: Uint8Array;
  try {
    inside = await unsealStart(ciphertext, identities, startInside);
  } catch (error) {
    throw unsealFailure(error, path);
  }
  const card = cardAtStart(inside.subarray(manifestAt), verifySignature);
  if (card === null) throw appError("packet-damaged", { path });
  return card;
}

/** Enough of what is inside for the sender's card. */
const startInside = 1 << 16;

async function readStart(path: string): Promise<{ size: number; start: Uint8Array }> {
  try {
    const file = await openPlainFile(path);
    if (file === null) throw appError("packet-foreign", { path });
    try {
      const { size } = await file.stat();
      const start = new Uint8Array(Math.min(size, headLength + longestSealHead + 4 * startInside));
      const { bytesRead } = await file.read(start, 0, start.length, 0);
      return { size, start: start.subarray(0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof AppError ? error : appError("packet-missing", { path }, error);
  }
}
