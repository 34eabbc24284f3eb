/** A person's record as it would be after what is planned: what checks look at before anything is written. */
import { byOwned, type FieldValue } from "../domain/entities";
import type { OfficialDraft } from "../domain/validate/context";
import type { RowWrite, StoredPerson } from "./compare";

export function afterwards(
  stored: StoredPerson | null,
  id: string,
  writes: readonly RowWrite[],
): OfficialDraft {
  const fieldsAfter = (rowId: string, before: Readonly<Record<string, FieldValue>>) => ({
    ...before,
    ...writes.find((write) => write.id === rowId)?.fields,
  });
  return {
    id,
    fields: fieldsAfter(id, stored?.fields ?? {}),
    rows: byOwned((entity) => [
      ...(stored?.rows[entity] ?? []).map((row) => ({ id: row.id, fields: fieldsAfter(row.id, row.fields) })),
      ...writes
        .filter((write) => write.isNew && write.entity === entity)
        .map((write) => ({ id: write.id, fields: write.fields })),
    ]),
  };
}
