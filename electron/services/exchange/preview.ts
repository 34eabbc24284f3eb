/** What received files do, person by person and field by field, in words; read from the session that took them in. */
import type { ReceivedPerson } from "../../../shared/contract/schemas/exchange";
import { uuidToBytes } from "../../../shared/sync/bytes";
import type { Translate } from "../../../shared/i18n";
import { rowDetailSince } from "../../roster/read/change-details";
import { officialRecord } from "../../roster/read/officials";
import { rowFields } from "../../roster/read/rows";
import type { ReadHandle } from "../../roster/file/handle";
import { writersOfRow } from "../../roster/log/op-rows";
import type { TouchedPerson } from "../../roster/receive/receipt-effects";
import type { ReceiveSession } from "../../roster/receive/receive-session";
import { detailInWords } from "../changes";
import type { OfficeNames } from "./own-office";
import { CatalogFacts } from "../../roster/read/index/catalog-facts";

/** Rows of one entry that are shown; the catalog's may be hundreds. */
const mostRows = 100;

/** One page of what an open session would change. */
export function previewPage(
  session: ReceiveSession,
  t: Translate,
  offset: number,
  limit: number,
  names: OfficeNames,
): { total: number; rows: ReceivedPerson[] } {
  const { db, effects } = session;
  const catalog = new CatalogFacts(db, t);
  const firstOp = session.firstOp ?? Number.MAX_SAFE_INTEGER;
  return {
    total: effects.size,
    rows: effects.touched(offset, limit).map((person) => ({
      ...personInWords(db, catalog, t, person, firstOp),
      changedBy: changedBy(db, names, person, firstOp),
    })),
  };
}

function personInWords(
  db: ReadHandle,
  catalog: CatalogFacts,
  t: Translate,
  person: TouchedPerson,
  firstOp: number,
): Omit<ReceivedPerson, "changedBy"> {
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

/** The office that came with changes of a record which it did not make. */
function changedBy(
  db: ReadHandle,
  names: OfficeNames,
  { id, effect, rows }: TouchedPerson,
  firstOp: number,
): string | null {
  if (id === null || effect === "added") return null;
  const creator = writersOfRow(db, uuidToBytes(id), 0)[0];
  if (creator === undefined) return null;
  const owner = names.of(creator);
  const others = rows
    .flatMap((row) => writersOfRow(db, uuidToBytes(row.id), firstOp))
    .map((writer) => names.of(writer));
  return others.find((name) => name !== "" && name !== owner) ?? null;
}

/** The unit of somebody's main or latest assignment. */
export function unitNameOf(db: ReadHandle, catalog: CatalogFacts, officialId: string): string {
  const assignments = officialRecord(db, officialId)?.rows.assignment ?? [];
  const open = assignments.filter(({ fields }) => fields["to"] === null);
  const shown = open.find(({ fields }) => fields["main"] === true) ?? open.at(-1) ?? assignments.at(-1);
  return catalog.unitOfId(String(shown?.fields["unit"] ?? ""))?.fullName ?? "";
}
