/**
 * Puts an office back to where it stood, roster and what its machine remembers of it together, so that the next round of
 * an attack begins alike and the machine does not take it for a roster that was rolled back.
 */
import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Office } from "./offices";

/** @param folder where the copies are kept @returns puts the office back; may be called any number of times */
export function kept(office: Office, folder: string): () => void {
  const copy = mkdtempSync(join(folder, "nguyen-"));
  const sentinels = join(office.environment.home, "sentinels");
  copyFileSync(office.roster, join(copy, "so.scb"));
  cpSync(sentinels, join(copy, "sentinels"), { recursive: true });
  return () => {
    copyFileSync(join(copy, "so.scb"), office.roster);
    rmSync(sentinels, { recursive: true });
    cpSync(join(copy, "sentinels"), sentinels, { recursive: true });
  };
}
