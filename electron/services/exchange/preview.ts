/** What received files do, person by person and field by field, in words; read from the session that took them in. */
import type { ImportPerson } from "../../../shared/contract/schemas/exchange";
import type { Translate } from "../../../shared/i18n";
import { rowDetailSince } from "../../db/repositories/change-details";
import { officialRecord } from "../../db/repositories/officials";
import { rowFields } from "../../db/repositories/rows";
import type { ReadHandle } from "../../db/handle";
import type { TouchedPerson } from "../../db/log/import-effects";
import type { ImportSession } from "../../db/log/import-session";
import { detailInWords } from "../changes";
import { CatalogFacts } from "../roster-index/catalog-facts";

/** Rows of one entry that are shown; the catalog's may be hundreds. */
const mostRows = 100;

/** One page of what an open session would change. */
export function previewPage(
  session: ImportSession,
  t: Translate,
  offset: number,
  limit: number,
): { total: number; rows: ImportPerson[] } {
  const { db, effects } = session;
  const catalog = new CatalogFacts(db, t);
  const firstOp = session.firstOp ?? Number.MAX_SAFE_INTEGER;
  return {
    total: effects.size,
    rows: effects.touched(offset, limit).map((person) => personInWords(db, catalog, t, person, firstOp)),
  };
}

function personInWords(
  db: ReadHandle,
  catalog: CatalogFacts,
  t: Translate,
  person: TouchedPerson,
  firstOp: number,
): ImportPerson {
  const details = person.rows
    .slice(0, mostRows)
    .flatMap(({ id }) => rowDetailSince(db, id, firstOp) ?? [])
    .map((detail) => detailInWords(catalog, t, detail));
  const { id } = person;
  const kind = person.effect;
  if (id === null) return { id, name: "", unitName: "", kind, conflicts: 0, details };
  const name = details.find((detail) => detail.rowLabel !== "")?.rowLabel ?? "";
  return {
    id,
    name: String(rowFields(db, "official", id)?.fields["fullName"] ?? name),
    unitName: unitNameOf(db, catalog, id),
    kind,
    conflicts: Math.max(0, person.conflicts),
    details,
  };
}

/** The unit of somebody's main or latest assignment. */
export function unitNameOf(db: ReadHandle, catalog: CatalogFacts, officialId: string): string {
  const assignments = officialRecord(db, officialId)?.assignments ?? [];
  const open = assignments.filter(({ fields }) => fields["to"] === null);
  const shown = open.find(({ fields }) => fields["main"] === true) ?? open.at(-1) ?? assignments.at(-1);
  return catalog.unitOfId(String(shown?.fields["unit"] ?? ""))?.fullName ?? "";
}
