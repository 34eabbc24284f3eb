/**
 * What one op of the change log is.
 *
 * Every write of a roster, from whatever source, is a set of ops; audit, undo, "as known on" and exchange by file
 * only read them. The shape is fixed for good: it is hashed, chained and carried to other offices.
 */
import type { FieldValue } from "../domain/entities";

/** Bytes of a writer: Ed25519 public key (32) and random incarnation (16). */
export const writerLength = 48;
export const hashLength = 32;

/** Names a change in any roster: its writer and the sequence of its first op. */
export interface ChangeRef {
  readonly writer: Uint8Array;
  readonly seq: number;
}

/** What is said once for a whole change, on its first op. */
export interface ChangeMeta {
  /** Key of the action, e.g. `edit`, `import`, `undo`. */
  readonly action: string;
  readonly reason: string | null;
  /** The change that this one takes back. */
  readonly undoes: ChangeRef | null;
}

/**
 * The part of an op that holds content.
 *
 * `supersedes` names, by field, the ops of which the author had seen the values, as far as that does not follow
 * from the author's own chain: **an op always supersedes the last earlier op of its own chain that wrote the same
 * field of the same row.** So a roster with one writer never writes it. On a removal it also names, for fields that the
 * op does not write, the values that were seen: an edit that is missing there was not seen and keeps the row in view.
 */
export interface OpBody {
  /** Field id to value; id 0 is the row's presence (null: there, text: removed, with the reason). */
  readonly fields: ReadonlyMap<number, FieldValue>;
  /** Field id to op hashes, each list sorted. */
  readonly supersedes: ReadonlyMap<number, readonly Uint8Array[]>;
  readonly meta: ChangeMeta | null;
}

/** An op as it is hashed. The body stays in its bytes, so that what a newer program put there is carried untouched. */
export interface Op {
  readonly writer: Uint8Array;
  /** 1 for the writer's first op, then without gaps. */
  readonly seq: number;
  /** Hash of the writer's op before; null for the first. */
  readonly prev: Uint8Array | null;
  /** One more than the highest lamport that the writer had seen. */
  readonly lamport: number;
  /** Wall clock in ms since 1970 by the writer's PC: for people, never for deciding anything. */
  readonly at: number;
  readonly user: string;
  /** Sequence of the first op of the same change (one user action, one transaction). */
  readonly change: number;
  /** Entity id of the registry; may be one of a newer program. */
  readonly entity: number;
  /** 16 bytes of the row's UUID. */
  readonly row: Uint8Array;
  /** Whether the op brings the row into being. */
  readonly create: boolean;
  /** Canonical CBOR of the OpBody. */
  readonly body: Uint8Array;
}

/** SHA-256 of some bytes. Handed in, because this folder knows no crypto library. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
