/** What of a draft can be kept: a call takes no longer text, and would refuse everything beside it. */
import { longestValue } from "../../../shared/contract/limits";
import type { FormDraft } from "../../../shared/contract/schemas/form-drafts";
import type { FieldValue } from "../../../shared/domain/entities";

/**
 * A draft without the texts that are too long to be kept.
 * @returns `left`: the fields that were left out
 */
export function keepable(draft: FormDraft): {
  readonly draft: FormDraft;
  readonly left: readonly { readonly entity: string; readonly field: string }[];
} {
  const isLong = (value: FieldValue) => typeof value === "string" && value.length > longestValue;
  const left = draft.rows.flatMap(({ entity, fields }) =>
    Object.entries(fields).flatMap(([field, value]) => (isLong(value) ? [{ entity, field }] : [])),
  );
  if (left.length === 0) return { draft, left };
  const rows = draft.rows.map((row) => ({
    ...row,
    fields: Object.fromEntries(Object.entries(row.fields).filter(([, value]) => !isLong(value))),
  }));
  return { draft: { ...draft, rows }, left };
}
