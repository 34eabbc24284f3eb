/** Keeps what is typed into a form of one row of the registry until it is saved or given up; see app/unsaved/kept-draft.ts. */
import { useEffect, useEffectEvent } from "react";
import type { FormDraftRow } from "../../shared/contract/schemas/form-drafts";
import type { EntityName } from "../../shared/domain/entities";
import type { RowFields } from "../../shared/domain/validate/fields";
import { useKeptDraft } from "../app/unsaved/kept-draft";
import { draftOfRow } from "./form-draft";

export interface RowOfForm extends Pick<FormDraftRow, "id" | "isNew"> {
  readonly entity: EntityName;
  /** As the row stood when typing began; what the form filled in, of a new one. */
  readonly began: RowFields;
  /** As it stands in the form. */
  readonly fields: RowFields;
}

/**
 * @param row null: nothing of the form is kept
 * @param takenId the draft with which the form began, if it did
 */
export function useRowDraft(row: RowOfForm | null, takenId: string | null): void {
  const content = () => (row === null ? null : draftOfRow(row.entity, row, row.fields));
  const kept = useKeptDraft({ content, mark: JSON.stringify(content()) });
  const goOn = useEffectEvent((id: string) => kept.takeOver(id));
  useEffect(() => {
    if (takenId !== null) goOn(takenId);
  }, [takenId]);
}
