/**
 * What a packet says, in memory: the ops of one or several writers and a manifest that its sender signs.
 *
 * The bytes are described in docs/formats/packet.md; codecs stand beside this file. Without one shape for both ends a
 * sender and a receiver would come to mean different things by the same file.
 */
import type { Op } from "../op";

/** An op with its hash, which follows from it. */
export interface HashedOp {
  readonly op: Op;
  readonly hash: Uint8Array;
}

/** Ops of one writer that follow each other without a gap, in order; the first op's `prev` ties it to what is before. */
export interface OpRun {
  readonly writer: Uint8Array;
  readonly ops: Iterable<HashedOp>;
}

/** The ops from `first` to `last` of a writer, of which the last has the hash. */
export interface HeldRun {
  readonly first: number;
  readonly last: number;
  readonly hash: Uint8Array;
}

/** What somebody holds of one writer; several runs where something is missing, or where the writer was cloned. */
export interface HeldWriter {
  readonly writer: Uint8Array;
  readonly runs: readonly HeldRun[];
}

/** A document that somebody was told of and does not have, or not whole. */
export interface LackedDocument {
  /** SHA-256 of its bytes. */
  readonly hash: Uint8Array;
  /** Places of the pieces that are there already. */
  readonly held: readonly { readonly first: number; readonly last: number }[];
}

/** An office's public side: what is printed on a key card and stands in every packet it writes. */
export interface OfficeCard {
  /** UUID of the office's unit. */
  readonly unitId: string;
  readonly unitCode: string;
  /** Name of the office, e.g. "UBND xã Quảng Yên". */
  readonly office: string;
  /** Ed25519 public key, 32 bytes: the first half of its writers' names. */
  readonly signKey: Uint8Array;
  /** X25519 public key, 32 bytes: the age recipient. */
  readonly sealKey: Uint8Array;
  /** Wall clock when it was made, ms since 1970. */
  readonly madeAt: number;
  /** The key that this one takes the place of, with that key's signature over this card. */
  readonly renews: { readonly signKey: Uint8Array; readonly signature: Uint8Array } | null;
  /** Ed25519 signature by `signKey` over all of the above. */
  readonly signature: Uint8Array;
}

export interface Manifest {
  /** 16 random bytes; the same in the file's head. */
  readonly fileId: Uint8Array;
  /** Counts the sender's packets from 1 on, so that a lost one can be named. */
  readonly number: number;
  /** Wall clock of the sender, ms since 1970; for people. */
  readonly at: number;
  /** Version of the program and of its schema, for people and for support. */
  readonly program: string;
  readonly schema: number;
  readonly sender: OfficeCard;
  /** Ed25519 keys of those it is written for. */
  readonly addressees: readonly Uint8Array[];
  /** Whether it holds everything that the addressees may know; else what they lacked. */
  readonly whole: boolean;
  /** What the sender holds, as far as the addressees may know of it: what it need not be sent. */
  readonly holds: readonly HeldWriter[];
  /** Ops that the sender holds and leaves out because they are not for the addressees: no loss. */
  readonly withheld: readonly {
    readonly writer: Uint8Array;
    readonly first: number;
    readonly last: number;
  }[];
  /** Ed25519 keys that the sender no longer trusts. */
  readonly revoked: readonly Uint8Array[];
  readonly opCount: number;
  /** Length of the ops before compression, bytes. */
  readonly opsLength: number;
  /** SHA-256 of the compressed ops. */
  readonly opsHash: Uint8Array;
  /** Documents that ops in `holds` name and that the sender waits for; those it does not list it has. */
  readonly lacks: readonly LackedDocument[];
  /** Bytes of the pieces of documents, at the end of the packet. */
  readonly piecesLength: number;
  /** SHA-256 of these bytes. */
  readonly piecesHash: Uint8Array;
  /** Bytes of the proofs of the ops' writers. */
  readonly proofsLength: number;
  /** SHA-256 of these bytes. */
  readonly proofsHash: Uint8Array;
}

/** What proves the ops of one writer in a packet to be its own. */
export interface WriterProof {
  readonly writer: Uint8Array;
  /** One as a rule; several where the writer was cloned, or where no single one proves all. */
  readonly heads: readonly {
    /** How many of the writer's ops the head covers. */
    readonly size: number;
    /** Of the head, by the writer's key; the root that it signs follows from ops and holes. */
    readonly signature: Uint8Array;
    /** Hashes of the subtrees that stand for what is not among its ops, one after the other, from left to right. */
    readonly holes: Uint8Array;
    /** Which of the writer's ops in the packet it proves; null: all of them. */
    readonly runs: readonly HeldRun[] | null;
  }[];
}
