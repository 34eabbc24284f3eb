/**
 * The manifest of a packet as the bytes that its sender signs: who sends what to whom, and what the sender holds.
 *
 * Keys that a newer program adds are ignored, as long as it can be read without them; where it cannot, the version is
 * raised and the packet is kept until the program is updated.
 */
import { decodeFirst, encode } from "cborg";
import { sameBytes } from "../bytes";
import { hashLength, writerLength } from "../op";
import { decodeCard, type ProvenCard } from "./card-codec";
import { bytesIn, clockIn, countIn, damaged, decodeKeyed, textIn } from "./format-error";
import { signKeyLength, type Verify } from "./signing";
import type { Span } from "../holds";
import type { HeldRun, HeldWriter, LackedDocument, Manifest } from "./types";

/** A manifest whose sender's card was checked; its own signature is another matter (see docs/formats/packet.md). */
export interface ProvenManifest extends Manifest {
  readonly sender: ProvenCard;
}

const version = 1;
const key = {
  version: 1,
  fileId: 2,
  number: 3,
  at: 4,
  program: 5,
  schema: 6,
  sender: 7,
  addressees: 8,
  whole: 9,
  holds: 10,
  withheld: 11,
  revoked: 12,
  opCount: 13,
  opsLength: 14,
  opsHash: 15,
  lacks: 16,
  piecesLength: 17,
  piecesHash: 18,
  proofsLength: 19,
  proofsHash: 20,
} as const;
export const fileIdLength = 16;
const longestProgram = 100;

/** Canonical bytes of a manifest. */
export function encodeManifest(manifest: ProvenManifest): Uint8Array {
  return encode(
    new Map<number, unknown>([
      [key.version, version],
      [key.fileId, manifest.fileId],
      [key.number, manifest.number],
      [key.at, manifest.at],
      [key.program, manifest.program],
      [key.schema, manifest.schema],
      [key.sender, manifest.sender.bytes],
      [key.addressees, manifest.addressees],
      [key.whole, manifest.whole],
      [
        key.holds,
        manifest.holds.map(({ writer, runs }) => [
          writer,
          runs.map((run) => [run.first, run.last, run.hash]),
        ]),
      ],
      [key.withheld, encodeWithheld(manifest.withheld)],
      [key.revoked, manifest.revoked],
      [key.opCount, manifest.opCount],
      [key.opsLength, manifest.opsLength],
      [key.opsHash, manifest.opsHash],
      [
        key.lacks,
        manifest.lacks.map(({ hash, held }) => [hash, held.flatMap(({ first, last }) => [first, last])]),
      ],
      [key.piecesLength, manifest.piecesLength],
      [key.piecesHash, manifest.piecesHash],
      [key.proofsLength, manifest.proofsLength],
      [key.proofsHash, manifest.proofsHash],
    ]),
  );
}

/** Neighbours of one writer share its name: [writer, [first, last, first, last…]]. */
function encodeWithheld(withheld: Manifest["withheld"]): [Uint8Array, number[]][] {
  const groups: [Uint8Array, number[]][] = [];
  for (const { writer, first, last } of withheld) {
    const group = groups.at(-1);
    if (group !== undefined && sameBytes(group[0], writer)) group[1].push(first, last);
    else groups.push([writer, [first, last]]);
  }
  return groups;
}

/**
 * Reads a manifest and proves its sender's card.
 * @throws PacketFormatError
 */
export function decodeManifest(bytes: Uint8Array, verify: Verify): ProvenManifest {
  const parts = decodeKeyed(bytes, version);
  const sender = parts.get(key.sender);
  const whole = parts.get(key.whole);
  if (!(sender instanceof Uint8Array)) throw damaged("No sender");
  if (typeof whole !== "boolean") throw damaged("Neither whole nor not");
  return {
    fileId: bytesIn(parts.get(key.fileId), fileIdLength, "File id"),
    number: countIn(parts.get(key.number), 1, "Number"),
    at: clockIn(parts.get(key.at)),
    program: textIn(parts.get(key.program), longestProgram, "Program"),
    schema: countIn(parts.get(key.schema), 0, "Schema"),
    sender: decodeCard(sender, verify),
    addressees: listIn(parts.get(key.addressees)).map((one) => bytesIn(one, signKeyLength, "Addressee")),
    whole,
    holds: listIn(parts.get(key.holds)).map(decodeHeld),
    withheld: decodeWithheld(parts.get(key.withheld)),
    revoked: listIn(parts.get(key.revoked)).map((one) => bytesIn(one, signKeyLength, "Revoked key")),
    opCount: countIn(parts.get(key.opCount), 0, "Count of ops"),
    opsLength: countIn(parts.get(key.opsLength), 0, "Length of ops"),
    opsHash: bytesIn(parts.get(key.opsHash), hashLength, "Hash of ops"),
    lacks: listIn(parts.get(key.lacks)).map(decodeLacked),
    piecesLength: countIn(parts.get(key.piecesLength), 0, "Length of pieces"),
    piecesHash: bytesIn(parts.get(key.piecesHash), hashLength, "Hash of pieces"),
    proofsLength: countIn(parts.get(key.proofsLength), 0, "Length of proofs"),
    proofsHash: bytesIn(parts.get(key.proofsHash), hashLength, "Hash of proofs"),
  };
}

function listIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw damaged("Not a list");
  return value as unknown[];
}

function tupleIn(value: unknown, length: number): readonly unknown[] {
  const list = listIn(value);
  if (list.length !== length) throw damaged("A list of another length");
  return list;
}

function spanIn(first: unknown, last: unknown, least: number): Span {
  const from = countIn(first, least, "First");
  return { first: from, last: countIn(last, from, "Last") };
}

/** Spans as [first, last, first, last…]. */
function spansIn(ends: unknown, least: number): Span[] {
  const numbers = listIn(ends);
  if (numbers.length % 2 !== 0) throw damaged("A span without an end");
  return numbers.flatMap((first, n) => (n % 2 === 0 ? [spanIn(first, numbers[n + 1], least)] : []));
}

function decodeLacked(value: unknown): LackedDocument {
  const [hash, held] = tupleIn(value, 2);
  return { hash: bytesIn(hash, hashLength, "Hash of a document"), held: spansIn(held, 0) };
}

function decodeHeld(value: unknown): HeldWriter {
  const [writer, runs] = tupleIn(value, 2);
  return {
    writer: bytesIn(writer, writerLength, "Writer"),
    runs: listIn(runs).map((run): HeldRun => {
      const [first, last, hash] = tupleIn(run, 3);
      return { ...spanIn(first, last, 1), hash: bytesIn(hash, hashLength, "Hash of an op") };
    }),
  };
}

function decodeWithheld(value: unknown): Manifest["withheld"] {
  const spans: { writer: Uint8Array; first: number; last: number }[] = [];
  for (const group of listIn(value)) {
    const [name, ends] = tupleIn(group, 2);
    const writer = bytesIn(name, writerLength, "Writer");
    const of = spansIn(ends, 1);
    if (of.length === 0) throw damaged("A writer without spans");
    const before = spans.at(-1);
    if (before !== undefined && sameBytes(before.writer, writer)) throw damaged("Two groups of one writer");
    // One by one: a list has no limit that a call's arguments would not reach first.
    for (const span of of) spans.push({ writer, ...span });
  }
  return spans;
}

/** The parts before the sender's card, and the card, take no more. */
const longestStart = 8192;

/**
 * The sender's card, without reading what comes after it: keys of a manifest are in order, and those with long lists
 * come after the card. The card is proven; that the rest of the manifest is its office's is not.
 * @returns null where there is none
 */
export function cardAtStart(manifest: Uint8Array, verify: Verify): ProvenCard | null {
  try {
    // A map's head takes one byte for up to 23 entries and two for up to 255.
    let rest: Uint8Array = manifest.subarray(manifest[0] === 0xb8 ? 2 : 1, longestStart);
    for (;;) {
      const [name, afterName] = decodeFirst(rest);
      const [value, afterValue] = decodeFirst(afterName, { useMaps: true });
      if (typeof name !== "number" || name > key.sender) return null;
      if (name === key.sender) return value instanceof Uint8Array ? decodeCard(value, verify) : null;
      rest = afterValue;
    }
  } catch {
    // No manifest at all, or its parts are longer than any program writes them.
    return null;
  }
}
