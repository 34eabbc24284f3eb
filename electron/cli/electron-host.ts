/** The command line with Electron at hand, for what plain Node cannot do: printing. Loaded by main.ts alone. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";
import { thisMachine } from "../environment";
import { writingXlsxBy } from "../files/report/xlsx-elsewhere";
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
  const writeXlsxElsewhere = writingXlsxBy(pathToFileURL(join(dist, "main", "xlsx-worker.js")));
  const code = await runCli(
    words,
    io,
    { ...environment, writeXlsxElsewhere },
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
