/** What stands outside of a roster for whoever writes in it: their identity, the clock, new ids. */
import type { ChainEnd } from "../../../shared/sync/chain";
import { type Sign, signatureLength } from "../../../shared/sync/packet/signing";
import type { ConfirmedChange } from "../file/writer-identity";

/** Keeps the writer's identity honest outside the database; see electron/files/writer-identity.ts. */
export interface WriterGuard {
  /** Key and incarnation, 48 bytes. */
  readonly identity: Uint8Array;
  /** Whether what is kept outside still agrees with where the roster stands. */
  agrees(end: ChainEnd | null): boolean;
  /** Takes a new incarnation: the roster was restored, or a copy of it went on elsewhere. */
  renew(): void;
  /** Keeps where the roster is about to stand, before it does. */
  record(end: ChainEnd): void;
  /** The roster does not stand where it was about to. */
  forget(): void;
  /** The roster stands there. */
  confirm(change: ConfirmedChange): void;
  /** Signs in the name of the identity. */
  readonly sign: Sign;
}

/**
 * Of a roster that nobody will go on with under this name: nothing is kept outside.
 * @param sign left out where what is written goes nowhere
 */
export function unguarded(
  identity: Uint8Array,
  sign: Sign = () => new Uint8Array(signatureLength),
): WriterGuard {
  const nothing = () => undefined;
  const memory = { agrees: () => true, renew: nothing, record: nothing, forget: nothing, confirm: nothing };
  return { identity, sign, ...memory };
}

export interface ChangeLogEnvironment {
  /** Wall clock, ms since 1970. */
  readonly now: () => number;
  /** A new UUID (version 7, so that rows made together lie together). */
  readonly newId: () => string;
}
