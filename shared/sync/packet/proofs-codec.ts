/**
 * The signed heads in a packet: for each writer of which it holds ops, what proves them to be that writer's. Described in
 * docs/formats/packet.md.
 *
 *   [[writer, [[size, signature, hashes of the holes, ? [[first, last, hash]…]]…]]…]
 */
import { encode } from "cborg";
import { decodeCanonical } from "../canonical";
import { toHex } from "../bytes";
import { hashLength, writerLength } from "../op";
import { bytesIn, countIn, damaged } from "./format-error";
import { signatureLength } from "./signing";
import type { HeldRun, WriterProof } from "./types";

type HeadProof = WriterProof["heads"][number];

export function encodeProofs(proofs: readonly WriterProof[]): Uint8Array {
  return encode(proofs.map(({ writer, heads }) => [writer, heads.map(headParts)]));
}

function headParts({ size, signature, holes, runs }: HeadProof): unknown[] {
  const parts: unknown[] = [size, signature, holes];
  if (runs !== null) parts.push(runs.map(({ first, last, hash }) => [first, last, hash]));
  return parts;
}

/** @throws PacketFormatError `damaged` for anything but what `encodeProofs` writes, and for a writer named twice */
export function decodeProofs(bytes: Uint8Array): WriterProof[] {
  const seen = new Set<string>();
  return listIn(decodeCanonical(bytes, damaged)).map((entry) => {
    const [writer, heads] = tupleIn(entry, 2, 2);
    const name = bytesIn(writer, writerLength, "Writer");
    if (seen.has(toHex(name))) throw damaged("A writer named twice");
    seen.add(toHex(name));
    return { writer: name, heads: listIn(heads).map(headIn) };
  });
}

function headIn(entry: unknown): HeadProof {
  const [size, signature, holes, runs] = tupleIn(entry, 3, 4);
  if (!(holes instanceof Uint8Array) || holes.length % hashLength !== 0) throw damaged("Not hashes");
  return {
    size: countIn(size, 1, "Size"),
    signature: bytesIn(signature, signatureLength, "Signature"),
    holes,
    runs: runs === undefined ? null : listIn(runs).map(runIn),
  };
}

function runIn(entry: unknown): HeldRun {
  const [first, last, hash] = tupleIn(entry, 3, 3);
  const from = countIn(first, 1, "First");
  return { first: from, last: countIn(last, from, "Last"), hash: bytesIn(hash, hashLength, "Hash") };
}

function listIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw damaged("Not a list");
  return value as unknown[];
}

function tupleIn(value: unknown, least: number, most: number): readonly unknown[] {
  const list = listIn(value);
  if (list.length < least || list.length > most) throw damaged("A list of another length");
  return list;
}
