/**
 * Plain tables of the catalog, whatever entity: their rows in order, found without marks, one added, edited or removed; and
 * what of a code list is offered while somebody types.
 */
import { appError, type FieldIssue } from "../../shared/contract/errors";
import type { ListOffer, TableRow } from "../../shared/contract/schemas/catalog-tables";
import type { Written } from "../../shared/contract/schemas/proposed";
import { entityDefinition, type TableEntity } from "../../shared/domain/entities";
import type { CodeList } from "../../shared/domain/entities/definition";
import { type RowFields, textOf } from "../../shared/domain/validate/fields";
import { isFoundBy } from "../../shared/text/fold";
import { textSortKey } from "../../shared/text/sort-key";
import { makersOf } from "../roster/read/made-by";
import { allRows, rowFields, type StoredRow } from "../roster/read/rows";
import { catalogAdd, catalogEdit } from "./catalog";
import type { OpenRoster } from "./open-roster";

export interface TableQuery {
  readonly entity: TableEntity;
  /** Only rows of this answer, of entities that are looked at so; null: all. */
  readonly of: string | null;
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
}

/** One page of a table's rows, found by beginnings of words of any of their texts. */
export function tableRows(
  roster: OpenRoster,
  { entity, of, query, offset, limit }: TableQuery,
): { total: number; filled: string[]; rows: TableRow[] } {
  const { table, fields: all } = entityDefinition(entity);
  const by = table?.by;
  const found = sortedRows(roster, entity).filter(
    ({ fields }) =>
      (by === undefined || of === null || fields[by] === of) &&
      (query === "" || isFoundBy(textOfRow(fields), query)),
  );
  const page = found.slice(offset, offset + limit);
  const makers = makersOf(
    roster.log,
    entity,
    page.map(({ id }) => id),
  );
  return {
    total: found.length,
    filled: Object.keys(all).filter((field) => found.some(({ fields }) => fields[field] !== null)),
    rows: page.map(({ id, fields }) => ({ id, fields, isOurs: makers.get(id)?.isOurs !== false })),
  };
}

/** @throws AppError as catalogAdd and catalogEdit */
export function tableRowSave(
  roster: OpenRoster,
  {
    entity,
    id,
    isNew,
    fields,
  }: {
    readonly entity: TableEntity;
    readonly id: string;
    readonly isNew: boolean;
    readonly fields: RowFields;
  },
): { changeId: number | null; warnings: FieldIssue[] } & Written {
  return (isNew ? catalogAdd : catalogEdit)(roster, entity, id, fields, null);
}

/** @throws AppError row-unknown, roster-readonly */
export function tableRowRemove(
  roster: OpenRoster,
  entity: TableEntity,
  id: string,
): { changeId: number | null } & Written {
  if (rowFields(roster.db, entity, id) === null) throw appError("row-unknown", { entity, id });
  const edits = [{ kind: "remove", entity, id, reason: "removed" }] as const;
  const { changeId, proposed } = roster.write({ action: "catalog", reason: null, edits });
  return { changeId, proposed };
}

/**
 * What is offered of a code list on a day.
 * @param byCode codes are written and not names; entries without one are left out
 * @param on ISO day
 */
export function listOffers(roster: OpenRoster, list: CodeList, byCode: boolean, on: string): ListOffer[] {
  const seen = new Set<string>();
  return sortedRows(roster, "listItem").flatMap(({ fields }) => {
    const name = textOf(fields, "name");
    const text = byCode ? textOf(fields, "code") : name;
    if (fields["list"] !== list || text === null || !holdsOn(fields, on) || seen.has(text)) return [];
    seen.add(text);
    const others = (textOf(fields, "aliases") ?? "").split(";").map((other) => other.trim());
    return [
      {
        text,
        name: byCode ? name : null,
        others: [...(byCode && name !== null ? [name] : []), ...others.filter((other) => other !== "")],
      },
    ];
  });
}

/** ISO days compare as text. */
function holdsOn(fields: RowFields, on: string): boolean {
  return (textOf(fields, "validFrom") ?? on) <= on && on <= (textOf(fields, "validTo") ?? on);
}

/** By the place that rows give themselves, those with a beginning newest first, and then by name. */
function sortedRows(roster: OpenRoster, entity: TableEntity): StoredRow[] {
  const { since, title } = entityDefinition(entity);
  const placed = allRows(roster.db, entity).map((row) => ({
    row,
    place: Number(row.fields["order"] ?? Number.MAX_SAFE_INTEGER),
    since: since === undefined ? "" : (textOf(row.fields, since) ?? ""),
    name: textSortKey(title === null ? "" : (textOf(row.fields, title) ?? "")),
  }));
  placed.sort(
    (a, b) =>
      a.place - b.place ||
      compare(b.since, a.since) ||
      compare(a.name, b.name) ||
      compare(a.row.id, b.row.id),
  );
  return placed.map(({ row }) => row);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function textOfRow(fields: RowFields): string {
  return Object.values(fields)
    .filter((value) => typeof value === "string")
    .join(" ");
}
