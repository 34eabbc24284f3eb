/** From a form, a day and a scope to files: the one way in which every report is made and written. */
import type { ReportFormat, WrittenFile } from "../../../shared/contract/schemas/reports";
import { buildReport } from "../../../shared/report/build";
import type { ReportDocument } from "../../../shared/report/document";
import type { ReportForm } from "../../../shared/report/form";
import { forms } from "../../../shared/report/forms";
import type { PdfPrinter } from "../../files/report/pdf";
import { type Environment, todayOf } from "../environment";
import type { OpenRoster } from "../open-roster";
import type { FormDetails } from "./details";
import { formatOf, ofLayout } from "./forms";
import { listLimits } from "./list-limits";
import { officeOf } from "./office";
import type { ReportQuestion } from "./question";
import { readSource } from "./sources";

export interface ReportRequest extends ReportQuestion {
  readonly form: ReportForm;
  readonly formats: readonly ReportFormat[];
  readonly folder: string;
  /** What the office writes on the form. */
  readonly details: FormDetails;
  /** ISO day of signing: today where it is left out, left to be written by hand where it is null. */
  readonly issuedOn?: string | null | undefined;
}

export interface ReportControl extends Pick<ReportQuestion, "plans"> {
  /** Null where nothing can print; then PDF is refused. */
  readonly printer: PdfPrinter | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A report as it stands, before it becomes a file or a page. @throws AppError as writeReport, but for the folder */
export async function readReport(
  roster: OpenRoster,
  environment: Environment,
  request: Omit<ReportRequest, "formats" | "folder">,
): Promise<ReportDocument> {
  const { form, moment, unitId } = request;
  const shown = await roster.at(moment);
  const source = await readSource(form.source, shown, environment, request);
  const catalog = shown.catalog();
  const scope = unitId === null ? null : (catalog.unitOfId(unitId)?.fullName ?? null);
  const frame = {
    office: officeOf(shown, catalog),
    scope,
    asOf: moment.on,
    knownOn: moment.knownOn ?? null,
    limits:
      request.list === undefined ? (source.limits ?? null) : listLimits(roster, await shown.index(), request),
    issuedOn: request.issuedOn === undefined ? todayOf(environment) : request.issuedOn,
    ...request.details,
  };
  const build = () => buildReport(form, source, frame);
  return forms.includes(form) ? build() : ofLayout(form.key, build);
}

/**
 * Writes a report the safe way.
 * @returns the files in the order of `formats`
 * @throws AppError row-unknown for the unit or person; format-unknown; layout-invalid; see safeWrite for the folder; pdf-unavailable;
 *   cancelled
 */
export async function writeReport(
  roster: OpenRoster,
  environment: Environment,
  request: ReportRequest,
  control: ReportControl,
): Promise<readonly WrittenFile[]> {
  const { form, folder } = request;
  const formats = request.formats.map((format) => formatOf(form, format));
  const document = await readReport(roster, environment, { ...request, ...control });
  // Workbooks and fonts are loaded when a report is written, not at every start.
  const { writeReport: writeFiles } = await import("../../files/report/write-report");
  const writeLong = environment.writeXlsxElsewhere;
  return writeFiles({ document, formats, folder, fileBase: document.fileName, writeLong, ...control });
}
