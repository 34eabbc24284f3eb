/** Adding, editing and removing rows of one entity of a record; the draft keeps the rows, the dialog one of them. */
import { type ReactNode, useState } from "react";
import { v7 as newId } from "uuid";
import type { FieldIssue } from "../../../shared/contract/errors";
import type { FieldValue, OwnedEntity } from "../../../shared/domain/entities";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { careerIssues } from "../../../shared/career/record-checks";
import { validateOfficial } from "../../../shared/domain/validate/official";
import { today } from "../../app/session/today";
import { cleanDraft, type RecordRow, type RecordDraft } from "../record-draft";
import { slotsOf } from "./layout";
import { RowDialog } from "./row-dialog";
import type { OfferedOf } from "./row-slots";
import type { RecordState } from "../use-record-draft";

/** Titles of the dialog. */
export interface DialogTitles {
  readonly addTitle: string;
  readonly editTitle: string;
}

export interface RowEditing {
  readonly rows: readonly RecordRow[];
  readonly add: (fields: Readonly<Record<string, FieldValue>>, names?: RecordRow["names"]) => void;
  readonly edit: (row: RecordRow) => void;
  readonly remove: (row: RecordRow) => void;
  /** The open dialog, if one is. */
  readonly dialog: ReactNode;
}

export interface RowEditingOptions {
  readonly state: RecordState;
  readonly entity: OwnedEntity;
  readonly asOf: string;
  readonly titles: DialogTitles;
  readonly first?: readonly string[];
  readonly offeredOf?: OfferedOf | undefined;
}

export function useRowEditing({
  state,
  entity,
  asOf,
  titles,
  first,
  offeredOf,
}: RowEditingOptions): RowEditing {
  const [open, setOpen] = useState<RecordRow | null>(null);
  const rows = state.values.rows[entity];
  const withRows = (next: readonly RecordRow[]) => ({ ...state.values.rows, [entity]: next });
  const write = (next: readonly RecordRow[]) =>
    state.form.setValue("rows", withRows(next), { shouldDirty: true });

  const placed = (row: RecordRow): RecordRow[] =>
    rows.some((one) => one.id === row.id)
      ? rows.map((one) => (one.id === row.id ? row : one))
      : [row, ...rows];

  const check = (row: RecordRow): readonly FieldIssue[] => {
    const form: RecordDraft = { ...state.values, rows: withRows(placed(row)) };
    return validateOfficial(cleanDraft(form), {
      today: isoToPacked(today()),
      asOf: isoToPacked(asOf),
      unitOf: state.references.unitOf,
      postOf: state.references.postOf,
      career: careerIssues,
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
          title={open.isNew ? titles.addTitle : titles.editTitle}
          slots={slotsOf(entity, first)}
          offeredOf={offeredOf}
          check={check}
          isWaiting={(field) => state.waiting.isWaiting(open.id, field)}
          onTyped={(row) => state.hold(row === null ? null : { entity, row })}
          onCancel={() => {
            state.hold(null);
            setOpen(null);
          }}
          onDone={(row) => {
            write(placed(row));
            state.hold(null);
            setOpen(null);
          }}
        />
      ),
  };
}
