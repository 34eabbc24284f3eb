/**
 * Recovers a damaged roster in a thread of its own. An entry of its own in the bundle; started by recover-elsewhere.ts
 * only, which ends it when the user does.
 */
import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "../../shared/contract/errors";
import { recoverPart, type RecoveryRequest } from "./recover";
import type { RecoveryReport } from "./recover-elsewhere";

if (parentPort === null) throw new Error("Only a thread of the program runs this");
const port = parentPort;
const tell = (report: RecoveryReport) => port.postMessage(report);
/** A window shows no finer steps. */
const steps = 200;
let told = 0;
try {
  const recovered = recoverPart(workerData as RecoveryRequest, (share) => {
    const step = Math.floor(share * steps);
    if (step <= told) return;
    told = step;
    tell({ kind: "progress", share });
  });
  tell({ kind: "recovered", recovered });
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  tell({ kind: "failed", error: error.toData() });
}
