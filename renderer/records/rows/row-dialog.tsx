/**
 * Editor of one row of a record. The row goes back into the draft whole and right, or not at all, so that the draft
 * itself never holds half a date.
 */
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldIssue } from "../../../shared/contract/errors";
import type { OwnedEntity } from "../../../shared/domain/entities";
import type { FieldSlot } from "../field/field-grid";
import { FirstFocus } from "../field/first-focus";
import { issuesOf } from "../issue-words";
import type { RecordRow } from "../record-draft";
import { controlId } from "../use-record-draft";
import { type OfferedOf, RowSlots } from "./row-slots";
import { useUnsavedGuard } from "../../app/unsaved/guard";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { DialogFoot } from "../../components/dialog-foot";
import { useStopped } from "../../components/picker/unsettled";

export interface RowDialogProps {
  readonly entity: OwnedEntity;
  readonly row: RecordRow;
  readonly asOf: string;
  readonly title: string;
  readonly slots: readonly FieldSlot[];
  readonly offeredOf?: OfferedOf | undefined;
  readonly isWaiting: (field: string) => boolean;
  /** What is wrong with the record if the row were this one. */
  readonly check: (row: RecordRow) => readonly FieldIssue[];
  /** What is typed, while it differs from what the dialog began with; null where it does no more. */
  readonly onTyped: (row: RecordRow | null) => void;
  readonly onDone: (row: RecordRow) => void;
  readonly onCancel: () => void;
}

export function RowDialog(props: RowDialogProps) {
  const { t } = useTranslation(["records", "issues", "domain"]);
  const { entity } = props;
  const [row, setRow] = useState(props.row);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const issues = props.check(row).filter((issue) => issue.rowId === row.id);

  const dirty = Object.keys(row.fields).some((field) => differs(props.row, row, field));
  useUnsavedGuard({ dirty });
  const say = useEffectEvent(props.onTyped);
  useEffect(() => say(dirty ? row : null), [row, dirty]);

  /** A field that is left as it was found is no mistake yet: the focus also passes through while the dialog opens. */
  const touch = (field: string) => {
    if (!differs(props.row, row, field)) return;
    setTouched((before) => new Set([...before, field]));
  };

  const form = useRef<HTMLFormElement>(null);
  useStopped(form, () => setAttempted(true));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const wrong = issues.find((issue) => issue.severity === "error");
    if (wrong === undefined) {
      props.onDone(row);
      return;
    }
    setAttempted(true);
    document.getElementById(controlId(row.id, wrong.field))?.focus();
  };

  return (
    <Dialog dirty={dirty} onClose={props.onCancel} size="42rem" title={props.title}>
      <form ref={form} onSubmit={submit} noValidate>
        <FirstFocus>
          <RowSlots
            entity={entity}
            row={row}
            slots={props.slots}
            offeredOf={props.offeredOf}
            on={props.asOf}
            saidOf={(field) => {
              const found = issuesOf(t, issues, row.id, field);
              const shown = attempted || touched.has(field);
              return {
                error: shown ? found.error : undefined,
                warning: shown || !row.isNew ? found.warning : undefined,
                waiting: props.isWaiting(field) && !differs(props.row, row, field),
              };
            }}
            onChange={(_field, change) => setRow(change)}
            onBlur={touch}
          />
        </FirstFocus>
        <DialogFoot>
          <Button variant="default" onClick={props.onCancel}>
            {t("records:dialog.cancel")}
          </Button>
          <Button type="submit">{t("records:dialog.apply")}</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function differs(a: RecordRow, b: RecordRow, field: string): boolean {
  return (a.fields[field] ?? null) !== (b.fields[field] ?? null);
}
