/**
 * What a way of trading rosters must offer to be measured: offices that write and make files, and one district that
 * receives them. Each peer does it in its own best documented way; whatever all share (workload, compression,
 * writing files, timing) is outside, so that it weighs on all alike.
 */
import type { Action } from "./workload";

export interface SyncPeer {
  /** As in the tables. */
  readonly name: string;
  readonly version: string;
  /** Sentences for the document: how it is used, and what makes a received file durable. */
  readonly how: string;
  /** Whether an office's state holds a name of its writer, so that a copy can go on under the same one. */
  readonly hasWriterId: boolean;
  /** Opens an office's roster in a folder, an empty one for a new office. */
  readonly openSender: (folder: string, options: SenderOptions) => Promise<Sender>;
  /** Opens the district's roster in a folder, an empty one for a new district. */
  readonly openReceiver: (folder: string, options: ReceiverOptions) => Promise<Receiver>;
}

export interface SenderOptions {
  readonly commune: number;
  /** Wall time, ms since 1970. */
  readonly clock: () => number;
  /** Goes on under the writer's name in the folder, where the peer would rather take a new one at each opening. */
  readonly keepId: boolean;
  /** A newer program, which knows a field and an entity more. */
  readonly newer: boolean;
  /** The receiver's card, for peers that write to somebody. */
  readonly addressee?: Uint8Array | undefined;
}

export interface ReceiverOptions {
  readonly newer: boolean;
  /** Will be asked to `share`. */
  readonly forwards: boolean;
}

/** "news": what this office wrote since its last file; "whole": everything that it has. */
export type FileKind = "news" | "whole";

export interface Sender {
  /** Who it is, for receivers that must know it before they take its files. */
  readonly card?: Uint8Array;
  /** Each action is a save of its own. */
  readonly write: (actions: readonly Action[]) => Promise<void>;
  /** Bytes of a file, before the compression that all get; null if the peer has no such file. */
  readonly file: (kind: FileKind) => Promise<Uint8Array | null>;
  /** Afterwards the folder holds all of its state and may be copied. */
  readonly close: () => Promise<void>;
}

/** A file as it arrives: its bytes, and the commune that its name tells. */
export interface SyncFile {
  readonly commune: number;
  readonly bytes: Uint8Array;
}

export type RowValues = Readonly<Record<string, string>>;

/** A row, or a field of it, on which offices disagree. */
export interface Conflict {
  readonly row: string;
  /** Null: the peer tells the row only. */
  readonly field: string | null;
}

export interface Conflicts {
  readonly named: readonly Conflict[];
  /** Conflicts that were told without saying where. */
  readonly unnamed: number;
}

export interface Receiver {
  readonly card?: Uint8Array;
  /** Takes files of these senders from now on. */
  readonly meet?: (cards: readonly Uint8Array[]) => Promise<void>;
  /** Takes a file in; when it resolves, pulling the plug loses nothing. @throws Error when it refuses the file */
  readonly receive: (file: SyncFile) => Promise<void>;
  /** The district's own edits, as durable as a received file. */
  readonly write: (commune: number, actions: readonly Action[]) => Promise<void>;
  readonly read: (commune: number, row: string) => Promise<RowValues | null>;
  /** Open conflicts as a program can see them through what the peer offers. */
  readonly conflicts: () => Promise<Conflicts>;
  /** What the peer says it still lacks; null when it says nothing. */
  readonly waiting: () => Promise<string | null>;
  /** Everything it has, for another receiver. */
  readonly share: () => Promise<readonly SyncFile[]>;
  readonly close: () => Promise<void>;
}

export const noConflicts: Conflicts = { named: [], unnamed: 0 };
