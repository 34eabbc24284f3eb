/**
 * Reads the shipped lists of units into rows with ids of their own. Codes and names are reused over time, so a row
 * is known by code and first day together; who took 08173 for one commune would lay three on top of each other.
 * Sources and what is checked in them: data/README.md.
 */
import { type UnitLevel, type UnitType, unitLevels } from "../domain/values";
import { catalogId } from "./ids";
import { unitTypeOfName } from "./unit-types";

/** A unit of the shipped lists. Days are `YYYY-MM-DD`, both included; null `validFrom`: since before the lists. */
export interface ShippedUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly level: UnitLevel;
  readonly parentId: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** What it was formed from, in the words of the source. */
  readonly formedFrom: string | null;
  /** Ids of the shipped units that it was formed from, sorted; only those that are certain. */
  readonly predecessors: readonly string[];
}

interface ListLine {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly level: string;
  readonly parentCode: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly formedFrom: string;
  /** `code@first day` of the unit that it became, or nothing. */
  readonly became: string;
}

/**
 * All units of the lists, in their order; parents before their children.
 * @param lists texts with a heading line; a parent is looked for within its own list
 * @throws Error on a line that is malformed or names an unknown unit: the lists are part of the program
 */
export function readUnitLists(lists: readonly string[]): ShippedUnit[] {
  const idsByKey = new Map<string, string>();
  const predecessors = new Map<string, string[]>();
  const read = lists.map((list) => readLines(list));
  for (const line of read.flat()) {
    const key = unitKey(line.code, line.validFrom);
    if (idsByKey.has(key)) throw new Error(`Unit listed twice: ${key}`);
    idsByKey.set(key, catalogId(`unit/${line.code}/${line.validFrom}`));
  }
  for (const line of read.flat()) {
    if (line.became === "") continue;
    const successor = required(idsByKey.get(line.became), line.became);
    const own = required(idsByKey.get(unitKey(line.code, line.validFrom)), line.code);
    predecessors.set(successor, [...(predecessors.get(successor) ?? []), own].sort());
  }
  return read.flatMap((lines) => {
    const idsByCode = new Map<string, string>();
    return lines.map((line) => {
      const id = required(idsByKey.get(unitKey(line.code, line.validFrom)), line.code);
      if (line.level !== "commune") idsByCode.set(line.code, id);
      return unitOf(line, id, idsByCode, predecessors.get(id) ?? []);
    });
  });
}

function unitOf(
  line: ListLine,
  id: string,
  idsByCode: ReadonlyMap<string, string>,
  predecessors: readonly string[],
): ShippedUnit {
  return {
    id,
    code: line.code,
    name: line.name,
    type: required(unitTypeOfName(line.type), line.type),
    level: required(
      unitLevels.find((level) => level === line.level),
      line.level,
    ),
    parentId: line.parentCode === "" ? null : required(idsByCode.get(line.parentCode), line.parentCode),
    validFrom: line.validFrom || null,
    validTo: line.validTo || null,
    formedFrom: line.formedFrom || null,
    predecessors,
  };
}

function readLines(list: string): ListLine[] {
  const [heading = "", ...lines] = list.split(/\r?\n/).filter((line) => line !== "");
  const names = heading.split("\t");
  const column = (name: string) => names.indexOf(name);
  const columns = {
    code: column("code"),
    name: column("name"),
    type: column("type"),
    level: column("level"),
    parentCode: column("parent_code"),
    validFrom: column("valid_from"),
    validTo: column("valid_to"),
    formedFrom: column("formed_from"),
    became: column("became"),
  };
  return lines.map((line) => {
    const cells = line.split("\t");
    const cell = (index: number) => (cells[index] ?? "").normalize("NFC").trim();
    return {
      code: cell(columns.code),
      name: cell(columns.name),
      type: cell(columns.type),
      level: cell(columns.level),
      parentCode: cell(columns.parentCode),
      validFrom: cell(columns.validFrom),
      validTo: cell(columns.validTo),
      formedFrom: cell(columns.formedFrom),
      became: cell(columns.became),
    };
  });
}

function unitKey(code: string, validFrom: string): string {
  return `${code}@${validFrom}`;
}

function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`Unit list: nothing known of ${what}`);
  return value;
}
