/** What the measuring processes tell the one that started them, a line of JSON each. */
import type { Checked, SeenShare } from "./check";
import type { FileSize } from "./stick";

export interface Made {
  readonly kind: "made";
  readonly name: string;
  readonly version: string;
  readonly how: string;
  readonly hasWriterId: boolean;
  /** Making a file, with the compression, ms each. */
  readonly firstMs: number;
  readonly laterMs: number;
  /** Medians. */
  readonly first: FileSize;
  readonly later: FileSize;
  /** Everything in one file after all edits; null where the peer has no such file. */
  readonly whole: FileSize | null;
}

/** Told once everything was received, and again after each step that only comes after it. */
export interface Received {
  readonly kind: "received";
  /** Receiving a file until it is durable, ms. */
  readonly first: { readonly median: number; readonly p95: number };
  readonly later: { readonly median: number; readonly p95: number };
  readonly totalMs: number;
  readonly districtMs: number;
  /** Bytes. */
  readonly peakMemory: number;
  readonly after: ReceivedAfter | null;
}

export interface ReceivedAfter {
  readonly againMs: number | null;
  readonly openMs: number | null;
  /** Bytes. */
  readonly diskBytes: number | null;
  readonly seen: SeenShare;
  /** After all files, after all of them came once more, after closing and opening. */
  readonly checked: readonly Checked[];
}

export type Verdict =
  | "correct"
  | "refused safely"
  | "refused for good"
  | "silent loss"
  | "stopped with an error"
  | "not possible"
  | "no such id";

export interface FaultResult {
  readonly kind: "fault";
  readonly fault: string;
  readonly verdict: Verdict;
  readonly note: string;
}

export interface Progress {
  readonly kind: "progress";
  readonly text: string;
}

export type Report = Made | Received | FaultResult | Progress;

export function tell(report: Report): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
