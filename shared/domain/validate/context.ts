/** One person's record as validation reads it; the form and the service build it from their own sources. */
import type { DraftRow, RowFields } from "../checks/reading";
import type { OwnedEntity } from "../entities";

export type { DraftRow, ValidationContext, Validity } from "../checks/reading";

/** One person as the record would be after the save; removed rows left out. */
export interface OfficialDraft {
  readonly id: string;
  readonly fields: RowFields;
  readonly rows: Readonly<Record<OwnedEntity, readonly DraftRow[]>>;
}
