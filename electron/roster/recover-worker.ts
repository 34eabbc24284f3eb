/**
 * Recovers a damaged roster in a thread of its own. An entry of its own in the bundle; started by recover-elsewhere.ts
 * only, which ends it when the user does.
 */
import { answerInThread } from "../files/thread";
import { type RecoveredPart, recoverPart, type RecoveryRequest } from "./recover";

/** A window shows no finer steps. */
const steps = 200;

let told = 0;
await answerInThread<RecoveryRequest, never, RecoveredPart>((request, tell) =>
  recoverPart(request, (share) => {
    const step = Math.floor(share * steps);
    if (step <= told) return;
    told = step;
    tell.progress(share);
  }),
);
