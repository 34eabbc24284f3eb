/**
 * What stands around a line and counts for it: the unit and the post that the rows above it, the sheet's name or the
 * office itself name. What a line does not say is taken from there, never from the line above.
 */
import { columnOfKey, type PersonColumn, refersTo } from "../columns/column";
import { entityDefinition, type EntityName, fieldDefinition, type PersonEntity } from "../domain/entities";
import type { LineBuilder } from "./line-builder";
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

  constructor(sheet: string, context: ReadContext, questions: QuestionList) {
    this.#sheet = sheet;
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

  /** The part of the office that stands beside a post: in the line's own column of units, else above the line. */
  partBeside({ entity }: PersonColumn, row: DataRow, line: LineBuilder): string | null {
    const said = line.cells.find(({ key, text }) => {
      const column = key === "" ? null : columnOfKey(key);
      return column?.entity === entity && refersTo(column) === "unit" && isOfficePart(text);
    });
    if (said !== undefined) return said.text;
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
