/**
 * What stands around a line and counts for it: the unit and the post that the rows above it, the sheet's name or the
 * office itself name. What a line does not say is taken from there, never from the line above.
 */
import { columnOfKey, type PersonColumn, refersTo } from "../columns/column";
import { entityDefinition, type EntityName, fieldDefinition, type PersonEntity } from "../domain/entities";
import { isDepartmentHeading } from "./department-headings";
import type { LineBuilder } from "./line-builder";
import type { ColumnMatch } from "./match-columns";
import type { DataRow } from "./part-rows";
import { isOfficePart } from "./post-wordings";
import { type QuestionList, questionKey } from "./questions";
import { daysOf, type DayRange, type ReadContext } from "./read-values";

/** The day and the unit that a line's row is about. */
interface Placed {
  readonly days: DayRange;
  readonly unit: string | null;
}

const mainEntity = "assignment";

export class AroundLine {
  readonly #sheet: string;
  readonly #context: ReadContext;
  readonly #questions: QuestionList;
  readonly #named = new Map<string, string | null>();
  readonly #needed = requiredReferences();
  readonly #unitColumns = new Map<PersonEntity, string | null>();
  readonly #matches: readonly ColumnMatch[];
  readonly #partColumns = new Map<PersonEntity, readonly number[]>();

  constructor(sheet: string, matches: readonly ColumnMatch[], context: ReadContext, questions: QuestionList) {
    this.#sheet = sheet;
    this.#matches = matches;
    this.#context = context;
    this.#questions = questions;
  }

  placed(column: PersonColumn, row: DataRow, line: LineBuilder): Placed {
    const { since } = entityDefinition(column.entity);
    const days = daysOf(
      since === undefined ? undefined : line.said(column, since)?.value,
      this.#context.today,
    );
    const unitField = this.#unitField(column.entity);
    const said = unitField === null ? undefined : line.said(column, unitField)?.value;
    return {
      days,
      unit: typeof said === "string" ? said : unitField === null ? null : this.#unit(row, days),
    };
  }

  /** The part of the office that stands beside a post: in the line's own column of departments or units, else above it. */
  partBeside({ entity }: PersonColumn, row: DataRow): string | null {
    let columns = this.#partColumns.get(entity);
    if (columns === undefined) {
      columns = partColumns(entity, this.#matches);
      this.#partColumns.set(entity, columns);
    }
    for (const column of columns) {
      const text = row.cells.get(column)?.text ?? "";
      if (isOfficePart(text)) return text;
    }
    const above = row.groups[row.groups.length - 1];
    return above !== undefined && isOfficePart(above) ? above : null;
  }

  /** What the main row needs and the line does not say. */
  fillMain(row: DataRow, line: LineBuilder): void {
    const columns = this.#needed;
    const [first] = columns;
    if (first === undefined) return;
    const isSaid = ({ column }: Needed) => line.said(column, column.field) !== undefined;
    if (columns.every(isSaid)) return;
    const { days, unit } = this.placed(first.column, row, line);
    const found = columns.map((one) => {
      if (isSaid(one) || line.isUnread(one.column)) return null;
      const id =
        one.target === "unit" ? this.#unit(row, days) : this.#rowNamed(row.groups, one.target, days, unit);
      return id === null ? null : { ...one, id };
    });
    // A unit alone, which is the same for everybody, is no post.
    if (!columns.some(isSaid) && !found.some((one) => one !== null && one.target !== "unit")) return;
    for (const one of found) if (one !== null) line.add(one.column, one.id);
    const lacksUnit = columns.some(
      (one) => one.target === "unit" && !isSaid(one) && !line.isUnread(one.column),
    );
    if (lacksUnit)
      this.#questions.add(
        { key: questionKey("unit", ""), kind: "unit", column: "assignment.unit", heading: "", text: null },
        [],
        String(row.number),
      );
  }

  #unitField(entity: PersonEntity): string | null {
    const known = this.#unitColumns.get(entity);
    if (known !== undefined) return known;
    const { fields } = entityDefinition(entity);
    const field = Object.keys(fields).find((name) => fields[name]?.entity === "unit") ?? null;
    this.#unitColumns.set(entity, field);
    return field;
  }

  #unit(row: DataRow, days: DayRange): string | null {
    const named = this.#rowNamed([this.#sheet, ...row.groups], "unit", days, null);
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
}

/** Columns of the sheet that may name a part of the office; what is headed as one goes before units. */
function partColumns(entity: PersonEntity, matches: readonly ColumnMatch[]): number[] {
  const isOfUnits = ({ role }: ColumnMatch) => {
    const column = role.kind === "column" ? columnOfKey(role.key) : null;
    return column !== null && column.entity === entity && refersTo(column) === "unit";
  };
  const isKeptDepartment = ({ role, parts }: ColumnMatch) =>
    role.kind === "kept" && isDepartmentHeading(parts);
  return [...matches.filter(isKeptDepartment), ...matches.filter(isOfUnits)].map(({ column }) => column);
}

interface Needed {
  readonly column: PersonColumn;
  readonly target: EntityName;
}

/** Columns of the row by which people are counted that it cannot be without, and that name others. */
function requiredReferences(): Needed[] {
  return Object.keys(entityDefinition(mainEntity).fields).flatMap((field) => {
    const column = columnOfKey(`${mainEntity}.${field}`);
    const target = column === null ? null : refersTo(column);
    const isNeeded = fieldDefinition(mainEntity, field)?.required === true;
    return column !== null && target !== null && isNeeded ? { column, target } : [];
  });
}
