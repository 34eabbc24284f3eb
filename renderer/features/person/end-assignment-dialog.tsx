/**
 * Ends an assignment and stores that at once, as a change of its own: an end is an event with a decision, and the log
 * should read so.
 */
import { Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { entities } from "../../../shared/domain/entities";
import { earliestDay, latestDay } from "../../../shared/domain/partial-date";
import { maxLengthOf } from "../../../shared/domain/text-fields";
import { cleanValue } from "../../../shared/domain/validate/clean";
import { dateOf, textOf } from "../../../shared/domain/validate/fields";
import { endReasons } from "../../../shared/domain/values";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { useUnsavedGuard } from "../../app/unsaved/guard";
import { useSend } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { Dialog } from "../../components/dialog";
import { useStopped } from "../../components/picker/unsettled";
import { BackToGood } from "../../components/keyboard/back-to-good";
import { dateProblem, PartialDateField } from "../../components/partial-date-field";
import { limitError } from "../../components/text-limit";
import { FirstFocus } from "../../records/field/first-focus";
import type { RecordRow } from "../../records/record-draft";
import { issueText } from "../../records/issue-words";

export interface EndAssignmentDialogProps {
  readonly officialId: string;
  readonly row: RecordRow;
  readonly onClose: () => void;
}

export function EndAssignmentDialog({ officialId, row, onClose }: EndAssignmentDialogProps) {
  const { t } = useTranslation(["screen-person", "records", "issues", "domain"]);
  const [to, setTo] = useState("");
  const [endReason, setEndReason] = useState<string | null>(null);
  const [decision, setDecision] = useState("");
  const [attempted, setAttempted] = useState(false);
  const send = useSend("officialSave");
  const dateError = endDateError(row, to);

  const number = cleanValue("assignment", "decisionNumber", decision);
  const longest = maxLengthOf(entities.assignment.fields.decisionNumber);
  const tooLong = limitError(t, String(number ?? ""), longest);

  const dirty = to !== "" || endReason !== null || decision !== "";
  useUnsavedGuard({ dirty });

  const form = useRef<HTMLFormElement>(null);
  useStopped(form, () => setAttempted(true));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (dateError !== null || endReason === null || tooLong !== undefined) return;
    const words = number === null ? null : t("screen-person:end.byDecision", { number });
    const note = [textOf(row.fields, "note"), words].filter((part) => part !== null).join("\n");
    try {
      const saved = await send.mutateAsync({
        action: "end",
        reason: words,
        officialId,
        official: null,
        rows: [
          {
            entity: "assignment",
            id: row.id,
            isNew: false,
            fields: { to, endReason, ...(words === null ? {} : { note }) },
          },
        ],
        removed: [],
      });
      toastSaved(t("screen-person:end.done"), saved, { undo: true });
      onClose();
    } catch (error) {
      toastFailed(error);
    }
  };

  return (
    <Dialog dirty={dirty} onClose={onClose} size="30rem" title={t("screen-person:end.title")}>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text>
            {t("screen-person:end.body", { post: row.names["post"] ?? "", unit: row.names["unit"] ?? "" })}
          </Text>
          <FirstFocus>
            <BackToGood value={to} isWrong={dateError !== null} stored="" onBack={setTo}>
              <PartialDateField
                id="end-day"
                label={t("screen-person:end.day")}
                required
                value={to}
                onChange={setTo}
                {...(attempted && dateError !== null
                  ? { error: t(`issues:${dateError}`, { what: t("screen-person:end.dayInSentence") }) }
                  : {})}
              />
            </BackToGood>
          </FirstFocus>
          <ChoiceField
            label={t("domain:field.assignment.endReason")}
            required
            value={endReason}
            options={endReasons.map((key) => ({ value: key, label: t(`domain:endReason.${key}`) }))}
            onChange={setEndReason}
            {...(attempted && endReason === null
              ? { error: issueText(t, { entity: "assignment", field: "endReason", reason: "required" }) }
              : {})}
          />
          <TextInput
            label={t("screen-person:end.decision")}
            description={t("screen-person:end.decisionHint")}
            value={decision}
            error={tooLong}
            onChange={(event) => setDecision(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="sm" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t("records:dialog.cancel")}
            </Button>
            <Button type="submit" loading={send.isPending}>
              {t("screen-person:end.confirm")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Why the end date cannot be taken, as an issue reason; null for a good one. */
function endDateError(row: RecordRow, to: string): "required" | "impossibleDate" | "toBeforeFrom" | null {
  if (to.trim() === "") return "required";
  if (dateProblem(to) !== null) return "impossibleDate";
  const from = dateOf(row.fields, "from");
  return from !== null && latestDay(to) < earliestDay(from) ? "toBeforeFrom" : null;
}
