/** Opens the editor of a set, a rule or a post on what was typed into it before the program ended. */
import { useEffect, useEffectEvent } from "react";
import { v7 as newId } from "uuid";
import type { ToldFormDraft } from "../../../../shared/contract/schemas/form-drafts";
import type { RowFields } from "../../../../shared/domain/validate/fields";
import { liveForms, useTaken } from "../../../app/unsaved/live-forms";
import type { EditedRow } from "./row-dialog";

/** A row as the roster has it now. */
export interface StoredRow {
  readonly fields: RowFields;
  readonly title: string;
}

/**
 * @param forms entities whose editor this is
 * @param rowOf the row that is stored under an id; undefined while that is not known, null where there is none
 */
export function useTakenRow(
  forms: readonly EditedRow["entity"][],
  rowOf: (id: string) => StoredRow | null | undefined,
  open: (row: EditedRow) => void,
): void {
  const taken = useTaken(
    ({ form, about }) => forms.some((one) => one === form) && rowOf(about) !== undefined,
  );
  const take = useEffectEvent((draft: ToldFormDraft) => {
    const entity = forms.find((one) => one === draft.form);
    if (entity !== undefined) open(editedOf(entity, draft, rowOf(draft.about) ?? null));
    liveForms.take(null);
  });
  useEffect(() => {
    if (taken !== null) take(taken);
  }, [taken]);
}

/** What was typed over the row as it stands; as a new one where it is not in the roster any more. */
function editedOf(
  entity: EditedRow["entity"],
  { id: draftId, about, rows }: ToldFormDraft,
  stored: StoredRow | null,
): EditedRow {
  const own = rows.find(({ id }) => id === about);
  const isGone = stored === null && own?.isNew === false;
  return {
    entity,
    id: isGone ? newId() : about,
    isNew: stored === null,
    fields: stored?.fields ?? own?.began ?? {},
    title: stored?.title ?? "",
    isWaiting: () => false,
    taken: { draftId, fields: own?.fields ?? {} },
  };
}
