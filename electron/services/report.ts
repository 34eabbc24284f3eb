/** Reports: the document of a table, where it can go, and writing it there. */
import type { ParsedArgs } from "../../shared/contract/contract";
import type {
  ReportForm,
  ReportFormat,
  ReportTarget,
  WrittenFile,
} from "../../shared/contract/schemas/reports";
import type { ReportOffice } from "../../shared/report/layout";
import { standardsByCommune } from "../../shared/report/standards-by-commune";
import { foldMarks } from "../../shared/text/fold";
import { officeRow } from "../roster/read/office";
import { isOnDrive, listTargets, removableDrives } from "../files/drives";
import type { PdfPrinter } from "../files/report/pdf";
import type { SettingsStore } from "../files/settings";
import { type Environment, todayOf } from "./environment";
import type { OpenRoster } from "./open-roster";
import type { CatalogFacts, Unit } from "../roster/read/index/catalog-facts";
import { statisticsByUnit } from "./statistics";

export type { PdfPrinter } from "../files/report/pdf";

export interface ReportRequest {
  readonly form: ReportForm;
  readonly formats: readonly ReportFormat[];
  readonly folder: string;
  /** ISO day of the figures. */
  readonly asOf: string;
  /** Only this unit and what is below it; null: the whole roster. */
  readonly unitId: string | null;
}

export interface ReportControl {
  /** Null where nothing can print; then PDF is refused. */
  readonly printer: PdfPrinter | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Writes the table per commune as office documents, the safe way.
 * @returns the files in the order of `formats`
 * @throws AppError row-unknown for the unit; see safeWrite for the folder; pdf-unavailable; cancelled
 */
export async function writeStandardsReport(
  roster: OpenRoster,
  environment: Environment,
  request: ReportRequest,
  control: ReportControl,
): Promise<readonly WrittenFile[]> {
  const { asOf, unitId, formats, folder } = request;
  const index = await roster.index();
  const { catalog } = index;
  const table = statisticsByUnit(index, asOf, unitId);
  const scope = unitId === null ? null : (catalog.unitOfId(unitId)?.fullName ?? null);
  const document = standardsByCommune(table, officeOf(roster, catalog), scope, todayOf(environment));
  // Workbooks and fonts are loaded when a report is written, not at every start.
  const { writeReport } = await import("../files/report/write-report");
  return writeReport({ document, formats, folder, fileBase: document.fileName, ...control });
}

/** The office as its documents name it, from its own row and its unit. */
export function officeOf(roster: OpenRoster, catalog: CatalogFacts): ReportOffice {
  const fields = officeRow(roster.db)?.fields ?? {};
  const unit = catalog.unitOfId(String(fields["unit"]));
  const name = textOrNull(fields["name"]) ?? "";
  return {
    superior: superiorOf(catalog, unit, name),
    name,
    place: unit?.name ?? "",
    preparedBy: textOrNull(fields["preparedBy"]),
    signerTitle: textOrNull(fields["signerTitle"]),
    signerName: textOrNull(fields["signerName"]),
  };
}

/** Above a People's Committee stands the next one; above an office of a unit (phòng, ban) that unit's own. */
function superiorOf(catalog: CatalogFacts, unit: Unit | null, officeName: string): string | null {
  if (unit === null) return null;
  const isCommittee = /^(ubnd|uy ban nhan dan)\b/.test(foldMarks(officeName));
  const above = !isCommittee
    ? unit
    : unit.parentPk === null
      ? null
      : (catalog.units[catalog.unitOfPk(unit.parentPk)] ?? null);
  return above === null ? null : `UBND ${above.fullName}`;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Reports as the window writes them: offers places, remembers them, knows which files it wrote. */
export class Reports {
  readonly #environment: Environment;
  readonly #settings: SettingsStore;
  readonly #printer: PdfPrinter;
  readonly #documents: string;
  readonly #written = new Set<string>();

  constructor(environment: Environment, settings: SettingsStore, printer: PdfPrinter, documents: string) {
    this.#environment = environment;
    this.#settings = settings;
    this.#printer = printer;
    this.#documents = documents;
  }

  async targets(): Promise<ReportTarget[]> {
    const recentFolders = this.#settings.folders();
    return [...(await listTargets({ recentFolders, documentsFolder: this.#documents }))];
  }

  /** @throws AppError see writeStandardsReport */
  async write(
    roster: OpenRoster,
    request: ParsedArgs<"reportWrite">,
    control: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
  ): Promise<{ files: WrittenFile[]; removable: boolean }> {
    const printer = this.#printer;
    const files = await writeStandardsReport(roster, this.#environment, request, { printer, ...control });
    this.#settings.rememberFolder(request.folder);
    for (const { path } of files) this.#written.add(path);
    return { files: [...files], removable: isOnDrive(request.folder, await removableDrives()) };
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
