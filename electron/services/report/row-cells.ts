/** Rows of the roster as cells of a report: figures and dates stay what they are, the rest is put in words. */
import { byOwned, type EntityName, entityDefinition, type FieldValue } from "../../../shared/domain/entities";
import type { Translate } from "../../../shared/i18n";
import type { CellType, ReportCell } from "../../../shared/report/document";
import type { ReportSource, RowCells, SourceRows } from "../../../shared/report/source";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { officialRecord } from "../../roster/read/officials";
import { allRows } from "../../roster/read/rows";
import { wordOf } from "../value-words";
import type { OpenRoster } from "../open-roster";
import { fieldType, valueCell } from "./people-rows";

type Row = { readonly fields: Readonly<Record<string, FieldValue>> };

/** Every row of an entity, in the order of creation. */
export function entityRows(roster: OpenRoster, t: Translate, entity: EntityName): SourceRows {
  return rowsOf(roster.catalog(), t, entity, allRows(roster.db, entity));
}

/** One person's record: the official as the record, the rows of the person as lists; null when nobody has the id. */
export function personRecord(roster: OpenRoster, t: Translate, id: string): ReportSource | null {
  const record = officialRecord(roster.db, id);
  if (record === null) return null;
  const catalog = roster.catalog();
  return {
    values: {},
    record: { types: typesOf("official"), cells: cellsOf(catalog, t, "official", record) },
    lists: byOwned((entity) => rowsOf(catalog, t, entity, record.rows[entity])),
  };
}

function rowsOf(catalog: CatalogFacts, t: Translate, entity: EntityName, rows: readonly Row[]): SourceRows {
  return { types: typesOf(entity), rows: rows.map((row) => cellsOf(catalog, t, entity, row)) };
}

function typesOf(entity: EntityName): Record<string, CellType> {
  const { fields } = entityDefinition(entity);
  return Object.fromEntries(
    Object.entries(fields).map(([field, definition]) => [field, fieldType(definition)]),
  );
}

function cellsOf(catalog: CatalogFacts, t: Translate, entity: EntityName, { fields }: Row): RowCells {
  const types = typesOf(entity);
  return (field): ReportCell => {
    const value = fields[field] ?? null;
    if (value === null) return { kind: "empty" };
    const text = wordOf(catalog, t, entity, field, value, (name) => fields[name] ?? null);
    return valueCell(types[field] ?? "text", value, text ?? "");
  };
}
