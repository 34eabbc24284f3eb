/**
 * Editor of a standard set or one of its rules. An edited row counts as not compared with the law until somebody says
 * so again, because what was confirmed is no longer what stands there.
 */
import { Group } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldValue } from "../../../shared/domain/entities";
import { validateCatalogRow } from "../../../shared/domain/validate/catalog";
import { cleanFields } from "../../../shared/domain/validate/clean";
import { type RowFields, textOf } from "../../../shared/domain/validate/fields";
import { hasErrors } from "../../../shared/domain/validate/issue";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { useUnsavedGuard } from "../../app/unsaved/guard";
import { useSend } from "../../bridge/hooks";
import { FieldGrid, FieldSlotBox } from "../../records/field/field-grid";
import { RegistryField } from "../../records/field/registry-field";
import { FirstFocus } from "../../records/field/first-focus";
import { issuesOf } from "../../records/issue-words";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import classes from "./catalog.module.css";

export interface EditedRow {
  readonly entity: "standardSet" | "standardRule";
  readonly id: string;
  readonly fields: RowFields;
  readonly title: string;
  /** Whether a field waits as a proposal; `fields` have it already. */
  readonly isWaiting: (field: string) => boolean;
}

interface Slot {
  readonly field: string;
  readonly span: 6 | 12;
}

const slots: Readonly<Record<EditedRow["entity"], readonly Slot[]>> = {
  standardSet: [
    { field: "name", span: 12 },
    { field: "title", span: 12 },
    { field: "validFrom", span: 6 },
    { field: "validTo", span: 6 },
    { field: "note", span: 12 },
  ],
  standardRule: [
    { field: "postGroups", span: 12 },
    { field: "clause", span: 12 },
    { field: "minimumLevel", span: 6 },
    { field: "anyFlag", span: 12 },
    { field: "allFlags", span: 12 },
    { field: "entry", span: 12 },
    { field: "graceServingOn", span: 6 },
    { field: "graceUntil", span: 6 },
    { field: "graceGroups", span: 12 },
    { field: "note", span: 12 },
  ],
};

export function CatalogRowDialog({
  row,
  onClose,
}: {
  readonly row: EditedRow;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["screen-catalog", "issues", "domain"]);
  const [fields, setFields] = useState<RowFields>(row.fields);
  const [attempted, setAttempted] = useState(false);
  const send = useSend("catalogEdit");
  const cleaned = cleanFields(row.entity, fields);
  const issues = validateCatalogRow(row.entity, row.id, cleaned);

  const dirty = Object.keys(changedFields(row.fields, cleaned)).length > 0;
  useUnsavedGuard({ dirty });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (hasErrors(issues)) return;
    const changed = changedFields(row.fields, cleaned);
    if (Object.keys(changed).length === 0) {
      onClose();
      return;
    }
    try {
      const saved = await send.mutateAsync({
        entity: row.entity,
        id: row.id,
        fields: { ...changed, verified: false },
      });
      toastSaved(t("screen-catalog:saved"), saved, { undo: true });
      onClose();
    } catch (error) {
      toastFailed(error);
    }
  };

  return (
    <Dialog
      dirty={dirty}
      onClose={onClose}
      size="44rem"
      title={t(`screen-catalog:editTitle.${row.entity}`, { name: row.title })}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p className={classes.hint}>{t("screen-catalog:editHint")}</p>
        <FirstFocus>
          <FieldGrid>
            {slots[row.entity].map(({ field, span }) => (
              <FieldSlotBox key={field} span={span}>
                <RegistryField
                  entity={row.entity}
                  field={field}
                  id={`catalog-${field}`}
                  value={fields[field] ?? null}
                  ladder={textOf(fields, "standard")}
                  waiting={row.isWaiting(field) && (fields[field] ?? null) === (row.fields[field] ?? null)}
                  onChange={(value) => setFields((before) => ({ ...before, [field]: value }))}
                  {...(attempted ? issuesOf(t, issues, row.id, field) : {})}
                />
              </FieldSlotBox>
            ))}
          </FieldGrid>
        </FirstFocus>
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("screen-catalog:cancel")}
          </Button>
          <Button type="submit" loading={send.isPending}>
            {t("screen-catalog:save")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function changedFields(before: RowFields, after: RowFields): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => value !== (before[field] ?? null)),
  );
}
