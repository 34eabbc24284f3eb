/**
 * The thread that solves plans exists only as a bundle of its own, with its WebAssembly beside it: it must start, find what
 * this thread would find, tell how far it is and end when asked.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build } from "vite";
import { solveHere } from "../electron/files/solver/solve-here";
import { solvingBy } from "../electron/files/solver/solver";
import { ROOT } from "./setup/paths.mjs";
import { besideConfig } from "./vite/node.mjs";

let folder;
let solve;
beforeAll(async () => {
  mkdirSync(join(ROOT, "out"), { recursive: true });
  folder = mkdtempSync(join(ROOT, "out", "solver-worker-"));
  await build(besideConfig(folder));
  solve = solvingBy(pathToFileURL(join(folder, "solver-worker.js")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As many as there are seats, and of the cheaper column first. */
const programme = (seats) => ({
  most: [5, 5],
  rows: [{ columns: [0, 1], weights: [1, 1], most: seats }],
  aims: [
    [-1, -1],
    [2, 1],
  ],
});

it("finds what this thread would find, and tells how far it is", async () => {
  const programmes = [programme(3), programme(7), programme(20)];
  const told = [];
  const there = await solve(programmes, { onProgress: (share) => told.push(share) });
  expect(there).toEqual([
    [0, 3],
    [2, 5],
    [5, 5],
  ]);
  expect(there).toEqual(await solveHere(programmes, {}));
  expect(told).toEqual([1 / 3, 2 / 3, 1]);
});

it("ends when asked", async () => {
  const stopping = new AbortController();
  const solving = solve([programme(3)], { signal: stopping.signal });
  stopping.abort();
  await expect(solving).rejects.toMatchObject({ code: "cancelled" });
  await expect(solveHere([programme(3)], { signal: stopping.signal })).rejects.toMatchObject({
    code: "cancelled",
  });
});
