/**
 * What callers of the change log hand in and get back.
 *
 * An edit says what a person did to a row; ops, hashes and superseded values are the log's own business.
 */
import type { EntityName, FieldValue } from "../../../shared/domain/entities";
import type { StoredOp } from "../log/op-rows";
import type { Touched } from "../projection/touched";

/** Field name to value, as the registry names them. References are row ids. */
export type EditFields = Readonly<Record<string, FieldValue>>;

export type Edit =
  /** A new row. The id comes from `ChangeLog.newId()` or is a fixed one of a shipped catalog. */
  | { readonly kind: "create"; readonly entity: EntityName; readonly id: string; readonly fields: EditFields }
  /** Other values for some fields; those that are equal already are left out. */
  | { readonly kind: "update"; readonly entity: EntityName; readonly id: string; readonly fields: EditFields }
  /** Takes the row and the rows that it owns out of the tables; all stay in the log. */
  | { readonly kind: "remove"; readonly entity: EntityName; readonly id: string; readonly reason: string }
  /** Values that take the place of all that are there, also where one of them is the same: settles a conflict. */
  | { readonly kind: "settle"; readonly entity: EntityName; readonly id: string; readonly fields: EditFields }
  /**
   * Settles whether a row is there, whatever was said before: removed with a reason, together with what belongs to it and
   * cannot be shown without it, or kept (null), together with what had been removed along with it.
   */
  | {
      readonly kind: "decide";
      readonly entity: EntityName;
      readonly id: string;
      readonly removed: string | null;
    }
  /** Two rows are one from now on: `id` goes up in `into`, and what belongs to it is shown there. */
  | { readonly kind: "join"; readonly entity: EntityName; readonly id: string; readonly into: string }
  /** Brings a removed row back as it was. */
  | { readonly kind: "restore"; readonly entity: EntityName; readonly id: string };

/** One action of a person (or one reception): all its edits are written, or none. */
export interface ChangeRequest {
  /** Key of the `actions` namespace. */
  readonly action: string;
  readonly user: string;
  readonly reason?: string | null;
  /** May be a generator: edits are written as they come. */
  readonly edits: Iterable<Edit>;
  /** Bytes of documents; those that the edits name are kept with them. */
  readonly documents?: readonly Uint8Array[];
  /** Called every 10,000 ops with the number written so far. */
  readonly onProgress?: (opCount: number) => void;
}

export interface WriteResult {
  /** Id of the change in this roster; null when nothing differed and nothing was written. */
  readonly changeId: number | null;
  readonly opCount: number;
  /** Of these, ops that do not count until somebody with authority accepts them. */
  readonly proposals: number;
  /** The first of these. */
  readonly waiting: readonly StoredOp[];
  /** Rows that were and stay removed, of which values were written all the same: by an undo of what came before. */
  readonly keptOut: number;
  /** Rows that an undo of a change of many records left as they are, since somebody went on from them. */
  readonly keptLater: number;
  readonly touched: Touched;
}
