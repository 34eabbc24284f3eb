/**
 * The ops of a packet with what proves whose they are: unpacked once to be proven, and again to be taken in, so that a
 * large packet never lies in memory unpacked.
 */
import { setImmediate as pause } from "node:timers/promises";
import { appError } from "../../../shared/contract/errors";
import { PacketFormatError } from "../../../shared/sync/packet/format-error";
import { decodeProofs } from "../../../shared/sync/packet/proofs-codec";
import type { WriterProof } from "../../../shared/sync/packet/types";
import { type Proving, PacketProof, type ProvenOps } from "../../../shared/sync/proof/prove";
import { sha256, verifySignature } from "../ed25519";
import { decompressOps, openedOps } from "./compressed-ops";
import type { OpenedPacket } from "./packet-inner";

/**
 * @param isShipped whether this program ships a row just so
 * @throws AppError packet-damaged, packet-too-large
 */
export async function provenOps(
  opened: OpenedPacket,
  path: string,
  isShipped: Proving["isShipped"],
): Promise<ProvenOps> {
  const proofs = proofsOf(opened, path);
  const bytes = await decompressOps(opened, path);
  const proof = new PacketProof({ sha256, verify: verifySignature, isShipped });
  for (const { writer, ops } of openedOps(opened, bytes, path)) {
    proof.note(writer, ops);
    await pause();
  }
  return proof.judge(proofs, () => openedOps(opened, bytes, path, proof.replayed()));
}

function proofsOf({ proofs }: OpenedPacket, path: string): WriterProof[] {
  try {
    return decodeProofs(proofs);
  } catch (error) {
    if (error instanceof PacketFormatError) throw appError("packet-damaged", { path }, error);
    throw error;
  }
}
