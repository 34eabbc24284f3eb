/** Rosters with a past: what a program recorded while the clock of its machine stood some days back. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { hanoiDay } from "../../shared/domain/hanoi-time";
import { runProgram } from "./command-line";
import { root, type Workplace } from "./program";

const dayMs = 86_400_000;

/** Turns the clock of a process back before anything of it runs. */
const clockShim = (ms: number) => `const now = Date.now; Date.now = () => now() - ${ms};\n`;

/**
 * Makes the sample as it would have been made so many days ago.
 * @throws Error where the command line refuses
 */
export async function sampleMadeEarlier(place: Workplace, path: string, days: number): Promise<void> {
  const shim = place.path("clock.cjs");
  writeFileSync(shim, clockShim(days * dayMs));
  const { code, stderr } = await runProgram(
    place,
    process.execPath,
    [join(root, "build/cli.mjs"), "sample", path],
    { NODE_OPTIONS: `--require ${JSON.stringify(shim)}` },
  );
  if (code !== 0) throw new Error(`sample: exit ${code}\n${stderr}`);
}

/** A day before today in Hà Nội, `YYYY-MM-DD`. */
export function dayBefore(days: number): string {
  return hanoiDay(Date.now() - days * dayMs);
}
