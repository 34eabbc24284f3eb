/** The office's own details: its name and who prepares and signs the reports. */
import { Group } from "@mantine/core";
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldValue } from "../../../shared/domain/entities";
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

const boxId = (field: string) => `office-${field}`;

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
  const [typed, drawTyped] = useState<RowFields>({});
  /** As of now, for what goes on after a wait. */
  const latest = useRef(typed);
  const setTyped = (next: RowFields) => {
    latest.current = next;
    drawTyped(next);
  };
  const [attempted, setAttempted] = useState(false);
  /** What was stored and has not come back yet. */
  const [written, setWritten] = useState<RowFields>({});
  const standing = { ...stored, ...written };
  const fields = { ...standing, ...offered, ...typed };
  const isAs = (row: RowFields, field: string, value: FieldValue) =>
    cleanValue("office", field, value) === cleanValue("office", field, row[field] ?? null);
  const changesOf = (given: RowFields) =>
    Object.fromEntries(
      Object.entries(cleanFields("office", given)).filter(([field, value]) => !isAs(standing, field, value)),
    );
  const edits = changesOf(typed);
  const dirty = Object.keys(edits).length > 0;
  const known = useRef(stored);
  const follow = useEffectEvent(() => {
    const before = { ...known.current, ...written };
    known.current = stored;
    setWritten({});
    const isTyped = ([field, value]: readonly [string, FieldValue]) =>
      isAs(stored, field, value) || !isAs(before, field, value);
    setTyped(Object.fromEntries(Object.entries(latest.current).filter(isTyped)));
  });
  const storedMark = JSON.stringify(stored);
  // What was typed as it is stored follows when that becomes another, as by an undo.
  useEffect(() => {
    if (JSON.stringify(known.current) !== storedMark) follow();
  }, [storedMark]);
  useKeptDraft({
    content: () => draftOfRow("office", { id, isNew: false, began: standing }, fields),
    mark: JSON.stringify(edits),
    isMeant: ({ form, about }) => form === "office" && about === id,
    onTaken: ({ rows }) => setTyped({ ...rows[0]?.fields }),
  });
  const issues = validateCatalogRow("office", id, cleanFields("office", fields));

  /** As of now: two presses come before the first of them is drawn. */
  const isSaving = useRef(false);
  const save = async (): Promise<boolean> => {
    if (isSaving.current) return false;
    setAttempted(true);
    const sent = changesOf({ ...offered, ...typed });
    if (Object.keys(sent).length === 0) return true;
    if (hasErrors(issues)) return false;
    isSaving.current = true;
    try {
      const saved = await send.mutateAsync({ entity: "office", id, fields: sent });
      setWritten(sent);
      // What is typed while it is being stored stays typed, and so does the blank after a word in the box somebody is in.
      const since = changedFrom(typed, latest.current);
      const held = officeFields.find((field) => document.activeElement?.id === boxId(field));
      const kept = held === undefined ? undefined : latest.current[held];
      setTyped(held === undefined || kept === undefined ? since : { ...since, [held]: kept });
      toastSaved(t("screen-catalog:saved"), saved, { undo: true });
      return Object.keys(since).length === 0;
    } catch (error) {
      toastFailed(error);
      return false;
    } finally {
      isSaving.current = false;
    }
  };
  useUnsavedGuard({ dirty, save });
  const saveAndGoOn = async () => {
    if (await save()) onSaved?.();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void saveAndGoOn();
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
                  id={boxId(field)}
                  value={fields[field] ?? null}
                  disabled={readOnly}
                  waiting={waiting.isWaiting(id, field) && !(field in edits)}
                  onChange={(value) => setTyped({ ...latest.current, [field]: value })}
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

/** What of the fields of a form is not what it was. */
function changedFrom(before: RowFields, now: RowFields): RowFields {
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => value !== before[field]));
}
