/**
 * Decides under which name this installation writes into a roster.
 *
 * A writer is a key and a random incarnation. Two ops must never share a writer and a sequence, or offices that received
 * different ones would "agree" while holding different data. So a new incarnation begins whenever it is not certain that
 * this roster is the one last written to, here, by us; beginning one too many costs a few bytes and nothing else.
 */
import { randomBytes } from "node:crypto";
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import type { ChainEnd } from "../../../shared/sync/chain";
import { type FileHints, type MachineHints, sameFile, sameMachine } from "./machine-hints";
import type { Sign } from "../../../shared/sync/packet/signing";
import { signWith } from "../../files/ed25519";
import { officeKey } from "../../files/office-key";
import { type Confirmed, farthest, type Sentinel, SentinelFile } from "./sentinel";

const incarnationLength = 16;

/**
 * Why the roster is written under this name:
 * - `kept`: everything agrees; `first`: this roster had no writer yet
 * - `newKey`: its last writer has another key (another installation, or the key was lost)
 * - `noSentinel`: nothing is remembered of its last writer
 * - `restored`: the roster is behind what is remembered; `diverged`: it went on in another way
 * - `moved`: another machine, or a copy of the file
 */
export type IdentityOutcome = "kept" | "first" | "newKey" | "noSentinel" | "restored" | "diverged" | "moved";

/** What the roster says of its last own writer. */
export interface RosterWriter {
  readonly identity: Uint8Array;
  readonly end: ChainEnd | null;
  /** Changes that it made, and the instant of the last one. */
  readonly changes: number;
  readonly at: number;
  /** Hash of the op with a sequence, or null where the roster does not hold it. */
  hashAt(seq: number): Uint8Array | null;
}

/** What a change leaves behind when it stands. */
export interface ConfirmedChange {
  readonly end: ChainEnd;
  /** Wall clock, ms since 1970. */
  readonly at: number;
  /** Id of the office whose roster it is; null before it was set up. */
  readonly roster: string | null;
}

export interface IdentitySurroundings {
  readonly home: string;
  readonly machine: MachineHints;
  readonly file: FileHints;
  /** Bytes that no other incarnation has; the system's own where left out. */
  readonly random?: (length: number) => Uint8Array;
}

function judge(
  known: RosterWriter,
  sentinel: Sentinel | null,
  around: IdentitySurroundings,
): IdentityOutcome {
  if (sentinel === null) return "noSentinel";
  if (!sameMachine(sentinel.machine, around.machine) || !sameFile(sentinel.file, around.file)) return "moved";
  const end = farthest(sentinel);
  if (end === null) return "noSentinel";
  if (end.seq > (known.end?.seq ?? 0)) return "restored";
  const hash = known.hashAt(end.seq);
  return hash !== null && sameBytes(hash, end.hash) ? "kept" : "diverged";
}

/** The name under which a roster is written, and the memory of how far. Fits the change log's WriterGuard. */
export class WriterIdentity {
  readonly #around: IdentitySurroundings;
  readonly #publicKey: Uint8Array;
  /** Signs in this writer's name: its name begins with the key. */
  readonly sign: Sign;
  #identity: Uint8Array;
  #sentinel: SentinelFile;
  #outcome: IdentityOutcome;
  /** Hardware addresses seen so far; they stay, since adapters come and go. */
  #addresses: readonly string[];
  /** As it was read or written last. */
  #remembered: Sentinel | null = null;

  /**
   * @param known the roster's last own writer, null for a roster without one
   * @throws AppError `home-unusable`
   */
  constructor(around: IdentitySurroundings, known: RosterWriter | null) {
    this.#around = around;
    const { publicKey, privateKey } = officeKey(around.home);
    this.#publicKey = publicKey;
    this.sign = signWith(privateKey);
    this.#addresses = around.machine.addresses;
    this.#identity = known?.identity ?? this.#newIdentity();
    this.#sentinel = new SentinelFile(around.home, this.#identity);
    this.#outcome = "first";
    if (known === null) return;
    if (!sameBytes(known.identity.subarray(0, this.#publicKey.length), this.#publicKey)) {
      this.#begin("newKey");
      return;
    }
    const sentinel = this.#sentinel.read();
    const outcome = judge(known, sentinel, around);
    if (outcome !== "kept" || sentinel === null) {
      this.#begin(outcome);
      return;
    }
    this.#outcome = outcome;
    this.#addresses = [...new Set([...sentinel.machine.addresses, ...around.machine.addresses])].sort();
    this.#remembered = sentinel;
    if (known.end !== null) this.#settle(sentinel, { end: known.end, changes: known.changes, at: known.at });
  }

  /** What the roster holds stands, whatever was known of it when the program ended. */
  #settle(sentinel: Sentinel, stands: Confirmed): void {
    const { confirmed, pending, letGo, file } = sentinel;
    const isSaid =
      pending === null &&
      !letGo &&
      confirmed?.end.seq === stands.end.seq &&
      file.path === this.#around.file.path;
    if (!isSaid) this.#write({ confirmed: stands, pending: null, roster: sentinel.roster });
  }

  #newIdentity(): Uint8Array {
    const { random = randomBytes } = this.#around;
    return Buffer.concat([this.#publicKey, random(incarnationLength)]);
  }

  #begin(outcome: IdentityOutcome): void {
    this.#identity = this.#newIdentity();
    this.#sentinel = new SentinelFile(this.#around.home, this.#identity);
    this.#outcome = outcome;
    this.#remembered = null;
  }

  get identity(): Uint8Array {
    return this.#identity;
  }

  /** The writer as text for people and logs: hex of key and incarnation. */
  get name(): string {
    return toHex(this.#identity);
  }

  get outcome(): IdentityOutcome {
    return this.#outcome;
  }

  /** Whether nobody else wrote under this name since: asked again before every change. */
  agrees(end: ChainEnd | null): boolean {
    this.#remembered = this.#sentinel.read();
    const known = this.#remembered === null ? null : farthest(this.#remembered);
    if (end === null) return this.#remembered === null;
    if (known === null) return false;
    if (known.seq === end.seq) return sameBytes(known.hash, end.hash);
    // The home folder came back from a backup: older than the roster, and judged to fit it when it was opened.
    return known.seq < end.seq && this.#outcome === "kept";
  }

  renew(): void {
    this.#begin("diverged");
  }

  /** Keeps what is about to be written. @throws AppError `home-unusable`; then the change must not be written */
  record(pending: ChainEnd): void {
    const confirmed = this.#remembered?.confirmed ?? null;
    this.#write({ confirmed, pending, roster: this.#remembered?.roster ?? null });
  }

  /** What was about to be written was not. @throws AppError `home-unusable` */
  forget(): void {
    const confirmed = this.#remembered?.confirmed ?? null;
    if (confirmed === null) {
      this.#sentinel.remove();
      this.#remembered = null;
    } else this.#write({ confirmed, pending: null, roster: this.#remembered?.roster ?? null });
  }

  /** What was about to be written stands. @throws AppError `home-unusable` */
  confirm({ end, at, roster }: ConfirmedChange): void {
    const changes = (this.#remembered?.confirmed?.changes ?? 0) + 1;
    this.#write({ confirmed: { end, changes, at }, pending: null, roster });
  }

  #write(what: Pick<Sentinel, "confirmed" | "pending" | "roster">): void {
    const machine = { ...this.#around.machine, addresses: this.#addresses };
    const sentinel = { ...what, letGo: false, machine, file: this.#around.file };
    this.#sentinel.write(sentinel);
    this.#remembered = sentinel;
  }
}
