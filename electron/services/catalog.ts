/** Units, posts, standard sets and the office's details: reading them for pickers and screens, editing one row. */
import { appError, type FieldIssue } from "../../shared/contract/errors";
import type { Written } from "../../shared/contract/schemas/proposed";
import type {
  PostOption,
  StandardSetRow,
  UnitOnDay,
  UnitOption,
  UnitRow,
} from "../../shared/contract/schemas/catalog";
import { type CatalogEntity, entityDefinition, type FieldValue } from "../../shared/domain/entities";
import { noOthers, RowsTogether } from "../../shared/domain/checks/others";
import { isoToPacked } from "../../shared/domain/partial-date";
import { validateCatalogRow } from "../../shared/domain/validate/catalog";
import type { RowFields } from "../../shared/domain/validate/fields";
import { isFoundBy, searchTokens } from "../../shared/text/fold";
import { unitQuery } from "../../shared/text/unit-query";
import { makersOf } from "../roster/read/made-by";
import { officeRow } from "../roster/read/office";
import { allRows, rowFields } from "../roster/read/rows";
import { allStandardSets } from "../roster/read/standards";
import { refuseContradictions } from "./contradictions";
import { enteredFields } from "./entered-fields";
import type { OpenRoster } from "./open-roster";
import { refuseErrors } from "./records";
import type { CatalogFacts, Unit } from "../roster/read/index/catalog-facts";
import { compareUnits, existsOn } from "./statistics";

export interface UnitQuery {
  readonly query: string;
  /** ISO day; units that exist on it go first. */
  readonly on: string | null;
  readonly level: "commune" | "all";
  readonly limit: number;
}

/** Units for a picker: by beginnings of words without marks, or by code; those of the day and then the office's own first. */
export function unitOptions(catalog: CatalogFacts, { query, on, level, limit }: UnitQuery): UnitOption[] {
  const day = on === null ? null : isoToPacked(on);
  const found = catalog.unitsInView.filter(
    (unit) => (level === "all" || unit.level === "commune") && matches(unit, query),
  );
  const rank = (unit: Unit) =>
    (day === null || existsOn(unit, day) ? 0 : 2) + (catalog.officeScope[unit.index] === 1 ? 0 : 1);
  found.sort((a, b) => rank(a) - rank(b) || compareUnits(a, b));
  return found.slice(0, limit).map(optionOf);
}

/** One page of the unit list: units that exist on the day, by level and name. @param on ISO day */
export function unitsPage(
  catalog: CatalogFacts,
  query: string,
  on: string,
  offset: number,
  limit: number,
): { total: number; rows: UnitRow[] } {
  const day = isoToPacked(on);
  const levels = ["province", "district", "commune"];
  const found = catalog.unitsInView.filter((unit) => existsOn(unit, day) && matches(unit, query));
  found.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || compareUnits(a, b));
  return {
    total: found.length,
    rows: found.slice(offset, offset + limit).map((unit) => rowOf(catalog, unit)),
  };
}

/** The unit of the roster that bears a code on a day. @param on ISO day @throws AppError unit-unknown */
export function unitOfCode(catalog: CatalogFacts, code: string, on: string): Unit {
  const day = isoToPacked(on);
  const unit = catalog.unitsInView.find((one) => one.code === code && existsOn(one, day));
  if (unit === undefined) throw appError("unit-unknown", { code, on });
  return unit;
}

/** @throws AppError row-unknown */
export function unitGet(catalog: CatalogFacts, id: string): UnitRow {
  const unit = catalog.unitOfId(id);
  if (unit === null) throw appError("row-unknown", { id });
  return rowOf(catalog, unit);
}

/** Where people of some units count on a day. @param on ISO day */
export function unitsOn(catalog: CatalogFacts, ids: readonly string[], on: string): UnitOnDay[] {
  const day = isoToPacked(on);
  return ids.flatMap((namedId) => {
    const counted = catalog.unitOn(namedId, day);
    const unit = counted === null ? null : catalog.unitOfId(counted.id);
    return unit === null
      ? []
      : [
          {
            namedId,
            id: unit.id,
            fullName: unit.fullName,
            areaFlags: unit.areaFlags,
            validFrom: unit.validFrom,
          },
        ];
  });
}

export function postsList(catalog: CatalogFacts): PostOption[] {
  return [...catalog.postsInView]
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(({ id, key, name, maker, group, category, order, validFrom, validTo }) => ({
      id,
      key,
      name,
      isOurs: maker === null || maker.isOurs,
      group,
      category,
      order,
      validFrom,
      validTo,
    }));
}

export function standardsList(roster: OpenRoster): StandardSetRow[] {
  return allStandardSets(roster.db).map(({ id, fields, rules }) => ({
    id,
    fields,
    rules: rules.map((rule) => ({ id: rule.id, fields: rule.fields })),
  }));
}

/** @throws AppError row-unknown when the roster has no office row, which no program writes */
export function officeGet(roster: OpenRoster): { id: string; fields: Record<string, FieldValue> } {
  const row = officeRow(roster.db);
  if (row === null) throw appError("row-unknown", { id: "office" });
  return { id: row.id, fields: row.fields };
}

/**
 * Edits one row of the catalog as one change.
 * @throws AppError row-unknown, validation, rules-contradict, roster-readonly
 */
export function catalogEdit(
  roster: OpenRoster,
  entity: CatalogEntity,
  id: string,
  fields: Readonly<Record<string, FieldValue>>,
  reason: string | null,
): { changeId: number | null; warnings: FieldIssue[] } & Written {
  const before = rowFields(roster.db, entity, id);
  // Rows of other offices came with their files and are theirs.
  const isOthers = entity === "office" && officeRow(roster.db)?.id !== id;
  if (before === null || isOthers) throw appError("row-unknown", { entity, id });
  const cleaned = enteredFields(entity, fields);
  const issues = catalogIssues(roster, entity, id, { ...before.fields, ...cleaned });
  refuseErrors(issues);
  refuseContradictions(roster, [{ entity, id, isNew: false, fields: cleaned }]);
  const { changeId, proposed } = roster.write({
    action: "catalog",
    reason,
    edits: [{ kind: "update", entity, id, fields: cleaned }],
  });
  return { changeId, proposed, warnings: issues };
}

/**
 * Adds one row to the catalog as one change.
 * @throws AppError value-invalid for an id that is taken; validation, rules-contradict, roster-readonly
 */
export function catalogAdd(
  roster: OpenRoster,
  entity: CatalogEntity,
  id: string,
  fields: Readonly<Record<string, FieldValue>>,
  reason: string | null,
): { changeId: number | null; warnings: FieldIssue[] } & Written {
  if (rowFields(roster.db, entity, id) !== null) throw appError("value-invalid", { field: "id", value: id });
  const cleaned = enteredFields(entity, fields);
  const warnings = catalogIssues(roster, entity, id, cleaned);
  refuseErrors(warnings);
  refuseContradictions(roster, [{ entity, id, isNew: true, fields: cleaned }]);
  const edits = [{ kind: "create", entity, id, fields: cleaned }] as const;
  const { changeId, proposed } = roster.write({ action: "catalog", reason, edits });
  return { changeId, proposed, warnings };
}

/** What is wrong with a row of the catalog as it would be after an edit, beside the other rows of its entity. */
function catalogIssues(
  roster: OpenRoster,
  entity: CatalogEntity,
  id: string,
  fields: Readonly<Record<string, FieldValue>>,
): FieldIssue[] {
  return rowsToCheck(roster, entity)(id, fields);
}

/**
 * The check of an entity's rows, for as many of them as one change writes. Rows that another office made for itself do not
 * stand in the way: it may have chosen any key.
 * @param written rows that are written together, as they would be; they stand in place of what is there
 */
export function rowsToCheck(
  roster: OpenRoster,
  entity: CatalogEntity,
  written: ReadonlyMap<string, RowFields> = new Map(),
): (id: string, fields: RowFields) => FieldIssue[] {
  const { checkAmong, single } = entityDefinition(entity);
  if (checkAmong === undefined) return (id, fields) => validateCatalogRow(entity, id, fields);
  const stored = allRows(roster.db, entity);
  const makers = makersOf(
    roster.log,
    entity,
    stored.map(({ id }) => id),
  );
  const ours = stored.filter(({ id }) => makers.get(id)?.isOurs !== false);
  const rows = new RowsTogether(new Map([...ours.map((row) => [row.id, row.fields] as const), ...written]));
  const known = new Set(single === true ? stored.map(({ id }) => id) : []);
  return (id, fields) => validateCatalogRow(entity, id, fields, known.has(id) ? noOthers : rows.without(id));
}

function matches(unit: Unit, query: string): boolean {
  return searchTokens(unitQuery(query)).every(
    (token) => unit.code.startsWith(token) || isFoundBy(unit.fullName, token),
  );
}

function optionOf({ id, code, fullName, level, validFrom, validTo }: Unit): UnitOption {
  return { id, code, fullName, level, validFrom, validTo };
}

function rowOf(catalog: CatalogFacts, unit: Unit): UnitRow {
  const parent = unit.parentPk === null ? null : (catalog.units[catalog.unitOfPk(unit.parentPk)] ?? null);
  return {
    ...optionOf(unit),
    parentName: parent?.fullName ?? null,
    formedFrom: unit.formedFrom,
    areaFlags: unit.areaFlags ?? "",
  };
}
