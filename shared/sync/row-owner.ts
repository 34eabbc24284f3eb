/** Whose row it is, asked alike by what counts a packet's effect, lists conflicts and says who may know a row. */
import { type EntityName, isOwned, ownerField } from "../domain/entities";
import { isUuid } from "./bytes";
import type { RowState } from "./fold";

/** The official whom a row belongs to, their own row included; null for rows of nobody. */
export function officialOf(
  entity: EntityName,
  rowId: string,
  { values }: Pick<RowState, "values">,
): string | null {
  if (entity === "official") return rowId;
  const owner = isOwned(entity) ? values.get(ownerField(entity).id) : null;
  return typeof owner === "string" && isUuid(owner) ? owner : null;
}
