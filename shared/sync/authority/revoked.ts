/**
 * Which ops of a revoked key count: those that whoever revoked it knew and kept. What comes of it later may be a thief's.
 *
 * A clock says nothing here, since a thief sets it as they like; and neither does a sequence alone, since a thief may write
 * a second line under numbers that were used. So the last op of each line is named by its hash, and an op counts where it
 * is that op or precedes it. Of two offices that revoke one key, what either kept counts.
 */
import { entities } from "../../domain/entities";
import { type Branch, type Place, precedes } from "../branch";
import type { AuthoredOp } from "./types";

/** The last op of one line of a writer that counts. */
export interface LastCounted {
  /** Hex of the writer. */
  readonly writer: string;
  readonly seq: number;
  /** The beginning of the op's hash, hex. */
  readonly hash: string;
}

const keyLength = 64;
const hashLength = 32;
/** Stands where nothing of a key counts. */
export const nothingCounts = "-";
const linePattern = /^([0-9a-f]{32}):([1-9][0-9]{0,14}):([0-9a-f]{32})$/;

/** The field of a credential that says where a key ends. */
export const untilField = entities.credential.fields.until.id;

/** @returns as the field of a credential holds it */
export function untilText(lines: readonly LastCounted[]): string {
  const texts = lines.map(
    ({ writer, seq, hash }) => `${writer.slice(keyLength)}:${seq}:${hash.slice(0, hashLength)}`,
  );
  return texts.length === 0 ? nothingCounts : texts.sort().join(" ");
}

function linesOf(key: string, text: string): LastCounted[] {
  return text.split(" ").flatMap((one) => {
    const [, incarnation, seq, hash] = linePattern.exec(one) ?? [];
    return incarnation === undefined || hash === undefined
      ? []
      : [{ writer: `${key}${incarnation}`, seq: Number(seq), hash }];
  });
}

interface Cut {
  readonly places: Place[];
  /** Lines whose last op is not here. */
  readonly elsewhere: LastCounted[];
}

/** Finds an op by its writer, sequence and the beginning of its hash. */
export type FindPlace = (last: LastCounted) => Branch | null;

export class Revoked {
  readonly #cuts = new Map<string, Cut>();

  /** Some revocation was said, in force or not: what comes may bring it into force. */
  readonly isSaid: boolean;

  constructor(isSaid: boolean) {
    this.isSaid = isSaid;
  }

  /** Whether an op of a revoked key came after what counts of it. */
  isAfter({ branch, seq }: Pick<AuthoredOp, "branch" | "seq">): boolean {
    if (this.#cuts.size === 0) return false;
    const cut = this.#cuts.get(branch.writer.slice(0, keyLength));
    if (cut === undefined) return false;
    const place = { branch, seq };
    if (cut.places.some((last) => isSame(place, last) || precedes(place, last))) return false;
    // Without its last op here a line is told from another only where there is one.
    return !cut.elsewhere.some(
      (last) => branch.fork === null && last.writer === branch.writer && seq <= last.seq,
    );
  }

  cut(key: string, text: string, find: FindPlace): void {
    const cut = this.#cuts.get(key) ?? { places: [], elsewhere: [] };
    this.#cuts.set(key, cut);
    for (const last of linesOf(key, text)) {
      const branch = find(last);
      if (branch === null) cut.elsewhere.push(last);
      else cut.places.push({ branch, seq: last.seq });
    }
  }
}

function isSame(a: Place, b: Place): boolean {
  const isOneBranch = a.branch.writer === b.branch.writer && a.branch.fork?.piece === b.branch.fork?.piece;
  return isOneBranch && a.seq === b.seq;
}
