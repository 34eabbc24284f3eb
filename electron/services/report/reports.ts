/** Reports as the window writes them: offers forms and places, remembers them, knows which files it wrote. */
import { join } from "node:path";
import type { ParsedArgs } from "../../../shared/contract/contract";
import type {
  ReportFormat,
  ReportFormChoice,
  ReportTarget,
  WrittenFile,
} from "../../../shared/contract/schemas/reports";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import { createTranslate } from "../../../shared/i18n";
import { report as words } from "../../../shared/i18n/vi/report";
import { fill } from "../../../shared/report/fill";
import { isOnDrive, listTargets, removableDrives } from "../../files/drives";
import type { PdfPrinter } from "../../files/report/pdf";
import type { SettingsStore } from "../../files/settings";
import { type Environment, todayOf } from "../environment";
import type { OpenRoster } from "../open-roster";
import { keptDetails } from "./details";
import { exportPeople } from "./export-file";
import { formOf, offeredForms } from "./forms";
import { listLimits } from "./list-limits";
import { PrintDesk, type Printers } from "./print-desk";
import type { ReportQuestion } from "./question";
import type { PapersControl, PapersRequest } from "./salary-papers";
import { type ReportControl, writeReport } from "./write";

export class Reports {
  readonly #environment: Environment;
  readonly #settings: SettingsStore;
  /** What is looked at before it is printed. */
  readonly desk: PrintDesk;
  readonly #printer: PdfPrinter;
  readonly #documents: string;
  readonly #written = new Set<string>();

  constructor(environment: Environment, settings: SettingsStore, printers: Printers, documents: string) {
    this.#environment = environment;
    this.#settings = settings;
    this.#printer = printers.pdf;
    this.desk = new PrintDesk(environment, printers);
    this.#documents = documents;
  }

  forms(roster: OpenRoster): ReportFormChoice[] {
    return offeredForms(roster, this.#environment.t);
  }

  async targets(): Promise<ReportTarget[]> {
    const recentFolders = this.#settings.folders();
    return [...(await listTargets({ recentFolders, documentsFolder: this.#documents }))];
  }

  /** @throws AppError see writeReport */
  async write(
    roster: OpenRoster,
    request: ParsedArgs<"reportWrite">,
    control: Omit<ReportControl, "printer">,
  ): Promise<{ files: WrittenFile[]; removable: boolean }> {
    const printer = this.#printer;
    const form = formOf(roster, request.form);
    const asked = {
      ...request,
      officialId: null,
      list: request.list ?? undefined,
      listing: request.listing ?? undefined,
    };
    const details = { filled: request.filled, oneFigure: request.oneFigure };
    const files = request.toEdit
      ? await this.#writeToEdit(roster, asked, control)
      : await writeReport(roster, this.#environment, { ...asked, form, details }, { printer, ...control });
    this.#settings.rememberFolder(request.folder);
    for (const { path } of files) this.#written.add(path);
    return { files: [...files], removable: isOnDrive(request.folder, await removableDrives()) };
  }

  /** @throws AppError see writeSalaryPapers of salary-papers.ts */
  async writeSalaryPapers(
    roster: OpenRoster,
    request: PapersRequest,
    control: PapersControl,
  ): Promise<{ path: string; files: string[]; removable: boolean }> {
    const { writeSalaryPapers } = await import("./salary-papers");
    const { path, files } = await writeSalaryPapers(roster, request, control);
    this.#settings.rememberFolder(request.folder);
    const [first] = files;
    // The file manager shows a folder by a file in it.
    if (first !== undefined) this.#written.add(join(path, first));
    return { path, files: [...files], removable: isOnDrive(request.folder, await removableDrives()) };
  }

  /** @throws AppError see exportPeople */
  async #writeToEdit(
    roster: OpenRoster,
    question: ReportQuestion & { readonly folder: string; readonly formats: readonly ReportFormat[] },
    control: Omit<ReportControl, "printer">,
  ): Promise<WrittenFile[]> {
    const day = formatPartialDate(question.moment.on).replaceAll("/", "-");
    const whole = createTranslate("vi")("columns:toEdit", { day });
    const index = await (await roster.at(question.moment)).index();
    const { isPart } = listLimits(roster, index, question, false);
    const name = isPart ? fill(words.part, { name: whole }) : whole;
    const files: WrittenFile[] = [];
    for (const format of question.formats) {
      const path = join(question.folder, `${name}.${format}`);
      files.push((await exportPeople(roster, this.#environment, path, question, control)).file);
    }
    return files;
  }

  /** Writes a preview where somebody said. @throws AppError see PrintDesk.save */
  async savePreview(id: number, path: string): Promise<WrittenFile> {
    const file = await this.desk.save(id, path);
    this.#written.add(file.path);
    return file;
  }

  /** The list of conflicts on paper. @throws AppError see writeReport */
  async printConflicts(roster: OpenRoster, folder: string): Promise<readonly WrittenFile[]> {
    const request = {
      form: formOf(roster, "conflicts"),
      details: keptDetails(roster, "conflicts"),
      formats: ["pdf"],
      folder,
      moment: { on: todayOf(this.#environment) },
      unitId: null,
      officialId: null,
    } as const;
    return writeReport(roster, this.#environment, request, { printer: this.#printer });
  }

  /** A file that another part of the program wrote, which may be shown in the file manager too. */
  noteWritten(path: string): void {
    this.#written.add(path);
  }

  get printer(): PdfPrinter {
    return this.#printer;
  }

  /** Whether a file was written by this program since it started; only such are shown in the file manager. */
  wrote(path: string): boolean {
    return this.#written.has(path);
  }
}
