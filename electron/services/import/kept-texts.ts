/**
 * Matches texts that an import kept, once for everybody who has them. What is matched is read again as a table of the people
 * who have it, so that it goes the way of every import: a post that was not known becomes an assignment with the unit and
 * the day that were kept beside it.
 */
import { cutText } from "../../../shared/text/cut";
import { columnOfKey, type PersonColumn } from "../../../shared/columns/column";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import { appError } from "../../../shared/contract/errors";
import { storedJson } from "../../../shared/domain/stored-json";
import { readTypedDate } from "../../../shared/domain/typed-date";
import { plainKey } from "../../../shared/import/read-values";
import { questionKey } from "../../../shared/import/questions";
import type { ColumnRole } from "../../../shared/import/column-role";
import type { SheetCell, Workbook } from "../../../shared/import/workbook";
import type { Edit } from "../../roster/change-log";
import { allRows, type StoredRow } from "../../roster/read/rows";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { ownDay } from "../own-day";
import { importEdits } from "./import-edits";
import { Importing } from "./importing";
import { keptColumn, keptField } from "./kept-list";
import { namesSomething } from "./wordings";

type Matching = ParsedArgs<"keptMatch">;

/**
 * Writes what a text means for everybody who has it, and takes the texts away that became values by it, as one change.
 * @returns people whose record says it; `left`: those for whom it could not be stored
 * @throws AppError bad-request for a column that there is not, roster-readonly
 */
export async function matchKept(
  roster: OpenRoster,
  environment: Environment,
  matching: Matching,
): Promise<CallResult<"keptMatch">> {
  const { heading, text, answer } = matching;
  const column = columnOfKey(matching.column);
  if (column === null) throw appError("bad-request", { detail: matching.column });
  const rows = allRows(roster.db, "keptText");
  const isWanted = (row: StoredRow) =>
    text === null ? keptColumn(row) === null : keptField(row, "text") === text;
  const wanted = rows.filter((row) => keptField(row, "heading") === heading && isWanted(row));
  if (answer === null) {
    const { changeId, proposed } = await roster.writeInSlices(
      { action: "match", edits: removals(wanted, environment) },
      environment.pause,
    );
    return { changeId, proposed, people: peopleOf(wanted), left: 0 };
  }
  const table = tableOf(rows, wanted, matching);
  const importing = new Importing(
    roster,
    environment,
    { name: heading, decoded: { workbook: table.workbook, encoding: noCounts, doubtful: [] } },
    ownDay(roster.db, environment),
  );
  importing.choose(sheetName, { included: true, headerRow: 1, roles: table.roles });
  const answers = new Map(
    text !== null && namesSomething(column)
      ? [[questionKey("word", plainKey(column.key), text), answer] as const]
      : [],
  );
  importing.answer(answers);
  const plan = await importing.plan({ signal: new AbortController().signal });
  const matched = plan.lines.flatMap((line) =>
    line.cells.flatMap((cell) => (cell.reason === null ? (table.keptAt(cell.row, cell.column) ?? []) : [])),
  );
  const stored = wanted.filter((row) => matched.includes(row));
  if (stored.length === 0) return { changeId: null, proposed: null, people: 0, left: peopleOf(wanted) };
  const edits = function* (): Generator<Edit> {
    for (const edit of importEdits(
      roster,
      { ...plan, people: plan.people.map((one) => ({ ...one, kept: [] })) },
      answers,
    ))
      yield edit;
    yield* removals(matched, environment);
  };
  const reason = cutText(text === null ? heading : `${heading}: ${text}`, mostReason);
  const { changeId, proposed } = await roster.writeInSlices(
    { action: "match", reason, edits: edits() },
    environment.pause,
  );
  return { changeId, proposed, people: peopleOf(stored), left: peopleOf(wanted) - peopleOf(stored) };
}

/** As long as the log's reasons are. */
const mostReason = 500;
const noCounts = { unicode: 0, tcvn3: 0, vni: 0, viscii: 0, doubtful: 0 };
const sheetName = "";

function* removals(rows: readonly StoredRow[], { t }: Environment): Generator<Edit> {
  for (const { id } of rows) yield { kind: "remove", entity: "keptText", id, reason: t("actions:match") };
}

function peopleOf(rows: readonly StoredRow[]): number {
  return new Set(rows.map((row) => row.fields["official"])).size;
}

interface KeptTable {
  readonly workbook: Workbook;
  readonly roles: ReadonlyMap<number, ColumnRole>;
  readonly keptAt: (row: number, column: number) => StoredRow | undefined;
}

/** The texts of the lines in which the text stood, a line of the workbook a line, with the people's ids. */
function tableOf(
  rows: readonly StoredRow[],
  wanted: readonly StoredRow[],
  { column: target, answer, text }: Matching,
): KeptTable {
  const lineName = (row: StoredRow) => `${keptField(row, "official")}\n${keptField(row, "source")}`;
  const isWanted = new Set(wanted);
  const lines = new Map(wanted.map((row) => [lineName(row), [] as StoredRow[]]));
  for (const row of rows) lines.get(lineName(row))?.push(row);
  const columns: string[] = [];
  const columnOf = (key: string) =>
    (columns.includes(key) ? columns.indexOf(key) : columns.push(key) - 1) + 1;
  const placed = new Map<string, StoredRow>();
  const meant = columnOfKey(target) ?? failed(target);
  // A text that names something is settled by the answer to its own question.
  const isAsWritten = text === null || namesSomething(meant);
  const body = [...lines.values()].map((texts, place) => {
    const number = place + 2;
    const cells = new Map<number, SheetCell>([
      [0, textCell(0, keptField(texts[0] ?? failed("line"), "official"))],
    ]);
    for (const row of texts) {
      const key = isWanted.has(row) ? target : String(row.fields["column"] ?? "");
      if (columnOfKey(key) === null) continue;
      const column = columnOf(key);
      if (cells.has(column)) continue;
      const said = isWanted.has(row) && !isAsWritten ? unmistakable(meant, String(answer)) : readBefore(row);
      cells.set(column, textCell(column, said));
      placed.set(`${number} ${column}`, row);
    }
    return { number, cells: [...cells.values()].sort((a, b) => a.column - b.column) };
  });
  const heading = { number: 1, cells: ["#", ...columns].map((text, column) => textCell(column, text)) };
  const roles = new Map<number, ColumnRole>([[0, { kind: "person" }]]);
  columns.forEach((key, place) => roles.set(place + 1, { kind: "column", key }));
  return {
    workbook: {
      format: "pasted",
      date1904: false,
      left: [],
      sheets: [{ name: sheetName, hidden: false, rows: [heading, ...body], merges: [] }],
    },
    roles,
    keptAt: (row, column) => placed.get(`${row} ${column}`),
  };
}

/** A day as somebody types it says day before month; in a table it could be either. */
function unmistakable({ definition }: PersonColumn, typed: string): string {
  if (definition.type !== "partialDate" && definition.type !== "day") return typed;
  const date = readTypedDate(typed);
  return date.ok ? date.value : typed;
}

/** A text as it stands; a day, as the import understood it: without the other cells of its column it would be open again. */
function readBefore(row: StoredRow): string {
  const type = keptColumn(row)?.definition.type;
  const read = storedJson(keptField(row, "reading"));
  const isDay = type === "partialDate" || type === "day";
  return isDay && typeof read === "string" ? read : keptField(row, "text");
}

function textCell(column: number, text: string): SheetCell {
  return { column, content: { kind: "text", runs: [{ text, font: null }] }, formula: false };
}

function failed(what: string): never {
  throw new Error(`No ${what}`);
}
