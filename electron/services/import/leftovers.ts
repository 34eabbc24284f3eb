/**
 * What imports left to do, place by place in one list: texts that records keep until somebody says what they mean, and lines
 * of the last import that were not taken. Each with where it stood, whose it is and what to do, so that nobody has to gather
 * them from the preview, from records and from their own memory.
 */
import { columnOfKey } from "../../../shared/columns/column";
import type { CallResult, ParsedArgs } from "../../../shared/contract/contract";
import { appError } from "../../../shared/contract/errors";
import type { ImportLeftover } from "../../../shared/contract/schemas/kept-texts";
import type { Translate } from "../../../shared/i18n";
import { changeById } from "../../roster/read/changes";
import { allRows, type StoredRow } from "../../roster/read/rows";
import type { Environment } from "../environment";
import { asClipboard, mostRows } from "../list-copy";
import type { OpenRoster } from "../open-roster";
import type { ImportPlan } from "./import-plan";
import { keptColumn, keptField } from "./kept-fields";
import { nameOf } from "./kept-list";
import { sourceText } from "./source-text";
import { leftLines } from "./summary";

/** Lines that an import did not take; they are in no record, and known while the program runs. */
export interface LinesLeft {
  readonly roster: OpenRoster;
  /** The change that the import wrote; null where it wrote nothing. */
  readonly changeId: number | null;
  readonly lines: readonly ImportLeftover[];
}

/** @param file name of the workbook */
export function linesLeftBy(plan: ImportPlan, file: string, t: Translate): ImportLeftover[] {
  return leftLines(plan, t).map(({ sheet, row, value, code, message }) => ({
    where: sourceText(t, file, sheet, row),
    column: "",
    text: value,
    person: null,
    todo: t(`import:todo.${code === "duplicate" ? "duplicate" : "line"}`, { why: message }),
  }));
}

/** Those of the open roster whose import still stands: taken back, all of the file is to be imported again. */
export function standingLines(roster: OpenRoster, left: LinesLeft | null): readonly ImportLeftover[] {
  if (left === null || left.roster !== roster) return [];
  const change = left.changeId === null ? null : changeById(roster.db, left.changeId);
  return change?.inForce === false ? [] : left.lines;
}

export function leftovers(
  roster: OpenRoster,
  { t }: Environment,
  lines: readonly ImportLeftover[],
  settled: ReadonlySet<string>,
  { offset, limit }: ParsedArgs<"importLeftovers">,
): CallResult<"importLeftovers"> {
  const kept = keptInOrder(roster);
  const shown = kept.slice(Math.max(0, offset - lines.length), Math.max(0, offset + limit - lines.length));
  const names = new Names(roster);
  return {
    total: lines.length + kept.length,
    rows: [...lines.slice(offset, offset + limit), ...shown.map((row) => keptPlace(names, row, settled, t))],
  };
}

/** All of them one after another, lines that were not taken first, and how many there are. */
export function allLeftovers(
  roster: OpenRoster,
  { t }: Environment,
  lines: readonly ImportLeftover[],
  settled: ReadonlySet<string>,
): { readonly total: number; readonly places: () => Generator<ImportLeftover> } {
  const kept = keptInOrder(roster);
  const names = new Names(roster);
  return {
    total: lines.length + kept.length,
    places: function* () {
      yield* lines;
      for (const row of kept) yield keptPlace(names, row, settled, t);
    },
  };
}

/** All of them as a table for the clipboard. @throws AppError copy-too-large */
export function leftoversTable(
  roster: OpenRoster,
  environment: Environment,
  lines: readonly ImportLeftover[],
  settled: ReadonlySet<string>,
): { readonly text: string; readonly html: string; readonly rows: number } {
  const count = lines.length + allRows(roster.db, "keptText").length;
  if (count > mostRows) throw appError("copy-too-large", { rows: count, most: mostRows });
  const all = allLeftovers(roster, environment, lines, settled);
  const { t } = environment;
  const columns = ["where", "column", "text", "person", "todo"] as const;
  const rows = [...all.places()].map((one) =>
    columns.map((column) => (column === "person" ? (one.person?.fullName ?? "") : one[column])),
  );
  const headings = columns.map((column) => t(`screen-import:kept.head.${column}`));
  return {
    rows: count,
    ...asClipboard(
      [headings, ...rows],
      true,
      columns.map(() => true),
    ),
  };
}

/** File by file, line by line: as somebody goes through the workbook beside them. */
function keptInOrder(roster: OpenRoster): readonly StoredRow[] {
  // Comparing texts by the rules of a language takes seconds for what a large import leaves.
  const placed = allRows(roster.db, "keptText").map((row) => ({
    row,
    where: inOrder(keptField(row, "source")),
  }));
  return placed
    .sort((one, other) => (one.where < other.where ? -1 : one.where > other.where ? 1 : 0))
    .map(({ row }) => row);
}

/** Digits of the largest number that stands in a place. */
const longestNumber = 10;

function inOrder(where: string): string {
  return where
    .normalize("NFC")
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(longestNumber, "0"));
}

/** Names of people, each read once however many texts their record keeps. */
class Names {
  readonly #roster: OpenRoster;
  readonly #known = new Map<string, string>();

  constructor(roster: OpenRoster) {
    this.#roster = roster;
  }

  of(id: string): string {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const name = nameOf(this.#roster, id);
    this.#known.set(id, name);
    return name;
  }
}

function keptPlace(names: Names, row: StoredRow, settled: ReadonlySet<string>, t: Translate): ImportLeftover {
  const id = keptField(row, "official");
  return {
    where: keptField(row, "source"),
    column: keptField(row, "heading"),
    text: keptField(row, "text"),
    person: { id, fullName: names.of(id) },
    todo: t(`import:todo.${settled.has(row.id) ? "settled" : todoOf(row)}`),
  };
}

function todoOf(row: StoredRow): "column" | "rest" | "date" | "number" | "meaning" {
  if (keptColumn(row) === null) return "column";
  if (keptField(row, "reading") !== "") return "rest";
  const { format, type } = columnOfKey(keptField(row, "column"))?.definition ?? {};
  if (type === "partialDate" || type === "day") return "date";
  return format === "digits" || format === "phone" ? "number" : "meaning";
}
