import { describe, expect, it } from "vitest";
import type { OpsOfWriter } from "../../../shared/sync/proof/prove";
import { FileProgress } from "./file-progress";

/** So many ops, each of a row of its own. */
function batchOf(from: number, count: number): OpsOfWriter {
  const ops = Array.from({ length: count }, (_, n) => ({
    op: { row: Uint8Array.of((from + n) >> 8, (from + n) & 255) },
  }));
  return { writer: new Uint8Array(48), ops } as unknown as OpsOfWriter;
}

describe("the progress of one file", () => {
  it("rises with every batch and every few hundred rows, and never says that all is done", () => {
    const batches = [batchOf(0, 1000), batchOf(1000, 600), batchOf(1600, 400)];
    const progress = new FileProgress(2000);
    const shares: number[] = [];
    for (const { ops } of progress.watch(batches)) {
      expect(ops.length).toBeGreaterThan(0);
      shares.push(progress.paused());
    }
    for (let pause = 0; pause < 10; pause++) shares.push(progress.paused());
    shares.push(progress.paused());
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(shares).size).toBeGreaterThanOrEqual(shares.length - 1);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(0.99);
  });

  it("knows nothing of a file without ops", () => {
    const progress = new FileProgress(0);
    expect([...progress.watch([])]).toEqual([]);
    expect(progress.paused()).toBe(0.99);
  });
});
