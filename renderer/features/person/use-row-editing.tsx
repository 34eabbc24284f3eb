/** Adding, editing and removing rows of one list of the form; the form keeps the rows, the dialog one of them. */
import { type ReactNode, useState } from "react";
import { v7 as newId } from "uuid";
import type { FieldIssue } from "../../../shared/contract/errors";
import type { FieldValue, OwnedEntity } from "../../../shared/domain/entities";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { validateOfficial } from "../../../shared/domain/validate/official";
import { draftOf, type FormRow, type RecordForm } from "./record-form";
import { RowDialog } from "./row-dialog";
import type { RecordFormState } from "./use-record-form";
import { todayPacked } from "./use-reference-data";

export interface RowEditing {
  readonly rows: readonly FormRow[];
  readonly add: (fields: Record<string, FieldValue>, names?: FormRow["names"]) => void;
  readonly edit: (row: FormRow) => void;
  readonly remove: (row: FormRow) => void;
  /** The open dialog, if one is. */
  readonly dialog: ReactNode;
}

export function useRowEditing(state: RecordFormState, entity: OwnedEntity, asOf: string): RowEditing {
  const [open, setOpen] = useState<FormRow | null>(null);
  const rows = state.values.rows[entity];
  const withRows = (next: readonly FormRow[]) => ({ ...state.values.rows, [entity]: next });
  const write = (next: readonly FormRow[]) =>
    state.form.setValue("rows", withRows(next), { shouldDirty: true });

  const placed = (row: FormRow): FormRow[] =>
    rows.some((one) => one.id === row.id)
      ? rows.map((one) => (one.id === row.id ? row : one))
      : [row, ...rows];

  const check = (row: FormRow): readonly FieldIssue[] => {
    const form: RecordForm = { ...state.values, rows: withRows(placed(row)) };
    return validateOfficial(draftOf(form), {
      today: todayPacked(),
      asOf: isoToPacked(asOf),
      unitOf: state.reference.unitOf,
      postOf: state.reference.postOf,
    });
  };

  return {
    rows,
    add: (fields, names = {}) => setOpen({ id: newId(), isNew: true, fields, names }),
    edit: setOpen,
    remove: (row) => write(rows.filter((one) => one.id !== row.id)),
    dialog:
      open === null ? null : (
        <RowDialog
          entity={entity}
          row={open}
          asOf={asOf}
          check={check}
          onCancel={() => setOpen(null)}
          onDone={(row) => {
            write(placed(row));
            setOpen(null);
          }}
        />
      ),
  };
}
