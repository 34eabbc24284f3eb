/**
 * What our own office wrote for fields of rows and what still waits as a proposal. Forms show and go on from it, or the
 * second of two edits would build on the value that counts, and once both are accepted undo the first.
 */
import type { WaitingRow } from "../../shared/contract/schemas/proposals";
import type { RowFields } from "../../shared/domain/validate/fields";

export interface Waiting {
  readonly of: (rowId: string) => WaitingRow | null;
  readonly isWaiting: (rowId: string, field: string) => boolean;
  /** A row's fields as they are to be gone on from. */
  readonly over: (rowId: string, fields: RowFields) => RowFields;
  /** Asks anew. */
  readonly refetch: () => Promise<unknown>;
}

export const nothingWaits: Waiting = {
  of: () => null,
  isWaiting: () => false,
  over: (_rowId, fields) => fields,
  refetch: () => Promise.resolve(),
};
