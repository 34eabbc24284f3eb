/**
 * Compression of a packet's ops: Brotli at quality 6 with a window of 4 MB.
 *
 * Half the size of gzip -9 for a province's packet, where row ids repeat beyond gzip's window of 32 KB, in two thirds of
 * its time; qualities above 6 take three times as long for one percent (figures in docs/formats/packet.md).
 */
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliDecompress, constants, createBrotliCompress } from "node:zlib";
import { appError } from "../../../shared/contract/errors";
import type { Sha256 } from "../../../shared/sync/op";
import { OpFormatError } from "../../../shared/sync/op-codec";
import { decodeOps, encodeOps, type OpBatch } from "../../../shared/sync/packet/ops-codec";
import type { OpRun } from "../../../shared/sync/packet/types";
import type { OpenedPacket } from "./packet-inner";
import { mostUnpacked } from "./packet-limits";
import { joined } from "./seal";
import { sha256 } from "./verify-signature";

/** Ops of one packet at most, in bytes before compression; also the most that is read as a file. */
export const largestPacket = 512 << 20;

const settings = {
  chunkSize: 1 << 18,
  params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_LGWIN]: 22 },
};
const unpack = promisify(brotliDecompress);

export interface CompressedOps {
  readonly bytes: Uint8Array;
  readonly opCount: number;
  /** Length before compression. */
  readonly opsLength: number;
}

/**
 * Packs and compresses in pieces, other work running in between.
 * @throws AppError packet-too-large, cancelled
 */
export async function compressOps(runs: Iterable<OpRun>, signal?: AbortSignal): Promise<CompressedOps> {
  let opCount = 0;
  let opsLength = 0;
  function* counted(ops: OpRun["ops"]): OpRun["ops"] {
    for (const op of ops) {
      opCount++;
      yield op;
    }
  }
  function* countedRuns(): Iterable<OpRun> {
    for (const { writer, ops } of runs) yield { writer, ops: counted(ops) };
  }
  function* pieces(): Iterable<Uint8Array> {
    for (const piece of encodeOps(countedRuns())) {
      if (signal?.aborted === true) throw appError("cancelled");
      opsLength += piece.length;
      if (opsLength > largestPacket) throw appError("packet-too-large", { path: "" });
      yield piece;
    }
  }
  const source = Readable.from(pieces(), { objectMode: true, highWaterMark: 1 });
  const compressed: Uint8Array[] = [];
  const brotli = createBrotliCompress(settings);
  source.once("error", (error) => brotli.destroy(error));
  for await (const piece of source.pipe(brotli)) compressed.push(piece as Uint8Array);
  return { bytes: joined(compressed), opCount, opsLength };
}

/**
 * The ops' bytes, never more than the manifest says.
 * @throws AppError packet-too-large for more, packet-damaged for less or for bytes that are no Brotli
 */
export async function decompressOps(
  { manifest, compressedOps }: OpenedPacket,
  path: string,
): Promise<Uint8Array> {
  const { opsLength } = manifest;
  if (opsLength > Math.min(largestPacket, mostUnpacked(compressedOps.length)))
    throw appError("packet-too-large", { path });
  let bytes: Uint8Array;
  try {
    // One byte more than stated is enough to see that there is more.
    bytes = await unpack(compressedOps, { chunkSize: settings.chunkSize, maxOutputLength: opsLength + 1 });
  } catch (error) {
    const tooLarge = error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw appError(tooLarge ? "packet-too-large" : "packet-damaged", { path }, error);
  }
  if (bytes.length > opsLength) throw appError("packet-too-large", { path });
  if (bytes.length < opsLength) throw appError("packet-damaged", { path });
  return bytes;
}

/**
 * The ops in batches, between which the caller can pause.
 * @param bytes from decompressOps
 * @param hash of an op; where the ops were unpacked before, what was found then
 * @throws AppError packet-damaged for anything but as many valid ops as the manifest says
 */
export function* openedOps(
  { manifest }: OpenedPacket,
  bytes: Uint8Array,
  path: string,
  hash: Sha256 = sha256,
): Generator<OpBatch, void, undefined> {
  let count = 0;
  try {
    for (const batch of decodeOps(bytes, hash)) {
      count += batch.ops.length;
      yield batch;
    }
  } catch (error) {
    if (error instanceof OpFormatError) throw appError("packet-damaged", { path }, error);
    throw error;
  }
  if (count !== manifest.opCount) throw appError("packet-damaged", { path });
}
