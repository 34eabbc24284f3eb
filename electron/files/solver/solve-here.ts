/** Solves programmes in this thread, where there is no bundle that another one could run. */
import loadHighs from "highs";
import { appError } from "../../../shared/contract/errors";
import { highsSolver } from "../../../shared/training-plan/highs-solver";
import type { SolveProgrammes } from "./solver";

export const solveHere: SolveProgrammes = async (programmes, { signal, onProgress }) => {
  const solve = highsSolver(await loadHighs());
  return programmes.map((programme, place) => {
    if (signal?.aborted === true) throw appError("cancelled");
    const values = solve(programme);
    onProgress?.((place + 1) / programmes.length);
    return values;
  });
};
