/** What several test files need and none changes is made by whichever of a run comes first, and copied by the others. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * @param name tells it from all else that is made once
 * @param make fills a folder
 * @returns the folder as it was filled; only to be read
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  // Set by build/vite/made-once.mjs.
  const run = process.env["SO_CAN_BO_MADE_ONCE"];
  if (run === undefined) throw new Error("Only the unit tests have a folder for what is made once");
  const whole = join(run, name);
  if (existsSync(whole)) return whole;
  const part = join(mkdtempSync(join(run, "part-")), name);
  mkdirSync(part);
  await make(part);
  try {
    renameSync(part, whole);
  } catch (error) {
    // Another process was quicker.
    if (!existsSync(whole)) throw error;
    rmSync(part, { recursive: true });
  }
  return whole;
}
