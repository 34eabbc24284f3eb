/** Rows of a catalog as people name them: by a title of their own, for the few hundred that an office has. */
import { entityDefinition, type EntityName, isOfPerson } from "../../shared/domain/entities";
import { allRows } from "../roster/read/rows";
import type { OpenRoster } from "./open-roster";

/** @returns none for people, of whom there are too many, and for entities whose title is no text of their own */
export function titledRows(
  { db }: Pick<OpenRoster, "db">,
  entity: EntityName,
): readonly { readonly id: string; readonly name: string }[] {
  const { title, fields } = entityDefinition(entity);
  if (isOfPerson(entity) || title === null || fields[title]?.type !== "text") return [];
  return allRows(db, entity).map(({ id, fields: row }) => ({ id, name: String(row[title] ?? "") }));
}
