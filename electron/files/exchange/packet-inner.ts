/**
 * What is inside a packet once it is decrypted: signature, manifest, compressed ops, proofs of their writers, pieces of
 * documents.
 *
 *   0  64  Ed25519 signature of the manifest · 64  4  its length, big-endian · 68  manifest · then  compressed ops ·
 *   rest  proofs and pieces, as long as the manifest says
 *
 * The signature covers ops, proofs and pieces by their hashes in the manifest. A function of bytes alone, so that it can be tried with
 * every altered byte.
 */
import { appError } from "../../../shared/contract/errors";
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import type { ProvenCard } from "../../../shared/sync/packet/card-codec";
import { PacketFormatError } from "../../../shared/sync/packet/format-error";
import {
  decodeManifest,
  encodeManifest,
  type ProvenManifest,
  cardAtStart,
} from "../../../shared/sync/packet/manifest-codec";
import { labelled, type Sign, signatureLength } from "../../../shared/sync/packet/signing";
import { longestManifest, strangersManifest } from "./packet-limits";
import { joined } from "./seal";
import { sha256, verifySignature } from "./verify-signature";

/** A packet that was decrypted and proven to be its sender's and for us; whether the sender is trusted is open. */
export interface OpenedPacket {
  readonly manifest: ProvenManifest;
  readonly compressedOps: Uint8Array;
  /** Of the writers of the ops; see shared/sync/packet/proofs-codec.ts. */
  readonly proofs: Uint8Array;
  /** Pieces of documents; see packet-pieces.ts. */
  readonly pieces: Uint8Array;
}

/** What the reader knows beforehand. */
export interface Expected {
  /** The file id in the head. */
  readonly fileId: Uint8Array;
  /** Our signing keys, old ones too. */
  readonly ownSignKeys: readonly Uint8Array[];
  /** Whether a card's office is trusted: others are read within the limits for strangers. Nobody, where left out. */
  readonly trusts?: (card: ProvenCard) => boolean;
  /** For the sentence of a failure. */
  readonly path: string;
}

const lengthLength = 4;
export const manifestAt = signatureLength + lengthLength;

export function encodeInner(
  { manifest, compressedOps, proofs, pieces }: OpenedPacket,
  sign: Sign,
): Uint8Array {
  const bytes = encodeManifest(manifest);
  const length = new Uint8Array(lengthLength);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return joined([sign(labelled("packet", bytes)), length, bytes, compressedOps, proofs, pieces]);
}

/**
 * Reads and proves: the sender's card, the sender's signature, the file id, the hashes, and that it is for us.
 * A packet that somebody sealed for us although its sender did not write it for us is not for us.
 * @throws AppError packet-damaged, packet-newer, packet-not-for-us, packet-too-large
 */
export function openInner(bytes: Uint8Array, expected: Expected): OpenedPacket {
  const { fileId, ownSignKeys, path } = expected;
  const damaged = (cause?: unknown) => appError("packet-damaged", { path }, cause);
  if (bytes.length < manifestAt) throw damaged();
  const signature = bytes.subarray(0, signatureLength);
  const manifestLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(
    signatureLength,
  );
  if (manifestLength > bytes.length - manifestAt) throw damaged();
  const manifestBytes = bytes.subarray(manifestAt, manifestAt + manifestLength);
  if (manifestLength > strangersManifest && !isSignedByTrusted(manifestBytes, signature, expected))
    throw appError("packet-too-large", { path });
  let manifest: ProvenManifest;
  try {
    manifest = decodeManifest(manifestBytes, verifySignature);
  } catch (error) {
    if (!(error instanceof PacketFormatError)) throw error;
    throw error.kind === "newer" ? appError("packet-newer", { path }, error) : damaged(error);
  }
  const { signKey } = manifest.sender;
  if (!verifySignature(signKey, labelled("packet", manifestBytes), signature)) throw damaged();
  const piecesAt = bytes.length - manifest.piecesLength;
  const proofsAt = piecesAt - manifest.proofsLength;
  if (proofsAt < manifestAt + manifestLength) throw damaged();
  const compressedOps = bytes.subarray(manifestAt + manifestLength, proofsAt);
  const proofs = bytes.subarray(proofsAt, piecesAt);
  const pieces = bytes.subarray(piecesAt);
  if (
    !sameBytes(manifest.fileId, fileId) ||
    !sameBytes(manifest.opsHash, sha256(compressedOps)) ||
    !sameBytes(manifest.proofsHash, sha256(proofs)) ||
    !sameBytes(manifest.piecesHash, sha256(pieces))
  ) {
    throw damaged();
  }
  const own = new Set(ownSignKeys.map(toHex));
  if (![...manifest.addressees, signKey].some((key) => own.has(toHex(key))))
    throw appError("packet-not-for-us", { path });
  return { manifest, compressedOps, proofs, pieces };
}

/** Asked before a large manifest is read: its sender's key stands near its beginning, and one look proves the signature. */
function isSignedByTrusted(
  manifest: Uint8Array,
  signature: Uint8Array,
  { trusts = () => false }: Expected,
): boolean {
  const card = manifest.length > longestManifest ? null : cardAtStart(manifest, verifySignature);
  return (
    card !== null && trusts(card) && verifySignature(card.signKey, labelled("packet", manifest), signature)
  );
}
