/**
 * Matches texts that an import kept, once for everybody who has them. What is matched is read again as a table of the people
 * who have it, so that it goes the way of every import: a post that was not known becomes an assignment with the unit and
 * the day that were kept beside it.
 */
import { cutText } from "../../../shared/text/cut";
import { columnOfKey, type PersonColumn, refersTo } from "../../../shared/columns/column";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import { appError } from "../../../shared/contract/errors";
import { storedJson } from "../../../shared/domain/stored-json";
import { readTypedDate } from "../../../shared/domain/typed-date";
import { plainKey } from "../../../shared/import/read-values";
import { questionKey } from "../../../shared/import/questions";
import { outOfVillages } from "../../../shared/import/village-posts";
import type { ColumnRole } from "../../../shared/import/column-role";
import type { LineCell } from "../../../shared/import/line";
import type { SheetCell, Workbook } from "../../../shared/import/workbook";
import type { Edit } from "../../roster/change-log";
import { allRows, type StoredRow } from "../../roster/read/rows";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { ownDay } from "../own-day";
import { importEdits } from "./import-edits";
import type { ImportPlan } from "./import-plan";
import { Importing } from "./importing";
import { keptColumn, keptField } from "./kept-fields";
import { whyUnwritten } from "./kept-unwritten";
import { namesSomething } from "./wordings";

type Matching = ParsedArgs<"keptMatch">;

/**
 * Writes what a text means for everybody who has it, and takes the texts away that became values by it, as one change.
 * @returns people whose record says it, as it stands afterwards; `left`: those for whom it could not be stored, `why`: the
 * first of them, each with the reason
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
    return { changeId, proposed, people: peopleOf(wanted), left: 0, why: [] };
  }
  const table = tableOf(rows, wanted, matching);
  const answers = new Map(
    text !== null && namesSomething(column)
      ? [[questionKey("word", plainKey(column.key), askedOf(column, text)), answer] as const]
      : [],
  );
  const plan = await planOf(roster, environment, heading, table, answers);
  const cellOf = cellsOf(plan, table);
  const matched = [...cellOf].flatMap(([row, { reason }]) => (reason === null ? [row] : []));
  const stored = wanted.filter((row) => matched.includes(row));
  const unwritten = whyUnwritten(roster, environment, column, wanted, (row) => cellOf.get(row) ?? null);
  if (stored.length === 0) return { changeId: null, proposed: null, people: 0, ...unwritten(stored) };
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
  // What waits as a proposal is on no record yet, and is said to wait.
  if (proposed !== null) return { changeId, proposed, people: peopleOf(stored), ...unwritten(stored) };
  const recorded = cellsOf(await planOf(roster, environment, heading, table, answers), table);
  const seen = stored.filter((row) => {
    const cell = recorded.get(row);
    return cell?.reason === null && cell.outcome !== "stored";
  });
  return { changeId, proposed, people: peopleOf(seen), ...unwritten(seen) };
}

/** A post of a village is asked about and remembered for all of them. */
function askedOf(column: PersonColumn, text: string): string {
  return refersTo(column) === "post" ? outOfVillages(text).text : text;
}

/** What would be written of the texts, and once it is written, what of it is not on record. */
function planOf(
  roster: OpenRoster,
  environment: Environment,
  heading: string,
  table: KeptTable,
  answers: ReadonlyMap<string, string>,
): Promise<ImportPlan> {
  const importing = new Importing(
    roster,
    environment,
    { name: heading, decoded: { workbook: table.workbook, encoding: noCounts, doubtful: [] } },
    ownDay(roster.db, environment),
  );
  importing.choose(sheetName, { included: true, headerRow: 1, roles: table.roles });
  importing.answer(answers);
  importing.holdToAnswers();
  return importing.plan({ signal: new AbortController().signal });
}

/** The cells in which texts stand in a plan. */
function cellsOf({ lines }: ImportPlan, { keptAt }: KeptTable): ReadonlyMap<StoredRow, LineCell> {
  const found = new Map<StoredRow, LineCell>();
  for (const cell of lines.flatMap(({ cells }) => cells)) {
    const row = keptAt(cell.row, cell.column);
    if (row !== undefined) found.set(row, cell);
  }
  return found;
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
