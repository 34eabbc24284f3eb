/**
 * Packets as somebody makes them who has our program, an office's keys and no scruples, with whatever manifest and ops, sealed
 * and signed as they should be. What refuses them is never their form alone.
 */
import type { ProvenManifest } from "../../shared/sync/packet/manifest-codec";
import { encodeProofs } from "../../shared/sync/packet/proofs-codec";
import type { OpRun, WriterProof } from "../../shared/sync/packet/types";
import { compressOps } from "../files/exchange/compressed-ops";
import type { OfficeKeys } from "../files/exchange/office-keys";
import { encodeHead } from "../files/exchange/packet-head";
import { encodeInner, type OpenedPacket } from "../files/exchange/packet-inner";
import { joined, seal } from "../files/exchange/seal";
import { sha256, signWith } from "../files/exchange/verify-signature";
import { newFileId } from "./op-files";
import { proofOfAll } from "./proof-parts";

export interface Forging {
  /** Whose signature it bears. */
  readonly by: OfficeKeys;
  /** Who can open it. */
  readonly sealKey: Uint8Array;
  /** A true packet of that office, whose parts it has where nothing else is said. */
  readonly like: OpenedPacket;
}

/** @param change what the manifest says instead, whether or not it fits what the packet holds */
export async function forgedPacket(
  { by, sealKey, like }: Forging,
  change: Partial<ProvenManifest>,
  parts: Partial<Pick<OpenedPacket, "compressedOps" | "proofs" | "pieces">> = {},
): Promise<Uint8Array> {
  const compressedOps = parts.compressedOps ?? like.compressedOps;
  const proofs = parts.proofs ?? like.proofs;
  const pieces = parts.pieces ?? like.pieces;
  const manifest: ProvenManifest = {
    ...like.manifest,
    fileId: newFileId(),
    opsHash: sha256(compressedOps),
    proofsLength: proofs.length,
    proofsHash: sha256(proofs),
    piecesLength: pieces.length,
    piecesHash: sha256(pieces),
    ...change,
  };
  const inner = encodeInner({ manifest, compressedOps, proofs, pieces }, signWith(by.signing.privateKey));
  const ciphertext = await seal(inner, [sealKey]);
  return joined([await encodeHead(manifest.fileId, ciphertext), ciphertext]);
}

/**
 * A packet of any ops, with a manifest that tells of them what is true.
 * @param proofs that they bring; left out: each writer's whole chain is signed for by the forger, who so proves what is
 *   its own
 */
export async function packetOfOps(
  forging: Forging,
  runs: readonly OpRun[],
  change: Partial<ProvenManifest> = {},
  proofs: readonly WriterProof[] = runs.map(({ writer, ops }) =>
    proofOfAll({ writer, sign: signWith(forging.by.signing.privateKey) }, [...ops]),
  ),
): Promise<Uint8Array> {
  const { bytes, opCount, opsLength } = await compressOps(runs);
  return forgedPacket(
    forging,
    { opCount, opsLength, ...change },
    { compressedOps: bytes, proofs: encodeProofs(proofs) },
  );
}
