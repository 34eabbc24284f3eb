/** The options by which a cross table is asked for, shared by `cross` and by `people`, which opens its cells. */
import { countedColumns, isCountedBy } from "../../shared/columns/counted-by";
import { columnOfKey } from "../../shared/columns/column";
import { columnLabel } from "../../shared/columns/label";
import {
  type ColumnDimension,
  type DimensionKey,
  dimensionKeys,
  dimensionWord,
  isColumnDimension,
  type Word,
} from "../../shared/statistics/dimensions";
import { foldSearch } from "../../shared/text/fold";
import { measureKeys } from "../../shared/statistics/measures";
import type { Translate } from "../../shared/i18n";
import type { CrossQuestion } from "../services/cross";
import { type Arguments, wrong } from "./arguments";
import type { OptionSpec } from "./command-spec";
import { kindsOf } from "./kinds";

/** Ages that most circulars part their bands by. */
const defaultAgeBands = [30, 40, 50, 60] as const;
const most = { bands: 20, age: 150 } as const;
const dimensions = dimensionKeys.join(", ");

export const crossOptions = {
  rows: { value: "dimensions", help: "crossRows", helpParams: { dimensions } },
  columns: { value: "dimensions", help: "crossColumns" },
  measure: { value: "name", help: "measure", choices: measureKeys },
  filter: { value: "filter", help: "filter", many: /^[^=]+=/ },
  "age-bands": { value: "ages", help: "ageBands", helpParams: { ages: defaultAgeBands.join(",") } },
} as const satisfies Record<string, OptionSpec>;

/** What stands for a member of a dimension in print. */
export function wordText(word: Word, t: Translate): string {
  return "text" in word ? word.text : t(word.words, word.params);
}

export function dimensionText(dimension: DimensionKey, t: Translate): string {
  if (!isColumnDimension(dimension)) return wordText(dimensionWord(dimension), t);
  const column = columnOfKey(dimension.slice(columnPrefix.length));
  return column === null ? dimension : columnLabel(t, column);
}

/** Whether any of the options was given. */
export function asksForCross(args: Arguments): boolean {
  return Object.keys(crossOptions).some((name) => args.option(name) !== null);
}

/** @param asOf ISO day @throws AppError usage */
export function crossQuestion(args: Arguments, asOf: string, t: Translate): CrossQuestion {
  return {
    asOf,
    rows: side(args, "rows", t),
    columns: side(args, "columns", t),
    measure: args.choice("measure", measureKeys) ?? "people",
    filter: args.texts("filter").map((text) => filterOf(text, t)),
    ageBands: ageBands(args, t),
    kinds: kindsOf(args, t),
  };
}

function side(args: Arguments, option: "rows" | "columns", t: Translate): DimensionKey[] {
  const names = args.all(option);
  if (names.length === 0) throw wrong(t, "crossSides");
  const found = names.map((name) => dimensionOf(name, t));
  if (new Set(found).size < found.length) throw wrong(t, "dimensionTwice", { option });
  return found;
}

function dimensionOf(name: string, t: Translate): DimensionKey {
  const found = dimensionKeys.find((key) => key === name) ?? columnDimension(name, t);
  if (found === null) throw wrong(t, "dimension", { value: name, dimensions });
  return found;
}

const columnPrefix = "column:";

/** A column by its key or by its heading; null where none that people can be counted by is meant. */
function columnDimension(name: string, t: Translate): ColumnDimension | null {
  if (!name.startsWith(columnPrefix)) return null;
  const said = name.slice(columnPrefix.length).trim();
  const byKey = columnOfKey(said);
  const heading = foldSearch(said);
  const column = byKey ?? countedColumns.find((one) => foldSearch(columnLabel(t, one)) === heading) ?? null;
  return column !== null && isCountedBy(column) ? `${columnPrefix}${column.key}` : null;
}

function filterOf(text: string, t: Translate): CrossQuestion["filter"][number] {
  const sign = text.indexOf("=");
  const key = text.slice(sign + 1).trim();
  if (sign < 0 || key === "") throw wrong(t, "filter", { value: text });
  return { dimension: dimensionOf(text.slice(0, sign).trim(), t), key: key.normalize("NFC") };
}

function ageBands(args: Arguments, t: Translate): readonly number[] {
  if (args.option("age-bands") === null) return defaultAgeBands;
  const texts = args.all("age-bands");
  const ages = texts.map((text) => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN));
  const ascends = ages.every(
    (age, place) => age <= most.age && (place === 0 || age > (ages[place - 1] ?? age)),
  );
  if (ages.length === 0 || ages.length > most.bands || !ascends) {
    throw wrong(t, "ageBands", { value: texts.join(",") });
  }
  return ages;
}
