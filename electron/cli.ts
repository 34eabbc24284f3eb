/**
 * Composition root of the command line in plain Node: this process's streams, machine and exit code.
 *
 * Printing PDF needs Electron; such a command is started there (build/cli.mjs, the packaged program's --cli).
 */
import { processIo } from "./cli/process-io";
import { runCli } from "./cli/run-cli";
import { writingXlsxBy } from "./files/report/xlsx-elsewhere";
import { solvingBy } from "./files/solver/solver";
import { thisMachine } from "./environment";

const { environment, recordBug } = thisMachine();
const { io, interrupted } = processIo();
const writeXlsxElsewhere = writingXlsxBy(new URL("xlsx-worker.js", import.meta.url));
const solveElsewhere = solvingBy(new URL("solver-worker.js", import.meta.url));

process.exitCode = await runCli(
  process.argv.slice(2),
  io,
  { ...environment, writeXlsxElsewhere, solveElsewhere },
  {
    pdfPrinter: null,
    recordBug,
    interrupted,
  },
);
