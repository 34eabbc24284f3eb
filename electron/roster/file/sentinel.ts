/**
 * What this machine remembers of a writer, outside the roster: how far it had written, and in which file.
 *
 * A roster restored from a backup does not know that it is old. The sentinel does; without it a restored roster would
 * give a sequence to a second op, and other offices could not tell the two apart, and saved work would be gone without a
 * word. What is known to stand is kept apart from what is about to be written: a program that is killed between the two
 * leaves nothing that anybody lost.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "../../../shared/contract/zod";
import { fromHex, toHex } from "../../../shared/sync/bytes";
import type { ChainEnd } from "../../../shared/sync/chain";
import { homeFailure, homeSubfolder } from "../../files/home";
import { removeFileNow } from "../../files/rename";
import { readIfThere, replaceFile } from "../../files/small-file";
import type { FileHints, MachineHints } from "./machine-hints";

/** What surely stood in the roster. */
export interface Confirmed {
  readonly end: ChainEnd;
  /** Changes that the writer had made by then. */
  readonly changes: number;
  /** Instant of the last one, ms since 1970. */
  readonly at: number;
}

export interface Sentinel {
  readonly confirmed: Confirmed | null;
  /** The last op of a change that was about to be written; null where it is known what became of it. */
  readonly pending: ChainEnd | null;
  /** Id of the office whose roster it is: copies of one roster share it; null where nobody had set it up yet. */
  readonly roster: string | null;
  /** Somebody goes on knowingly with a roster that misses what is confirmed. */
  readonly letGo: boolean;
  readonly machine: MachineHints;
  readonly file: FileHints;
}

/** Of a sentinel that is found without knowing its writer. */
export interface FoundSentinel extends Sentinel {
  readonly identity: Uint8Array;
}

const endSchema = z.strictObject({ seq: z.int().positive(), hash: z.hex().length(64) });
const storedSchema = z.strictObject({
  format: z.literal(2),
  writer: z.hex().length(96),
  confirmed: endSchema.extend({ changes: z.int(), at: z.int() }).nullable(),
  pending: endSchema.nullable(),
  roster: z.string().nullable(),
  letGo: z.boolean(),
  machine: z.strictObject({ host: z.string(), platform: z.string(), addresses: z.array(z.string()) }),
  file: z.strictObject({ path: z.string(), device: z.string(), file: z.string() }),
});
type Stored = z.output<typeof storedSchema>;

/** Where the roster may stand: at what was about to be written, else at what is confirmed. */
export function farthest({ pending, confirmed }: Sentinel): ChainEnd | null {
  return pending ?? confirmed?.end ?? null;
}

const folder = "sentinels";

function endOf({ seq, hash }: z.output<typeof endSchema>): ChainEnd {
  return { seq, hash: fromHex(hash) };
}

function stored({ seq, hash }: ChainEnd): z.output<typeof endSchema> {
  return { seq, hash: toHex(hash) };
}

/** Null for what cannot be understood: then nothing is remembered, which is safe. */
function parsed(text: string): FoundSentinel | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const { success, data: found } = storedSchema.safeParse(data);
  if (!success) return null;
  const { writer, confirmed, pending, roster, letGo, machine, file } = found;
  return {
    identity: fromHex(writer),
    confirmed:
      confirmed === null ? null : { end: endOf(confirmed), changes: confirmed.changes, at: confirmed.at },
    pending: pending === null ? null : endOf(pending),
    roster,
    letGo,
    machine,
    file,
  };
}

/** The sentinel of one writer. */
export class SentinelFile {
  readonly #home: string;
  readonly #identity: Uint8Array;
  readonly #path: string;

  constructor(home: string, identity: Uint8Array) {
    const name = createHash("sha256").update(identity).digest("hex").slice(0, 32);
    this.#home = home;
    this.#identity = identity;
    this.#path = join(homeSubfolder(home, folder), `${name}.json`);
  }

  /** Null when there is none, or one that cannot be understood. */
  read(): Sentinel | null {
    const text = this.#guarded(() => readIfThere(this.#path));
    return text === null ? null : parsed(text);
  }

  write({ confirmed, pending, roster, letGo, machine, file }: Sentinel): void {
    const content: Stored = {
      format: 2,
      writer: toHex(this.#identity),
      confirmed:
        confirmed === null
          ? null
          : { ...stored(confirmed.end), changes: confirmed.changes, at: confirmed.at },
      pending: pending === null ? null : stored(pending),
      roster,
      letGo,
      machine: { ...machine, addresses: [...machine.addresses] },
      file,
    };
    this.#guarded(() => replaceFile(this.#path, JSON.stringify(content)));
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

/** Everything that this machine remembers of any writer; makes nothing. @throws AppError as homeFailure */
export function allSentinels(home: string): FoundSentinel[] {
  let path = join(home, folder);
  try {
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .flatMap((name) => {
        path = join(home, folder, name);
        const text = readIfThere(path);
        return (text === null ? null : parsed(text)) ?? [];
      });
  } catch (error) {
    throw homeFailure(error, home, path);
  }
}
