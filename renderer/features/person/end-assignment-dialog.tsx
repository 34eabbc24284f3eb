/**
 * Ends an assignment and stores that at once, as a change of its own: an end is an event with a decision, and the log
 * should read so. Offered are the ends that the kind of its post knows.
 */
import { Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { endingsFor } from "../../../shared/career/acts";
import { postOfRow } from "../../../shared/career/record";
import { careerIssues } from "../../../shared/career/record-checks";
import { entities } from "../../../shared/domain/entities";
import { earliestDay, isoToPacked, latestDay } from "../../../shared/domain/partial-date";
import { maxLengthOf } from "../../../shared/domain/text-fields";
import { cleanValue } from "../../../shared/domain/validate/clean";
import { dateOf } from "../../../shared/domain/validate/fields";
import { endReasons } from "../../../shared/domain/values";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { today } from "../../app/session/today";
import { useUnsavedGuard } from "../../app/unsaved/guard";
import { useCall, useSend } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { Dialog } from "../../components/dialog";
import { useStopped } from "../../components/picker/unsettled";
import { BackToGood } from "../../components/keyboard/back-to-good";
import { dateProblem, PartialDateField } from "../../components/partial-date-field";
import { limitError } from "../../components/text-limit";
import { FieldNote } from "../../records/field/field-note";
import { FirstFocus } from "../../records/field/first-focus";
import type { RecordRow } from "../../records/record-draft";
import { issuesOf, issueText } from "../../records/issue-words";
import { RowSlots } from "../../records/rows/row-slots";

export interface EndAssignmentDialogProps {
  readonly officialId: string;
  readonly row: RecordRow;
  readonly onClose: () => void;
}

/** Of the decision, beside its number. */
const decisionSlots = [
  { field: "endDecisionDate", span: 6 },
  { field: "endSigner", span: 6 },
  { field: "endDecisionText", span: 12 },
  { field: "endScan", span: 12 },
] as const;

export function EndAssignmentDialog({ officialId, row, onClose }: EndAssignmentDialogProps) {
  const { t } = useTranslation(["screen-person", "records", "issues", "domain"]);
  const [to, setTo] = useState("");
  const [endReason, setEndReason] = useState<string | null>(null);
  const [decision, setDecision] = useState("");
  const [beside, setBeside] = useState(row);
  const [attempted, setAttempted] = useState(false);
  const { choices, said } = useEndings(row, to, endReason, beside);
  const send = useSend("officialSave");
  const dateError = endDateError(row, to);

  const number = cleanValue("assignment", "decisionNumber", decision);
  const longest = maxLengthOf(entities.assignment.fields.decisionNumber);
  const tooLong = limitError(t, String(number ?? ""), longest);

  const typed = Object.fromEntries(
    decisionSlots.flatMap(({ field }) =>
      beside.fields[field] === row.fields[field] ? [] : [[field, beside.fields[field] ?? null]],
    ),
  );
  const dirty = to !== "" || endReason !== null || decision !== "" || Object.keys(typed).length > 0;
  useUnsavedGuard({ dirty });

  const form = useRef<HTMLFormElement>(null);
  useStopped(form, () => setAttempted(true));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    const isWrong =
      said("endReason").error !== undefined || decisionSlots.some(({ field }) => said(field).error);
    if (dateError !== null || endReason === null || tooLong !== undefined || isWrong) return;
    const words = number === null ? null : t("screen-person:end.byDecision", { number });
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
            fields: { to, endReason, ...(number === null ? {} : { endDecisionNumber: number }), ...typed },
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
    <Dialog dirty={dirty} onClose={onClose} size="36rem" title={t("screen-person:end.title")}>
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
            options={choices.map((key) => ({ value: key, label: t(`domain:endReason.${key}`) }))}
            onChange={setEndReason}
            {...(attempted && endReason === null
              ? { error: issueText(t, { entity: "assignment", field: "endReason", reason: "required" }) }
              : said("endReason").error === undefined
                ? {}
                : { error: said("endReason").error })}
          />
          {said("endReason").warning === undefined ? null : (
            <FieldNote text={said("endReason").warning ?? ""} />
          )}
          <TextInput
            label={t("screen-person:end.decision")}
            description={t("screen-person:end.decisionHint")}
            value={decision}
            error={tooLong}
            onChange={(event) => setDecision(event.currentTarget.value)}
          />
          <RowSlots
            entity="assignment"
            row={beside}
            slots={decisionSlots}
            on={to === "" ? today() : to}
            saidOf={said}
            onChange={(_field, change) => setBeside(change)}
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

/** Ends that the post knows on the day, and what is said beside the fields of the row as it would be. */
function useEndings(row: RecordRow, to: string, endReason: string | null, beside: RecordRow) {
  const { t } = useTranslation(["issues", "domain"]);
  const { knownOn } = useMoment();
  const { data: posts } = useCall("postsList", { knownOn });
  const postOf = (id: string) => posts?.find((post) => post.id === id);
  const day = isoToPacked(today());
  const post = postOfRow(row.fields, postOf);
  const isDate = to.trim() !== "" && dateProblem(to) === null;
  const on = isDate ? earliestDay(String(cleanValue("assignment", "to", to))) : day;
  const ended = { id: row.id, fields: { ...beside.fields, to: isDate ? to : null, endReason } };
  const found = careerIssues("assignment", ended, {
    person: {},
    rowsOf: (entity) => (entity === "assignment" ? [ended] : []),
    context: { today: day, asOf: day, unitOf: () => undefined, postOf, career: careerIssues },
  });
  const issues = found.map((one) => ({ entity: "assignment" as const, rowId: row.id, ...one }));
  return {
    choices: post === null ? endReasons : endingsFor(post, on),
    said: (field: string) => issuesOf(t, issues, row.id, field),
  };
}

/** Why the end date cannot be taken, as an issue reason; null for a good one. */
function endDateError(row: RecordRow, to: string): "required" | "impossibleDate" | "toBeforeFrom" | null {
  if (to.trim() === "") return "required";
  if (dateProblem(to) !== null) return "impossibleDate";
  const from = dateOf(row.fields, "from");
  return from !== null && latestDay(to) < earliestDay(from) ? "toBeforeFrom" : null;
}
