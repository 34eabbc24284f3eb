/**
 * What this machine remembers of a writer, outside the roster: how far it had written, and in which file.
 *
 * A roster restored from a backup does not know that it is old. The sentinel does; without it a restored roster would
 * give a sequence to a second op, and other offices could not tell the two apart.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { ChainEnd } from "../../../shared/sync/chain";
import { homeFailure, homeSubfolder } from "../../files/home";
import { removeFileNow } from "../../files/rename";
import type { FileHints, MachineHints } from "./machine-hints";
import { readIfThere, replaceFile } from "../../files/small-file";

export interface Sentinel {
  /** The last op that was written or was about to be. */
  readonly end: ChainEnd;
  readonly machine: MachineHints;
  readonly file: FileHints;
}

interface StoredSentinel {
  readonly format: 1;
  readonly seq: number;
  readonly hash: string;
  readonly machine: MachineHints;
  readonly file: FileHints;
}

/** The sentinel of one writer. */
export class SentinelFile {
  readonly #home: string;
  readonly #path: string;

  constructor(home: string, identity: Uint8Array) {
    const name = createHash("sha256").update(identity).digest("hex").slice(0, 32);
    this.#home = home;
    this.#path = join(homeSubfolder(home, "sentinels"), `${name}.json`);
  }

  /** Null when there is none, or one that cannot be understood: then nothing is remembered, which is safe. */
  read(): Sentinel | null {
    const text = this.#guarded(() => readIfThere(this.#path));
    if (text === null) return null;
    try {
      const stored = JSON.parse(text) as StoredSentinel;
      if (stored.format !== 1 || !Number.isSafeInteger(stored.seq)) return null;
      const end = { seq: stored.seq, hash: Buffer.from(stored.hash, "hex") };
      return { end, machine: stored.machine, file: stored.file };
    } catch {
      return null;
    }
  }

  write({ end, machine, file }: Sentinel): void {
    const stored: StoredSentinel = {
      format: 1,
      seq: end.seq,
      hash: Buffer.from(end.hash).toString("hex"),
      machine,
      file,
    };
    this.#guarded(() => replaceFile(this.#path, JSON.stringify(stored)));
  }

  remove(): void {
    this.#guarded(() => removeFileNow(this.#path));
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw homeFailure(error, this.#home, this.#path);
    }
  }
}
