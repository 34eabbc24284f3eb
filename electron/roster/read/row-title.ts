/** What a row that is in the tables is called by its own text: as of a day that is over, by what was known then. */
import { entityDefinition, type EntityName, fieldDefinition } from "../../../shared/domain/entities";
import type { ReadHandle } from "../file/handle";
import { rowFields } from "./rows";

/** @param id UUID @returns null for a row that is not there, and for one that another row names */
export function shownTitle(db: ReadHandle, entity: EntityName, id: string): string | null {
  const { title } = entityDefinition(entity);
  if (title === null || fieldDefinition(entity, title)?.type !== "text") return null;
  const name = rowFields(db, entity, id)?.fields[title];
  return typeof name === "string" ? name : null;
}
