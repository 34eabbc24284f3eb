/**
 * Reads the lines of a table, column by column and then by what the line says elsewhere: units and posts by the day that it
 * is about. What a line does not say is taken from what stands around it (the group it stands in, the sheet's name), never
 * from the line above.
 */
import { columnOfKey, type PersonColumn, refersTo } from "../columns/column";
import { entityDefinition, type EntityName, fieldDefinition } from "../domain/entities";
import { columnLetters, keysOf } from "./column-role";
import type { Line, LineCell } from "./line";
import { LineBuilder } from "./line-builder";
import type { ColumnMatch } from "./match-columns";
import type { DataRow } from "./part-rows";
import { type QuestionList, questionKey } from "./questions";
import {
  type DateEvidence,
  type DateSettings,
  looksSwapped,
  noEvidence,
  orderOf,
  takeEvidence,
} from "./read-dates";
import {
  CellReader,
  daysOf,
  type DayRange,
  plainKey,
  type ReadContext,
  readDateParts,
  readUnderAnswer,
} from "./read-values";
import { readText } from "./read-words";
import { isSign, unread, value } from "./reading";
import type { SeenCell, SheetGrid } from "./sheet-grid";

export interface TableContext extends ReadContext {
  /** Whether a cell's text may be of an old code, so that it cannot be read yet. */
  readonly isDoubtful: (sheet: string, row: number, column: number) => boolean;
  /** The unit of whoever no text names another one for; null where the office answers for several. */
  readonly ownUnit: string | null;
}

const mainEntity = "assignment";

/** Reads a table; the same reader for all lines, so that what was read once is known. */
export class TableReader {
  readonly #grid: SheetGrid;
  readonly #matches: readonly ColumnMatch[];
  readonly #context: TableContext;
  readonly #questions: QuestionList;
  readonly #readers = new Map<string, CellReader>();
  readonly #evidence = new Map<number, DateEvidence>();
  readonly #ofSheet = noEvidence();
  readonly #named = new Map<string, string | null>();
  readonly #late: readonly ColumnMatch[];
  readonly #early: readonly ColumnMatch[];

  /** @param rows all lines, which together tell how dates are written */
  constructor(
    grid: SheetGrid,
    matches: readonly ColumnMatch[],
    rows: readonly DataRow[],
    context: TableContext,
    questions: QuestionList,
  ) {
    this.#grid = grid;
    this.#matches = matches;
    this.#context = context;
    this.#questions = questions;
    this.#gatherEvidence(rows);
    const isLate = ({ role }: ColumnMatch) =>
      role.kind === "code" || (role.kind === "column" && this.#reader(role.key, 0).isLate);
    // Units before what is looked up among those of a unit; codes before names.
    const order = (match: ColumnMatch) =>
      (keysOf(match.role).some((key) => targetOf(key) === "unit") ? 0 : 2) +
      (match.role.kind === "code" ? 0 : 1);
    this.#late = matches.filter(isLate).sort((a, b) => order(a) - order(b));
    this.#early = matches.filter((match) => !isLate(match));
  }

  read(row: DataRow): Line {
    const line = new LineBuilder(row.number);
    for (const match of this.#early) this.#readEarly(match, row, line);
    this.#readParts(row, line);
    for (const match of this.#late) this.#readLate(match, row, line);
    this.#fillMain(row, line);
    line.settleBeside();
    for (const cell of line.cells) this.#ask(cell);
    return {
      sheet: this.#grid.sheet.name,
      row: row.number,
      continues: row.continues,
      cells: line.cells,
      personId: line.personId,
      drafts: line.drafts,
    };
  }

  #gatherEvidence(rows: readonly DataRow[]): void {
    const dated = this.#matches.filter(({ role }) => {
      const [key] = role.kind === "column" || role.kind === "carries" ? keysOf(role) : [];
      const type = key === undefined ? undefined : columnOfKey(key)?.definition.type;
      return type === "partialDate" || type === "day" || type === "month";
    });
    for (const { column } of dated) {
      const evidence = noEvidence();
      for (const { cells } of rows) {
        const seen = cells.get(column);
        if (seen !== undefined) takeEvidence(evidence, seen, this.#context.date1904);
      }
      this.#evidence.set(column, evidence);
      for (const part of Object.keys(evidence) as (keyof DateEvidence)[])
        this.#ofSheet[part] += evidence[part];
    }
  }

  #place(column: number): string {
    return `${this.#grid.sheet.name}!${columnLetters(column)}`;
  }

  #reader(key: string, column: number): CellReader {
    const name = `${key} ${column}`;
    const known = this.#readers.get(name);
    if (known !== undefined) return known;
    const reader = new CellReader(key, this.#place(column), this.#context, this.#dateSettings(column));
    this.#readers.set(name, reader);
    return reader;
  }

  /** What was answered, else what the column tells, else what the other dates of the sheet tell. */
  #dateSettings(column: number): DateSettings {
    const evidence = this.#evidence.get(column) ?? noEvidence();
    const answered = <
      K extends "dateOrder" | "century" | "yearAsDate" | "serial" | "swapped",
      A extends string,
    >(
      kind: K,
      known: readonly A[],
    ): A | null => {
      const text = this.#context.answers.get(questionKey(kind, this.#place(column)));
      return known.find((one) => one === text) ?? null;
    };
    const told =
      orderOf(evidence) ?? (evidence.dayFirst + evidence.monthFirst === 0 ? orderOf(this.#ofSheet) : null);
    return {
      order: answered("dateOrder", ["dmy", "mdy"]) ?? told,
      century: answered("century", ["1900", "2000"]),
      yearAsDate: answered("yearAsDate", ["year", "date"]),
      serial: answered("serial", ["date", "text"]),
      swapped: answered("swapped", ["swap", "asIs"]),
      maySwap: looksSwapped(evidence),
    };
  }

  #readEarly({ column, role, parts }: ColumnMatch, row: DataRow, line: LineBuilder): void {
    const seen = row.cells.get(column);
    if (seen === undefined) return;
    const cell = line.cell(seen, role, parts);
    if (this.#isDoubtful(seen)) {
      cell.reading = unread("encoding");
      return;
    }
    switch (role.kind) {
      case "column": {
        const reader = this.#reader(role.key, column);
        line.take(cell, reader.column, reader.read(seen, this.#today(), null));
        return;
      }
      case "means":
        line.takeAnswer(cell, role.means, readUnderAnswer(role.means, seen.text));
        return;
      case "carries": {
        const reader = this.#reader(role.key, column);
        const sign = isSign(seen.text);
        const reading = sign ? value(role.means.value) : reader.read(seen, this.#today(), null);
        if (sign) line.takeAnswer(cell, role.means, reading);
        else line.take(cell, reader.column, reading);
        if (!sign && reading.kind !== "nothing") line.also(cell, role.means);
        return;
      }
      case "person":
        line.personId = seen.text.toLowerCase();
        cell.reading = value(seen.text);
        return;
      case "kept":
        cell.reading = unread("unmapped");
        return;
      default:
        return;
    }
  }

  /** Values that several columns hold together. */
  #readParts(row: DataRow, line: LineBuilder): void {
    const keys = new Set(
      this.#matches.flatMap(({ role }) => (role.kind === "date" || role.kind === "name" ? role.key : [])),
    );
    for (const key of keys) {
      const reader = this.#reader(key, 0);
      const text = (kind: string, part: string): string | null => {
        const found = this.#matches.find(
          ({ role }) =>
            (role.kind === "date" || role.kind === "name") &&
            role.kind === kind &&
            role.key === key &&
            role.part === part,
        );
        return found === undefined ? null : (row.cells.get(found.column)?.text ?? null);
      };
      const cells = line.cells.filter(
        ({ role }) => (role.kind === "date" || role.kind === "name") && role.key === key,
      );
      const [first] = cells;
      if (first === undefined) continue;
      const isDate = first.role.kind === "date";
      const joined = [text("name", "family"), text("name", "given")]
        .filter((part) => part !== null)
        .join(" ");
      const seen = {
        text: joined,
        row: row.number,
        column: first.column,
        merge: null,
        cell: textCell(joined),
      };
      const reading = isDate
        ? readDateParts(
            { day: text("date", "day"), month: text("date", "month"), year: text("date", "year") },
            {
              settings: this.#dateSettings(first.column),
              date1904: this.#context.date1904,
              latestYear: Math.trunc(this.#context.today / 10_000),
            },
          )
        : readText(reader.column, seen);
      for (const cell of cells) line.take(cell, reader.column, reading);
    }
  }

  #readLate({ column, role, parts }: ColumnMatch, row: DataRow, line: LineBuilder): void {
    const seen = row.cells.get(column);
    if (seen === undefined || (role.kind !== "column" && role.kind !== "code")) return;
    const reader = this.#reader(role.key, column);
    const { days, unit } = this.#placed(reader.column, row, line);
    line.take(
      line.cell(seen, role, parts),
      reader.column,
      reader.read(seen, days, unit, role.kind === "code"),
    );
  }

  /** The day and the unit that a line's row is about. */
  #placed(column: PersonColumn, row: DataRow, line: LineBuilder): { days: DayRange; unit: string | null } {
    const { since, fields } = entityDefinition(column.entity);
    const days = daysOf(
      since === undefined ? undefined : line.said(column, since)?.value,
      this.#context.today,
    );
    const unitField = Object.keys(fields).find((field) => fields[field]?.entity === "unit");
    const said = unitField === undefined ? undefined : line.said(column, unitField)?.value;
    const unit =
      typeof said === "string" ? said : unitField === undefined ? null : this.#unitAround(row, days);
    return { days, unit };
  }

  /** What the main row needs and the line does not say: the unit and the post that the rows above it name. */
  #fillMain(row: DataRow, line: LineBuilder): void {
    const columns = requiredReferences();
    const [first] = columns;
    if (first === undefined) return;
    const isSaid = columns.some((column) => line.said(column, column.field) !== undefined);
    const { days, unit } = this.#placed(first, row, line);
    const found = columns.map((column) => {
      if (line.said(column, column.field) !== undefined) return null;
      const target = refersTo(column);
      if (target === null || line.isUnread(column)) return null;
      const id =
        target === "unit" ? this.#unitAround(row, days) : this.#rowNamed(row.groups, target, days, unit);
      return id === null ? null : { column, id, isUnit: target === "unit" };
    });
    // A unit alone, which is the same for everybody, is no post.
    if (!isSaid && !found.some((one) => one !== null && !one.isUnit)) return;
    for (const one of found) if (one !== null) line.add(one.column, one.id);
    const lacksUnit = columns.some(
      (column) =>
        refersTo(column) === "unit" &&
        line.said(column, column.field) === undefined &&
        !line.isUnread(column),
    );
    if (lacksUnit)
      this.#questions.add(
        { key: questionKey("unit", ""), kind: "unit", column: "assignment.unit", heading: "", text: null },
        [],
        String(row.number),
      );
  }

  #unitAround(row: DataRow, days: DayRange): string | null {
    const named = this.#rowNamed([this.#grid.sheet.name, ...row.groups], "unit", days, null);
    if (named !== null) return named;
    return this.#context.answers.get(questionKey("unit", "")) ?? this.#context.ownUnit;
  }

  /** The nearest text that names one row of an entity. */
  #rowNamed(
    texts: readonly string[],
    entity: EntityName,
    days: DayRange,
    unit: string | null,
  ): string | null {
    for (const text of [...texts].reverse()) {
      const name = `${entity} ${days.first}-${days.last} ${unit ?? ""} ${text}`;
      let id = this.#named.get(name);
      if (id === undefined) {
        const [only, ...others] = this.#context.references.named(entity, text, days, unit);
        id = others.length > 0 ? null : (only ?? null);
        this.#named.set(name, id);
      }
      if (id !== null) return id;
    }
    return null;
  }

  #isDoubtful({ row, column }: SeenCell): boolean {
    return this.#context.isDoubtful(this.#grid.sheet.name, row, column);
  }

  #today(): DayRange {
    return { first: this.#context.today, last: this.#context.today };
  }

  #ask(cell: LineCell): void {
    const { reading, key } = cell;
    if (reading.kind !== "unread" || reading.asked === null || key === "") return;
    const reader = this.#reader(key, cell.column);
    const { kind, choices = [] } = reading.asked;
    const question = {
      key: reader.questionOf(kind, cell.text),
      kind,
      column: plainKey(key),
      heading: cell.heading,
      text: kind === "word" ? cell.text : null,
    };
    this.#questions.add(question, choices, cell.text);
  }
}

function textCell(text: string): SeenCell["cell"] {
  return { column: 0, content: { kind: "text", runs: [{ text, font: null }] }, formula: false };
}

function targetOf(key: string): EntityName | null {
  const column = columnOfKey(key);
  return column === null ? null : refersTo(column);
}

/** Columns of the row by which people are counted that it cannot be without, and that name others. */
function requiredReferences(): PersonColumn[] {
  return Object.keys(entityDefinition(mainEntity).fields).flatMap((field) => {
    const column = columnOfKey(`${mainEntity}.${field}`);
    const isNeeded = fieldDefinition(mainEntity, field)?.required === true;
    return column !== null && isNeeded && refersTo(column) !== null ? column : [];
  });
}
