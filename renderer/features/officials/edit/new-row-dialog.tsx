/**
 * Asks, where a cell is filled whose row is not on record yet, what else that row needs: of a post its unit and its day.
 * What was typed into the cell stands in it already, and the unit is the own one where no other can be meant.
 */
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { PersonColumn } from "../../../../shared/columns/column";
import { unsaidOfNewRow } from "../../../../shared/columns/new-row";
import type { FieldIssue } from "../../../../shared/contract/errors";
import type { UnitOption } from "../../../../shared/contract/schemas/catalog";
import type { Moment } from "../../../../shared/contract/schemas/common";
import {
  entityDefinition,
  fieldDefinition,
  type FieldValue,
  type OwnedEntity,
} from "../../../../shared/domain/entities";
import { hasErrors, questionKey } from "../../../../shared/domain/validate/issue";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useOwnUnit } from "../../../app/session/own-unit";
import { errorDataOf } from "../../../bridge/bridge";
import { useCall, useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { Dialog, useTyped } from "../../../components/dialog";
import { DialogFoot } from "../../../components/dialog-foot";
import { askQuestions } from "../../../records/ask-questions";
import { issuesOf, issueText } from "../../../records/issue-words";
import type { RecordRow } from "../../../records/record-draft";
import { useRowReader } from "../../../records/row-words";
import { RowSlots } from "../../../records/rows/row-slots";
import { useRowWhat } from "./row-what";
import classes from "./edit.module.css";

export interface NewRowDialogProps {
  readonly officialId: string;
  readonly name: string;
  readonly moment: Moment;
  /** Of an entity of the person's. */
  readonly column: PersonColumn & { readonly entity: OwnedEntity };
  /** What was typed into the cell, and what it is called. */
  readonly value: FieldValue;
  readonly label: string;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

export function NewRowDialog(props: NewRowDialogProps) {
  const { t } = useTranslation("grid");
  const what = useRowWhat();
  const own = useOwnUnit();
  const title = t("newRow.title", { what: what(props.column.entity), name: props.name });
  return (
    <Dialog title={title} size="42rem" onClose={props.onClose}>
      {own === undefined ? null : <NewRowForm {...props} own={own} />}
    </Dialog>
  );
}

function NewRowForm(props: NewRowDialogProps & { readonly own: Pick<UnitOption, "id" | "fullName"> | null }) {
  const { t } = useTranslation(["grid", "records", "issues", "domain"]);
  const { column, moment } = props;
  const { entity } = column;
  const unsaid = unsaidOfNewRow(column, new Set([column.field]));
  const slots = Object.keys(entityDefinition(entity).fields).filter(
    (field) => field === column.field || unsaid.includes(field),
  );
  const [row, setRow] = useState(() => begun(props, unsaid));
  const [first] = useState(() => slots.find((field) => (row.fields[field] ?? null) === null));
  const [typed, setTyped] = useState(false);
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const send = useSend("officialSave");
  const known = useCall("officialGet", { id: props.officialId, moment });
  const reader = useRowReader(entity);
  useTyped(typed && !send.isPending);

  const save = async (answered: readonly string[]) => {
    try {
      const saved = await send.mutateAsync({
        action: "edit",
        reason: null,
        officialId: props.officialId,
        official: null,
        rows: [{ entity, id: row.id, isNew: true, fields: { ...row.fields } }],
        removed: [],
        answered: [...answered],
      });
      const warned = saved.warnings.map((issue) => issueText(t, issue)).join(" ");
      toastSaved([t("grid:edit.saved", { name: props.name }), warned].join(" ").trim(), saved, {
        undo: true,
      });
      props.onSaved();
    } catch (error) {
      const { code, issues: marks = [] } = errorDataOf(error);
      const found = marks.filter(({ severity }) => severity !== "warning");
      if (code !== "validation" || found.length === 0) toastFailed(error);
      else if (hasErrors(found)) setIssues(found);
      else if ((await askQuestions(t, found)) === "save")
        await save([...answered, ...found.map(questionKey)]);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!send.isPending) void save([]);
  };
  const elsewhere = issues.filter(({ rowId, field }) => rowId !== row.id || !slots.includes(field));
  const onRecord = (known.data?.rows[entity] ?? []).map((one) => reader.name({ ...one, isNew: false }));
  return (
    <form noValidate onSubmit={submit}>
      {onRecord.length === 0 ? null : (
        <p className={classes.manyHint}>{t("grid:newRow.known", { rows: onRecord.join("; ") })}</p>
      )}
      <RowSlots
        entity={entity}
        row={row}
        slots={slots.map((field) => ({ field, span: 6 }))}
        on={moment.on}
        first={first}
        saidOf={(field) => ({ error: issuesOf(t, issues, row.id, field).error })}
        onChange={(field, change) => {
          setRow(change);
          setIssues((before) => before.filter((issue) => issue.field !== field));
          setTyped(true);
        }}
      />
      {elsewhere.length === 0 ? null : (
        <p role="alert" className={classes.refused}>
          {elsewhere.map((issue) => issueText(t, issue)).join(" ")}
        </p>
      )}
      <DialogFoot>
        <Button variant="default" onClick={props.onClose}>
          {t("grid:edit.cancel")}
        </Button>
        <Button type="submit" loading={send.isPending} data-autofocus={first === undefined || undefined}>
          {t("grid:edit.save")}
        </Button>
      </DialogFoot>
    </form>
  );
}

/** The row as far as it is told by the cell, by its column and by where the office is. */
function begun(
  {
    column,
    value,
    label,
    own,
  }: NewRowDialogProps & { readonly own: Pick<UnitOption, "id" | "fullName"> | null },
  unsaid: readonly string[],
): RecordRow {
  const { entity, field, pick } = column;
  const units = own === null ? [] : unsaid.filter((one) => fieldDefinition(entity, one)?.entity === "unit");
  const fields = {
    ...Object.fromEntries(units.map((one) => [one, own?.id ?? null])),
    ...(pick.kind === "best" ? { [pick.by]: pick.value } : {}),
    [field]: value,
  };
  const names = Object.fromEntries([
    ...units.map((one) => [one, own?.fullName ?? ""] as const),
    ...(fieldDefinition(entity, field)?.type === "reference" ? [[field, label] as const] : []),
  ]);
  return { id: newId(), isNew: true, fields, names };
}
