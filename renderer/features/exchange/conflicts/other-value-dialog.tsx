/** Settles a conflict by a value that none of the offices has, in the input that the field has everywhere else. */
import { Group, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Written } from "../../../../shared/contract/schemas/proposed";
import type { ConflictData } from "../../../../shared/contract/schemas/conflicts";
import { fieldDefinition, type FieldValue, isOwned } from "../../../../shared/domain/entities";
import { cleanValue } from "../../../../shared/domain/validate/clean";
import { textOf } from "../../../../shared/domain/validate/fields";
import { textLimits } from "../../../../shared/contract/limits";
import { cleanText } from "../../../../shared/text/clean";
import { limitError } from "../../../components/text-limit";
import { useMoment } from "../../../bridge/moment";
import { errorDataOf } from "../../../bridge/bridge";
import { useCall, useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { dateProblem } from "../../../components/date-text";
import { Dialog } from "../../../components/dialog";
import { ErrorNotice } from "../../../components/error-notice";
import { FirstFocus } from "../../../records/field/first-focus";
import { RegistryField } from "../../../records/field/registry-field";
import { issueText } from "../../../records/issue-words";

export interface OtherValueDialogProps {
  readonly conflict: ConflictData;
  /** Name of the field, in words. */
  readonly field: string;
  readonly onClose: () => void;
  readonly onSettled: (done: Written) => void;
}

/** What the row names as the ladder of a level, which decides what can be chosen; null for any other field. */
function useLadder(conflict: ConflictData): string | null {
  const { moment } = useMoment();
  const { entity } = conflict;
  const ladder = fieldDefinition(entity, conflict.field)?.ladder;
  const needed = ladder !== undefined && conflict.officialId !== null;
  const record = useCall("officialGet", { id: conflict.officialId ?? "", moment }, { enabled: needed });
  if (ladder === undefined || !isOwned(entity)) return null;
  const row = record.data?.rows[entity].find(({ id }) => id === conflict.rowId);
  return row === undefined ? null : textOf(row.fields, ladder);
}

export function OtherValueDialog({ conflict, field, onClose, onSettled }: OtherValueDialogProps) {
  const { t } = useTranslation(["screen-conflicts", "screen-app", "issues"]);
  const settle = useSend("conflictSettle");
  const ladder = useLadder(conflict);
  const shown = conflict.values.find((value) => value.shown) ?? conflict.values[0];
  const [value, setValue] = useState<FieldValue>(shown?.value ?? null);
  const [reason, setReason] = useState("");
  const [attempted, setAttempted] = useState(false);
  const { entity } = conflict;
  const definition = fieldDefinition(entity, conflict.field);
  const cleaned = cleanValue(entity, conflict.field, value);

  const isDate = definition?.type === "partialDate" || definition?.type === "day";
  const wrongDate =
    isDate && typeof cleaned === "string" ? dateProblem(cleaned, definition.type === "day") : null;
  const missing = definition?.required === true && cleaned === null;
  const refused = settle.error === null ? undefined : errorDataOf(settle.error).issues?.[0];
  const error = (() => {
    if (!attempted) return undefined;
    if (missing) return t("screen-conflicts:conflicts.otherMissing");
    if (wrongDate !== null) return t(`screen-app:date.${wrongDate}`);
    return refused === undefined ? undefined : issueText(t, refused);
  })();

  const text = cleanText(reason);
  const dirty = text !== "" || value !== (shown?.value ?? null);
  const tooLong = limitError(t, text, textLimits.reason);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (missing || wrongDate !== null || tooLong !== undefined) return;
    const written = await settle
      .mutateAsync({ id: conflict.id, keep: null, value: cleaned, reason: text === "" ? null : text })
      // The refusal is shown in the dialog.
      .catch(() => null);
    if (written === null) return;
    onClose();
    onSettled(written);
  };
  return (
    <Dialog dirty={dirty} onClose={onClose} size="lg" title={t("screen-conflicts:conflicts.otherTitle")}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Text>{t("screen-conflicts:conflicts.otherHint", { name: conflict.label, field })}</Text>
          <FirstFocus>
            <RegistryField
              entity={entity}
              field={conflict.field}
              id="conflict-value"
              value={value}
              ladder={ladder}
              error={error}
              onChange={(next) => {
                setValue(next);
                settle.reset();
              }}
            />
          </FirstFocus>
          <Textarea
            label={t("screen-conflicts:conflicts.otherReason")}
            placeholder={t("screen-conflicts:conflicts.otherReasonHint")}
            rows={2}
            value={reason}
            error={tooLong}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {settle.error === null || refused !== undefined ? null : <ErrorNotice error={settle.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("screen-app:confirm.cancel")}
            </Button>
            <Button type="submit" loading={settle.isPending}>
              {t("screen-conflicts:conflicts.otherSave")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
