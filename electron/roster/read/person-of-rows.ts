/** The one person whom rows are about, by name: what is told of changes that cannot be shown themselves. */
import { entityById } from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import { officialOf } from "../../../shared/sync/row-owner";
import type { ReadHandle } from "../file/handle";
import { opsAs } from "../log/one-entity";
import { everyOpOfRow } from "../log/op-rows";
import { titleOfRow } from "./change-details";

/** Rows looked at; who is told of more than these is told of nobody. */
const mostRows = 50;

/** @returns null where it is nobody, several, or cannot be told by what is left */
export function personOfRows(db: ReadHandle, rows: readonly Uint8Array[]): string | null {
  if (rows.length > mostRows) return null;
  const people = new Set(rows.flatMap((row) => personOf(db, row) ?? []));
  const [only, ...others] = people;
  if (only === undefined || others.length > 0) return null;
  const name = titleOfRow(db, "official", only);
  return name === "" ? null : name;
}

function personOf(db: ReadHandle, row: Uint8Array): string | null {
  const every = everyOpOfRow(db, row);
  const entity = entityById(every[0]?.entity ?? 0);
  return entity === null ? null : officialOf(entity, bytesToUuid(row), foldRow(opsAs(entity, every)));
}
