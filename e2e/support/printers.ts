/**
 * Printers of the system, which no machine that runs tests has: in their place stand their answers, inside the running main
 * process, at Electron's own calls. What a printer is given is kept as a PDF.
 */
import { answered } from "./main-process";
import type { Program } from "./program";

/** @param paper where what is printed lands; null: the system knows no printer */
export async function setUpPrinter({ app }: Program, paper: string | null): Promise<void> {
  await answered(() =>
    app.evaluate((electron, path) => {
      // Asked again, the last one holds.
      Object.assign(globalThis, { printedTo: path });
      if ("standsForPrinter" in globalThis) return;
      Object.assign(globalThis, { standsForPrinter: true });
      const target = () => (globalThis as unknown as { printedTo: string | null }).printedTo;
      electron.app.on("web-contents-created", (_event, contents) => {
        contents.getPrintersAsync = () =>
          Promise.resolve(
            target() === null ? [] : [{ name: "Thử", displayName: "Thử", description: "", options: {} }],
          );
        contents.print = (options, done) => {
          const { landscape } = options ?? {};
          contents
            .printToPDF({ landscape: landscape === true, pageSize: "A4", preferCSSPageSize: true })
            .then(
              (bytes) => {
                process.getBuiltinModule("node:fs").writeFileSync(target() ?? "", bytes);
                done?.(true, "");
              },
              (error: unknown) => done?.(false, String(error)),
            );
        };
      });
    }, paper),
  );
}
