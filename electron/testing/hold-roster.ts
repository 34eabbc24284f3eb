/**
 * Opens a roster for writing as the window does, and keeps it open until its input ends: for tests of two programs at one
 * roster on systems where no test runner of ours runs. Says `{"code": "ok"}` or the failure first, then `{"code": …}` for
 * the closing. Arguments: the roster.
 */
import { AppError } from "../../shared/contract/errors";
import { thisMachine } from "../environment";
import { openRoster, type Roster } from "../roster/roster";

function say(code: string): void {
  process.stdout.write(`${JSON.stringify({ code })}\n`);
}

async function told<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    const done = await work();
    say("ok");
    return done;
  } catch (error) {
    say(error instanceof AppError ? error.code : String(error));
    return null;
  }
}

const roster = await told<Roster>(() => openRoster(process.argv[2] ?? "", thisMachine().environment));
process.stdin.resume();
await new Promise((ended) => process.stdin.once("end", ended));
if (roster !== null) await told(() => roster.close());
