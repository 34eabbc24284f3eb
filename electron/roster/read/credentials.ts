/** Which keys a roster knows the units of. */
import { judgeOf } from "../log/standings";
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

export interface Tie {
  /** Hex. */
  readonly key: string;
  /** UUID. */
  readonly unit: string;
  readonly office: string;
}

/** A row that says whose a key is. */
export interface CredentialRow {
  /** UUID. */
  readonly id: string;
  readonly unit: string;
  readonly office: string;
  /** See shared/sync/authority/revoked.ts; null for a key that is not revoked. */
  readonly until: string | null;
}

/** What is shown of a key (hex), in the order of ids. */
export function credentialRows(db: ReadHandle, key: string): CredentialRow[] {
  return db
    .all<{ id: Buffer; unit: string; office: string | null; until: string | null }>(
      sql`SELECT id, unit, office, until FROM credential WHERE key = ${key} ORDER BY id`,
    )
    .map(({ id, office, ...row }) => ({ ...row, id: bytesToUuid(id), office: office ?? "" }));
}

/** Whether a row (UUID) goes back to our own office. */
export function isOwnCredential(db: ReadHandle, row: string): boolean {
  const { offices, makersOf } = judgeOf(db);
  const [maker] = makersOf(row);
  return maker !== undefined && offices.isReaders(maker);
}

/** Those of some keys and units of which the roster does not know that they belong together; each once. */
export function untied(db: ReadHandle, ties: readonly Tie[]): Tie[] {
  if (ties.length === 0) return [];
  const { offices } = judgeOf(db);
  return eachOnce(ties).filter(({ key, unit }) => !offices.isPair(key, unit));
}

/**
 * Those that somebody who compared their cards has to say, each once: also what is known by the word of the highest office
 * alone, since who that is follows from what was compared.
 */
export function unsaid(db: ReadHandle, ties: readonly Tie[]): Tie[] {
  if (ties.length === 0) return [];
  const judge = judgeOf(db);
  return eachOnce(ties).filter(({ key, unit }) => !judge.isPairWithoutTop(key, unit));
}

function eachOnce(ties: readonly Tie[]): Tie[] {
  return [...new Map(ties.map((tie) => [`${tie.key} ${tie.unit}`, tie])).values()];
}
