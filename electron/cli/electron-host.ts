/** The command line with Electron at hand, for what plain Node cannot do: printing. Loaded by main.ts alone. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";
import { thisMachine } from "../environment";
import { writingXlsxBy } from "../files/report/xlsx-elsewhere";
import { solvingBy } from "../files/solver/solver";
import { createPdfPrinter } from "../window/pdf-printer";
import { processIo } from "./process-io";
import { runCli } from "./run-cli";
import { canPrint } from "./without-display";

/**
 * Runs one command and ends the program with its exit code.
 * @param dist folder of the bundle, with its threads in `main`
 */
export async function commandLine(words: readonly string[], dist: string): Promise<void> {
  // The printer's hidden window comes and goes before the command is done.
  app.on("window-all-closed", () => undefined);
  const { environment, recordBug } = thisMachine();
  const { io, interrupted, flushed } = processIo();
  const thread = (name: string) => pathToFileURL(join(dist, "main", `${name}.js`));
  const writeXlsxElsewhere = writingXlsxBy(thread("xlsx-worker"));
  const solveElsewhere = solvingBy(thread("solver-worker"));
  const code = await runCli(
    words,
    io,
    { ...environment, writeXlsxElsewhere, solveElsewhere },
    {
      pdfPrinter: canPrint(process.argv)
        ? async () => {
            await app.whenReady();
            return createPdfPrinter();
          }
        : null,
      recordBug,
      interrupted,
    },
  );
  await flushed();
  app.exit(code);
}
