/**
 * Composition root of the command line in plain Node: this process's streams, machine and exit code.
 *
 * Printing PDF needs Electron; such a command is started there (build/cli.mjs, the packaged program's --cli).
 */
import { join } from "node:path";
import { processIo } from "./cli/process-io";
import { runCli } from "./cli/run-cli";
import { thisMachine } from "./environment";
import { bugLog } from "./files/bug-log";

const { environment } = thisMachine();
const { io, interrupted } = processIo();

process.exitCode = await runCli(process.argv.slice(2), io, environment, {
  pdfPrinter: null,
  recordBug: bugLog(join(environment.home, "logs"), environment.now),
  interrupted,
});
