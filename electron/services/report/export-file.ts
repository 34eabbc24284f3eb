/**
 * A list of people as a workbook to work on and take in again: one line of headings that the import knows, the id of each
 * person's record in front, values as they are written and not as figures count them.
 */
import { basename, dirname, extname, resolve } from "node:path";
import { columnOfKey, isWritten, numbered, type PersonColumn } from "../../../shared/columns/column";
import { columnLabel } from "../../../shared/columns/label";
import { exportColumns, exportedEntities } from "../../../shared/columns/export-columns";
import { nameKey, unitKey } from "../../../shared/columns/table-column";
import { writtenKeys } from "../../../shared/columns/typed-in";
import { appError } from "../../../shared/contract/errors";
import type { WrittenFile } from "../../../shared/contract/schemas/reports";
import { createTranslate } from "../../../shared/i18n";
import type { ReportCell } from "../../../shared/report/document";
import type { PersonEntity } from "../../../shared/domain/entities";
import { rowsOfPeople } from "../../roster/read/column-rows";
import { filledFields } from "../../roster/read/filled-fields";
import { officialIds } from "../../roster/read/officials";
import { safeWrite } from "../../files/safe-write";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { CellReader, type CellsAsked } from "../people-cells";
import type { PeopleList } from "../people-lists";
import { listAsked } from "./list-asked";
import { listLimits } from "./list-limits";
import { fieldType, slicesOf, valueCell, type Watch } from "./people-rows";
import type { ReportQuestion } from "./question";
import type { ReportControl } from "./write";

const formats = [".xlsx", ".csv"] as const;

export interface Exported {
  readonly file: WrittenFile;
  readonly people: number;
}

/**
 * @param path of the file, whose ending says what it becomes; one that is there is left, and the new one is numbered
 * @throws AppError format-unknown; row-unknown for the unit; cancelled; see safeWrite
 */
export async function exportPeople(
  roster: OpenRoster,
  environment: Environment,
  path: string,
  question: ReportQuestion,
  control: Omit<ReportControl, "printer">,
): Promise<Exported> {
  const ending = extname(path).toLowerCase();
  const format = formats.find((one) => one === ending);
  if (format === undefined) throw appError("format-unknown", { format: ending, known: formats.join(", ") });
  const t = createTranslate("vi");
  const asked = listAsked(question);
  const list = await asked.people(roster);
  const columns = columnsOf(list, withName(namedColumns(question) ?? usualColumns(list)));
  const watch: Watch = { pause: environment.pause, ...control };
  const on = question.moment.on;
  const read = rowReader(list, { on, kinds: asked.kinds, t }, columns);
  const { lines } = listLimits(roster, list.index, question, false);
  const table = {
    // A file that other programs calculate with begins with its headings.
    notes: format === ".csv" ? [] : lines,
    headings: [t("columns:person"), ...columns.map((column) => columnLabel(t, column))],
    types: ["text" as const, ...columns.map(({ definition }) => fieldType(definition))],
    slices: () =>
      slicesOf(list.people, watch, (slice) => {
        const rows = read(slice);
        return format === ".csv" ? rows.map((row) => row.map(inOneOrder)) : rows;
      }),
  };
  // Workbooks are loaded when one is written, not at every start.
  const { longCsv, longXlsx } = await import("../../files/report/long-table");
  const whole = resolve(path);
  const file = await safeWrite({
    folder: dirname(whole),
    name: basename(whole, extname(whole)),
    extension: format.slice(1),
    bytes: format === ".csv" ? longCsv(table) : longXlsx(table, environment.writeXlsxElsewhere),
    signal: control.signal,
  });
  return { file, people: list.people.length };
}

/**
 * A day as text can be read in two orders, and a spreadsheet program of another country reads it in the other one; with the
 * year in front every program and the import read the same day.
 */
function inOneOrder(cell: ReportCell): ReportCell {
  return cell.kind === "date" && cell.date.length === dayLength ? { kind: "text", text: cell.date } : cell;
}

/** Of a date that is known to the day. */
const dayLength = 10;

/** A line without a name is taken for no person when it comes in again. */
function withName(keys: readonly string[]): readonly string[] {
  return keys.includes(nameKey) ? keys : [nameKey, ...keys];
}

/** Those on screen; in place of how a standard is met the level by which that is judged. */
function namedColumns({ list }: ReportQuestion): readonly string[] | null {
  return list?.columns === undefined ? null : writtenKeys(list.columns);
}

/** Where nobody named columns: what every list has, and what this roster knows besides. */
function usualColumns({ roster }: PeopleList): string[] {
  const filled = new Map(exportedEntities.map((entity) => [entity, filledFields(roster.db, entity)]));
  return exportColumns(({ entity, field, pick }) => {
    const answer = pick.kind === "best" ? pick.value : "";
    return filled.get(entity)?.get(answer)?.has(field) === true;
  });
}

/** What people type: nothing that is worked out. Of rows that follow one another each has columns of its own. */
function columnsOf(list: PeopleList, keys: readonly string[]): PersonColumn[] {
  const rows = new Map<PersonEntity, number>();
  const mostOf = (column: PersonColumn) => {
    const most = rows.get(column.entity) ?? mostRows(list, column);
    rows.set(column.entity, most);
    return most;
  };
  return keys.flatMap((key) => {
    const column = columnOfKey(key);
    if (column === null || !isWritten(column)) return [];
    if (column.pick.kind !== "each" || column.row !== null) return [column];
    return Array.from({ length: mostOf(column) }, (_none, place) => numbered(column, place + 1));
  });
}

/** Rows of an entity that somebody in the list has at most. */
function mostRows({ roster, index, people }: PeopleList, { entity }: PersonColumn): number {
  const pks = Array.from(people, (person) => index.facts.people.pk[person] ?? 0);
  const rows = rowsOfPeople(roster.db, entity, pks, new Set());
  let most = 0;
  for (const of of rows.values()) most = Math.max(most, of.length);
  return most;
}

/** Reads people as rows of the file: the id of each record, then its columns. */
function rowReader(
  { roster, index }: PeopleList,
  asked: Pick<CellsAsked, "on" | "kinds" | "t">,
  columns: readonly PersonColumn[],
): (slice: Int32Array) => readonly (readonly ReportCell[])[] {
  const reader = new CellReader(
    { roster, index, ...asked, unmarked: true },
    columns.map(({ key }) => key),
  );
  const types = columns.map(({ definition }) => fieldType(definition));
  const unitAt = columns.findIndex(({ key }) => key === unitKey);
  return (slice) => {
    const pks = Array.from(slice, (person) => index.facts.people.pk[person] ?? 0);
    const ids = officialIds(roster.db, pks);
    return reader.read(slice).map((cells, place) => {
      const row: ReportCell[] = [{ kind: "text", text: ids.get(pks[place] ?? 0) ?? "" }];
      for (const [at, { text, value, tip }] of cells.entries()) {
        // The unit that is written, where it went up in the one that figures count.
        const isKey = columns[at]?.definition.format === "column" && typeof value === "string";
        // What a text was meant for goes out by its key: in another language the column has another name.
        const written = isKey ? value : at === unitAt ? (tip ?? text) : text;
        row.push(valueCell(types[at] ?? "text", value, written));
      }
      return row;
    });
  };
}
