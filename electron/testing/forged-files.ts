/** Files that an office signs with its own keys, and with ops that none of its programs would write. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { officeKeys } from "../files/exchange/office-keys";
import { openPacket } from "../files/exchange/packet-file";
import type { Forging } from "./forged-packets";
import { packetOfSteps, type Step } from "./hostile-steps";
import { type Office, packetsIn } from "./offices";

/** What an op says; clock, user and the like are made up where they are left out. */
export type ForgedOp = Pick<Step, "entity" | "row" | "fields" | "create"> & Partial<Step>;

export interface Forger {
  /** Writes a file of ops into a folder. @returns its path */
  readonly file: (folder: string, ops: readonly ForgedOp[]) => Promise<string>;
}

/** @param from whose keys sign; believed by whoever reads @param to for whom it is sealed */
export async function forger(from: Office, to: Office): Promise<Forger> {
  const sent = packetsIn(await from.sends("--for", await to.fingerprint()))[0] ?? "";
  const keys = officeKeys(to.environment.home);
  const by: Forging = {
    by: officeKeys(from.environment.home),
    sealKey: keys.sealKey,
    like: await openPacket(readFileSync(sent), keys, sent),
  };
  let number = 0;
  return {
    file: async (folder, ops) => {
      const around = { lamport: 1, at: 0, user: "x", changeBack: 0, meta: null };
      const path = join(folder, "tep.scbsync");
      const whole = ops.map((one) => ({ ...around, ...one }));
      writeFileSync(path, await packetOfSteps(by, whole, ++number));
      return path;
    },
  };
}
