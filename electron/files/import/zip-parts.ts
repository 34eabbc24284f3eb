/**
 * The parts of a packed workbook, read one by one and never beyond the reading's budget: what a part claims of its size is
 * checked while it is unpacked, not believed.
 */
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { crc32 } from "./crc32";
import type { Reading } from "./reading";

/** Parts that are held whole: lists of styles and relations. The largest real ones have a few megabytes. */
const largestWhole = 64 << 20;

export class ZipParts {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #reading: Reading;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, reading: Reading) {
    this.#zip = zip;
    this.#entries = entries;
    this.#reading = reading;
  }

  /** @throws AppError workbook-damaged where it is no whole zip file, workbook-too-large, workbook-password */
  static async open(bytes: Buffer, reading: Reading): Promise<ZipParts> {
    const entries = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
      reading.parts(zip.entryCount);
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw reading.password();
        if (entries.has(entry.fileName)) throw reading.damaged();
        entries.set(entry.fileName, entry);
        reading.parts(entries.size);
      }
      return new ZipParts(zip, entries, reading);
    } catch (error) {
      throw reading.refusal(error);
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Bytes of a part by its own account, for telling how far the reading is. */
  claimedBytes(name: string): number {
    return this.#entries.get(name)?.uncompressedSize ?? 0;
  }

  /** A part piece by piece. @throws AppError workbook-damaged, workbook-too-large, cancelled */
  async *pieces(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw this.#reading.damaged();
    let sum = 0;
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const piece of stream as AsyncIterable<Buffer>) {
        this.#reading.took(piece.length);
        sum = crc32(piece, sum);
        yield piece;
      }
    } catch (error) {
      throw this.#reading.refusal(error);
    }
    if (sum !== entry.crc32) throw this.#reading.damaged();
  }

  /** A small part whole. @throws AppError workbook-damaged, workbook-too-large, cancelled */
  async whole(name: string): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of this.pieces(name)) {
      pieces.push(piece);
      length += piece.length;
      if (length > largestWhole) throw this.#reading.tooLarge("unpacked");
    }
    return Buffer.concat(pieces);
  }
}
