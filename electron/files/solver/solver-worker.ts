/** The thread that solves plans. An entry of its own in the bundle; started by solver.ts only. */
import loadHighs from "highs";
import { highsSolver } from "../../../shared/training-plan/highs-solver";
import { answerInThread } from "../thread";
import type { SolveOrder } from "./solver";

await answerInThread<SolveOrder, never, (readonly number[])[]>(async ({ programmes, wasm }, tell) => {
  const solve = highsSolver(await loadHighs({ locateFile: () => wasm }));
  return programmes.map((programme, place) => {
    const values = solve(programme);
    tell.progress((place + 1) / programmes.length);
    return values;
  });
});
