/** What the fields of a row have to do with each other while it is typed: its days, its names, levels on their ladder. */
import {
  entityDefinition,
  fieldDefinition,
  type FieldValue,
  type OwnedEntity,
} from "../../../shared/domain/entities";
import { ladderNamed, levelRank } from "../../../shared/domain/levels";
import { latestDay, packedToIso } from "../../../shared/domain/partial-date";
import { dateOf, textOf } from "../../../shared/domain/validate/fields";
import type { RecordRow } from "../record-draft";

/** Day for which units and posts are offered: the one from which the row holds, else the day looked at. */
export function startDay(entity: OwnedEntity, row: RecordRow, asOf: string): string {
  const { since } = entityDefinition(entity);
  const from = since === undefined ? null : dateOf(row.fields, since);
  return from === null ? asOf : packedToIso(latestDay(from));
}

/** The row with one field changed and what hangs on it: names of references, a level that left its ladder. */
export function withField(
  entity: OwnedEntity,
  row: RecordRow,
  field: string,
  value: FieldValue,
  label?: string,
): RecordRow {
  const fields = { ...row.fields, [field]: value };
  if (fieldDefinition(entity, field)?.type === "reference") {
    return { ...row, fields, names: { ...row.names, [field]: label ?? "" } };
  }
  const off = Object.entries(entityDefinition(entity).fields).filter(([one, { ladder }]) => {
    const level = ladder === field ? textOf(fields, one) : null;
    const named = ladderNamed(textOf(fields, field));
    return level !== null && (named === null || levelRank(named, level) === 0);
  });
  return { ...row, fields: { ...fields, ...Object.fromEntries(off.map(([one]) => [one, null])) } };
}

/** The ladder whose levels a field offers; null for a field that holds no level, or while none is chosen. */
export function ladderOf(entity: OwnedEntity, fields: RecordRow["fields"], field: string): string | null {
  const { ladder } = fieldDefinition(entity, field) ?? {};
  return ladder === undefined ? null : textOf(fields, ladder);
}
