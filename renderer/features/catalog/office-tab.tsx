/** The office's own details: its name and who prepares and signs the reports. */
import { Group } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { validateCatalogRow } from "../../../shared/domain/validate/catalog";
import { cleanFields, cleanValue } from "../../../shared/domain/validate/clean";
import type { RowFields } from "../../../shared/domain/validate/fields";
import { hasErrors } from "../../../shared/domain/validate/issue";
import { useCommand } from "../../app/commands/commands";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { useReadOnly, useSession } from "../../app/session/session";
import { useKeptDraft } from "../../app/unsaved/kept-draft";
import { useUnsavedGuard } from "../../app/unsaved/guard";
import { useCall, useSend } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { ErrorNotice } from "../../components/error-notice";
import { FormSection } from "../../components/form-section";
import { FieldGrid, FieldSlotBox } from "../../records/field/field-grid";
import { RegistryField } from "../../records/field/registry-field";
import { draftOfRow } from "../../records/form-draft";
import { issuesOf } from "../../records/issue-words";
import { useWaiting } from "../../records/use-waiting";
import type { Waiting } from "../../records/waiting";
import classes from "./catalog.module.css";

const officeFields = ["name", "preparedBy", "signerTitle", "signerName"] as const;

interface OfficeTabProps {
  /** Where the keyboard goes on once the details are stored; left out: it stays. */
  readonly onSaved?: () => void;
  /** Who is at work: written as who prepares reports where nobody is, once the details are stored. */
  readonly preparer?: string | null;
}

export function OfficeTab({ onSaved, preparer = null }: OfficeTabProps) {
  const { knownOn } = useMoment();
  const { data, error, refetch } = useCall("officeGet", { knownOn });
  const waiting = useWaiting(data === undefined ? [] : [data.id]);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return data === undefined ? null : (
    <OfficeForm
      key={data.id}
      id={data.id}
      stored={waiting.over(data.id, data.fields)}
      waiting={waiting}
      onSaved={onSaved}
      offered={
        preparer === null || preparer === "" || data.fields["preparedBy"] != null
          ? {}
          : { preparedBy: preparer }
      }
    />
  );
}

function OfficeForm({
  id,
  stored,
  waiting,
  onSaved,
  offered,
}: {
  readonly id: string;
  readonly stored: RowFields;
  readonly waiting: Waiting;
  readonly onSaved: (() => void) | undefined;
  /** Shown in fields that nothing was typed into, and stored with the others; by itself nothing to be kept. */
  readonly offered: RowFields;
}) {
  const { t } = useTranslation(["screen-catalog", "issues", "domain"]);
  const session = useSession();
  const readOnly = useReadOnly();
  const send = useSend("catalogEdit");
  const [typed, setTyped] = useState<RowFields>({});
  const [attempted, setAttempted] = useState(false);
  const fields = { ...stored, ...offered, ...typed };
  const changesOf = (given: RowFields) =>
    Object.fromEntries(
      Object.entries(cleanFields("office", given)).filter(
        ([field, value]) => value !== cleanValue("office", field, stored[field] ?? null),
      ),
    );
  const edits = changesOf(typed);
  const dirty = Object.keys(edits).length > 0;
  useKeptDraft({
    content: () => draftOfRow("office", { id, isNew: false, began: stored }, fields),
    mark: JSON.stringify(edits),
    isMeant: ({ form, about }) => form === "office" && about === id,
    onTaken: ({ rows }) => setTyped({ ...rows[0]?.fields }),
  });
  const issues = validateCatalogRow("office", id, cleanFields("office", fields));

  const save = async (): Promise<boolean> => {
    setAttempted(true);
    const written = changesOf({ ...offered, ...typed });
    if (Object.keys(written).length === 0) return true;
    if (hasErrors(issues)) return false;
    try {
      const saved = await send.mutateAsync({ entity: "office", id, fields: written });
      setTyped({});
      toastSaved(t("screen-catalog:saved"), saved, { undo: true });
      return true;
    } catch (error) {
      toastFailed(error);
      return false;
    }
  };
  useUnsavedGuard({ dirty, save });
  const saveAndGoOn = async () => {
    if (await save()) onSaved?.();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!send.isPending) void saveAndGoOn();
  };
  useCommand("save", () => void saveAndGoOn(), !readOnly);

  const saidOf = (field: string) => (attempted || dirty ? issuesOf(t, issues, id, field) : {});
  return (
    <div className={classes.scroll}>
      <FormSection
        title={t("screen-catalog:office.title")}
        description={t("screen-catalog:office.unit", { unit: session.unitName, code: session.unitCode })}
      >
        <form noValidate onSubmit={submit}>
          <FieldGrid>
            {officeFields.map((field) => (
              <FieldSlotBox key={field} span={6}>
                <RegistryField
                  entity="office"
                  field={field}
                  id={`office-${field}`}
                  value={fields[field] ?? null}
                  disabled={readOnly}
                  waiting={waiting.isWaiting(id, field) && !(field in edits)}
                  onChange={(value) => setTyped((before) => ({ ...before, [field]: value }))}
                  {...saidOf(field)}
                />
              </FieldSlotBox>
            ))}
          </FieldGrid>
          <Group justify="flex-end" mt="md" gap="sm">
            <Button variant="default" disabled={!dirty} onClick={() => setTyped({})}>
              {t("screen-catalog:discard")}
            </Button>
            <Button
              type="submit"
              // Where the keyboard goes on afterwards, Enter does so too though nothing was changed.
              disabled={(!dirty && onSaved === undefined) || readOnly}
              loading={send.isPending}
            >
              {t("screen-catalog:save")}
            </Button>
          </Group>
        </form>
      </FormSection>
    </div>
  );
}
