/**
 * A row of a catalog that is in no list yet, entered where the import asks what a text means: its name is the text, the rest
 * are answers of lists. It is written with the import, and taken back with it.
 */
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EntityName } from "../../../../shared/domain/entities";
import { cleanFields } from "../../../../shared/domain/validate/clean";
import { type RowFields, validateFields } from "../../../../shared/domain/validate/fields";
import { askedOfNewRow, newRowAnswer, newRowOf } from "../../../../shared/import/new-rows";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { useStopped } from "../../../components/picker/unsettled";
import { DialogFoot } from "../../../components/dialog-foot";
import { FieldGrid, FieldSlotBox } from "../../../records/field/field-grid";
import { FirstFocus } from "../../../records/field/first-focus";
import { RegistryField } from "../../../records/field/registry-field";
import { issuesOf } from "../../../records/issue-words";
import classes from "../import.module.css";

export interface NewRowDialogProps {
  readonly entity: EntityName;
  /** What it begins with: the text as its name, or what was entered before. */
  readonly fields: RowFields;
  readonly onAnswer: (answer: string) => void;
  readonly onClose: () => void;
}

function unsaid(asked: readonly string[]): RowFields {
  return Object.fromEntries(asked.map((field) => [field, null]));
}

export function NewRowDialog({ entity, fields: begun, onAnswer, onClose }: NewRowDialogProps) {
  const { t } = useTranslation(["screen-import", "domain", "issues"]);
  const asked = askedOfNewRow(entity) ?? [];
  const [fields, setFields] = useState(begun);
  const [attempted, setAttempted] = useState(false);
  const issues = validateFields(entity, "", cleanFields(entity, { ...unsaid(asked), ...fields }), {
    complete: false,
  });
  const form = useRef<HTMLFormElement>(null);
  useStopped(form, () => setAttempted(true));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The question behind is in no form, and the dialog is drawn into it.
    event.stopPropagation();
    setAttempted(true);
    const answer = newRowAnswer({ entity, fields });
    if (newRowOf(entity, answer) === null) return;
    onAnswer(answer);
    onClose();
  };
  return (
    <Dialog
      title={t("screen-import:newRow.title", { what: t(`domain:entity.${entity}`).toLowerCase() })}
      dirty={Object.entries(fields).some(([field, value]) => value !== (begun[field] ?? null))}
      onClose={onClose}
    >
      <form ref={form} onSubmit={submit} noValidate>
        <p className={classes.text}>{t("screen-import:newRow.about")}</p>
        <FirstFocus>
          <FieldGrid>
            {asked.map((field) => (
              <FieldSlotBox key={field} span={12}>
                <RegistryField
                  entity={entity}
                  field={field}
                  id={`new-row-${field}`}
                  value={fields[field] ?? null}
                  onChange={(value) => setFields((before) => ({ ...before, [field]: value }))}
                  {...(attempted ? issuesOf(t, issues, "", field) : {})}
                />
              </FieldSlotBox>
            ))}
          </FieldGrid>
        </FirstFocus>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t("screen-import:newRow.cancel")}
          </Button>
          <Button type="submit">{t("screen-import:newRow.take")}</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
