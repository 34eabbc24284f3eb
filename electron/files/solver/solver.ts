/**
 * Solves the programmes of a plan: in a thread of its own where the composition root has one, since a large plan takes
 * seconds in which the window must go on; else here. The WebAssembly of HiGHS lies beside the bundled thread.
 */
import { fileURLToPath } from "node:url";
import type { Programme } from "../../../shared/training-plan/programme";
import { inThread } from "../thread";

export interface SolveWatch {
  /** Ends the work; whoever waits is refused with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** @param share of the whole, 0 to 1 */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** @returns the values of the columns of each programme @throws AppError cancelled */
export type SolveProgrammes = (
  programmes: readonly Programme[],
  watch: SolveWatch,
) => Promise<readonly (readonly number[])[]>;

/** What the thread is started with. */
export interface SolveOrder {
  readonly programmes: readonly Programme[];
  /** Path of the WebAssembly. */
  readonly wasm: string;
}

/** @param script the bundled solver-worker */
export function solvingBy(script: URL): SolveProgrammes {
  const wasm = fileURLToPath(new URL("highs.wasm", script));
  return (programmes, watch) =>
    inThread<SolveOrder, never, number[][]>(script, { order: { programmes, wasm }, ...watch });
}
