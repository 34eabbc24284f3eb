/** Builds what ends a process at a numbered call (kill-at-call.c), and says how a process is started under it. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface KillAtCall {
  /**
   * @param under the folder whose changes are counted
   * @param at the call before which the process ends, from 1; 0 ends nothing and counts
   */
  readonly environment: (under: string, at: number) => NodeJS.ProcessEnv;
  /** How many calls the last process made that ended by itself. */
  readonly counted: () => number;
}

/** @param folder where to build; outside of what is counted @throws Error where there is no compiler */
export function killAtCall(folder: string): KillAtCall {
  const library = join(folder, "kill-at-call.so");
  const count = join(folder, "count");
  const source = join(import.meta.dirname, "kill-at-call.c");
  try {
    execFileSync("gcc", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl", "-lpthread"]);
  } catch (error) {
    throw new Error("Kills at calls need a C compiler: gcc (on Debian: apt-get install gcc libc6-dev)", {
      cause: error,
    });
  }
  return {
    environment: (under, at) => ({
      LD_PRELOAD: library,
      UV_USE_IO_URING: "0",
      SO_CAN_BO_KILL_UNDER: under,
      SO_CAN_BO_KILL_AT: String(at),
      SO_CAN_BO_KILL_COUNT: count,
    }),
    counted: () => Number(readFileSync(count, "utf8")),
  };
}
