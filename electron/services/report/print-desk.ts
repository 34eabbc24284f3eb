/**
 * The pages of a report between looking at them and printing them. What is printed or saved is what was looked at: the roster
 * may change meanwhile, the pages do not.
 */
import { basename, dirname, extname } from "node:path";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import { appError } from "../../../shared/contract/errors";
import type { WrittenFile } from "../../../shared/contract/schemas/reports";
import type { PaperPrinter } from "../../files/report/paper";
import type { PdfPrinter } from "../../files/report/pdf";
import type { PrintPage } from "../../files/report/print-page";
import { safeFileBase } from "../../files/file-name";
import { safeWrite } from "../../files/safe-write";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { keptDetails } from "./details";
import { namedForm } from "./forms";
import { readReport, type ReportControl } from "./write";

export interface Printers {
  readonly pdf: PdfPrinter;
  readonly paper: PaperPrinter;
}

interface Held extends PrintPage {
  readonly id: number;
  readonly fileName: string;
  /** Rows that can be printed. */
  readonly most: number;
}

export class PrintDesk {
  readonly #environment: Environment;
  readonly #printers: Printers;
  /** One at most: there is one preview on screen. */
  #held: Held | null = null;
  #last = 0;

  constructor(environment: Environment, printers: Printers) {
    this.#environment = environment;
    this.#printers = printers;
  }

  /** @throws AppError as writeReport, but for the folder */
  async preview(
    roster: OpenRoster,
    request: ParsedArgs<"printPreview">,
    { signal, onProgress, plans }: Omit<ReportControl, "printer">,
  ): Promise<CallResult<"printPreview">> {
    this.#held = null;
    const { id: named, form } = namedForm(roster, request.form);
    const kept = keptDetails(roster, named);
    const details = {
      filled: request.filled ?? kept.filled,
      oneFigure: request.oneFigure ?? kept.oneFigure,
    };
    const document = await readReport(roster, this.#environment, {
      ...request,
      form,
      details,
      officialId: null,
      list: request.list ?? undefined,
      listing: request.listing ?? undefined,
      plans,
      signal,
      onProgress,
    });
    // Fonts are loaded when a page is printed, not at every start.
    const { makePrintPage } = await import("../../files/report/print-page");
    const { mostRows } = await import("../../files/report/write-report");
    const page = await makePrintPage(document, this.#printers.pdf, signal);
    const { pdf, rows, shown } = page;
    const held = { ...page, id: ++this.#last, fileName: document.fileName, most: mostRows.pdf };
    this.#held = held;
    return { id: held.id, pdf, rows, shown, most: held.most };
  }

  /**
   * @returns whether it was printed
   * @throws AppError too-many-rows where the pages are the beginning of a list; printer-missing, print-failed
   */
  async print(id: number): Promise<boolean> {
    return this.#printers.paper(this.#whole(id).sheet);
  }

  /** What a preview would be called as a file. */
  fileName(id: number): string {
    return `${safeFileBase(this.#whole(id).fileName, "pdf")}.pdf`;
  }

  /** @throws AppError too-many-rows; see safeWrite */
  async save(id: number, path: string): Promise<WrittenFile> {
    const { pdf } = this.#whole(id);
    const ending = extname(path).toLowerCase() === ".pdf" ? extname(path) : "";
    return safeWrite({ folder: dirname(path), name: basename(path, ending), extension: "pdf", bytes: pdf });
  }

  /** Lets a preview go; a later one stays. */
  end(id: number): void {
    if (this.#held?.id === id) this.#held = null;
  }

  #whole(id: number): Held {
    const held = this.#held;
    if (held?.id !== id) throw appError("bad-request", { detail: "preview" });
    if (held.shown < held.rows) throw appError("too-many-rows", { rows: held.rows, most: held.most });
    return held;
  }
}
