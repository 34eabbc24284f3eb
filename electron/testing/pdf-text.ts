/** What stands on the pages of a PDF, read by poppler: tests compare it with the figures that should stand there. */
import { execFileSync } from "node:child_process";

/** The text of each page, as it lies on it: columns apart by blanks, rows on lines of their own. */
export function pagesOfPdf(pdf: Uint8Array): readonly string[] {
  const text = execFileSync("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"], {
    input: pdf,
    encoding: "utf8",
  });
  // Poppler ends every page with a form feed.
  return text.normalize("NFC").split("\f").slice(0, -1);
}
