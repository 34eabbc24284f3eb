/**
 * A folder for one run of the unit tests, for what their processes share and only one of them needs to make. It goes with
 * the run: what another state of the program made is never met.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function setup() {
  const folder = mkdtempSync(join(tmpdir(), "so-can-bo-made-once-"));
  process.env.SO_CAN_BO_MADE_ONCE = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
