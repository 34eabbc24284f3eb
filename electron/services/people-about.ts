/** People whom a change names in rows that are nobody's, such as two who are kept apart: the log leads to them as well. */
import type { ChangeRow } from "../../shared/contract/schemas/changes";
import { entityDefinition } from "../../shared/domain/entities";
import type { ReadHandle } from "../roster/file/handle";
import { type ChangeDetailRow, titleOfRow } from "../roster/read/change-details";
import { rowFields } from "../roster/read/rows";

/** Each once, in the order in which they are named. */
export function peopleAbout(db: ReadHandle, details: readonly ChangeDetailRow[]): ChangeRow["about"] {
  const ids = details.flatMap(({ entity, before, after }) => {
    const { aside, fields } = entityDefinition(entity);
    if (aside !== true) return [];
    return Object.entries(fields)
      .filter(([, { type, entity: target }]) => type === "reference" && target === "official")
      .flatMap(([field]) => after[field] ?? before[field] ?? []);
  });
  return [...new Set(ids.map(String))].map((id) => ({
    id,
    fullName: titleOfRow(db, "official", id),
    present: rowFields(db, "official", id) !== null,
  }));
}
