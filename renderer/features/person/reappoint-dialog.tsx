/**
 * Bổ nhiệm lại: the same post for another term, stored at once as a change of its own. The term on record ends the day
 * before and keeps its decision; the new one has its own.
 */
import { Group, Stack, Text } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { longestTerm, nextTermFrom, reappointment } from "../../../shared/career/reappointment";
import { postOfRow } from "../../../shared/career/record";
import { careerIssues } from "../../../shared/career/record-checks";
import { cleanValue } from "../../../shared/domain/validate/clean";
import { dateOf, textOf } from "../../../shared/domain/validate/fields";
import { isoToPacked, parsePartialDate } from "../../../shared/domain/partial-date";
import { validateOfficial } from "../../../shared/domain/validate/official";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { today } from "../../app/session/today";
import { useUnsavedGuard } from "../../app/unsaved/guard";
import { useSend } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { BackToGood } from "../../components/keyboard/back-to-good";
import { dateProblem, PartialDateField } from "../../components/partial-date-field";
import { useStopped } from "../../components/picker/unsettled";
import { useWords } from "../../components/words";
import { FieldNote } from "../../records/field/field-note";
import { FirstFocus } from "../../records/field/first-focus";
import { issuesOf } from "../../records/issue-words";
import { cleanDraft, type RecordRow } from "../../records/record-draft";
import { RowSlots } from "../../records/rows/row-slots";
import type { RecordState } from "../../records/use-record-draft";

export interface ReappointDialogProps {
  readonly state: RecordState;
  readonly row: RecordRow;
  readonly onClose: () => void;
}

/** Of the new term and its decision. */
const slots = [
  { field: "termUntil", span: 6 },
  { field: "decisionNumber", span: 6 },
  { field: "decisionDate", span: 6 },
  { field: "signer", span: 6 },
  { field: "decisionText", span: 12 },
  { field: "scan", span: 12 },
] as const;

export function ReappointDialog({ state, row, onClose }: ReappointDialogProps) {
  const { t } = useTranslation(["screen-person", "records", "issues"]);
  const words = useWords();
  const known = dateOf(row.fields, "from");
  const begun = nextTermFrom(dateOf(row.fields, "termUntil")) ?? "";
  const [from, setFrom] = useState(begun);
  const [fresh] = useState<RecordRow>(() => {
    return { id: newId(), isNew: true, fields: { termUntil: longest(state, row, begun) }, names: {} };
  });
  const [term, setTerm] = useState(fresh);
  const [attempted, setAttempted] = useState(false);
  const send = useSend("officialSave");

  const day =
    from.trim() === "" || dateProblem(from) !== null ? null : String(cleanValue("assignment", "from", from));
  const next = day === null ? null : reappointment(row.fields, day, term.fields);
  const fromError =
    from.trim() === ""
      ? t("issues:required", { what: t("screen-person:reappoint.fromInSentence") })
      : day === null
        ? t("issues:impossibleDate", { what: t("screen-person:reappoint.fromInSentence") })
        : next === null
          ? t("screen-person:reappoint.notLater", { day: known === null ? "" : words.date(known) })
          : null;
  const issues = useIssues(
    state,
    row,
    next === null ? null : { ...term, fields: next.row },
    next?.ends ?? null,
  );
  const said = (field: string) => issuesOf(t, issues, term.id, field);
  const dirty = from !== begun || term !== fresh;
  useUnsavedGuard({ dirty });

  const changeFrom = (typed: string) => {
    setFrom(typed);
    // A day that follows from the other moves with it; one that somebody typed stays.
    if ((term.fields["termUntil"] ?? null) !== longest(state, row, from)) return;
    setTerm({ ...term, fields: { ...term.fields, termUntil: longest(state, row, typed) } });
  };
  const form = useRef<HTMLFormElement>(null);
  useStopped(form, () => setAttempted(true));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setAttempted(true);
    const isWrong = issues.some(({ severity, rowId }) => severity === "error" && rowId === term.id);
    if (fromError !== null || next === null || isWrong || send.isPending) return;
    const number = textOf(next.row, "decisionNumber");
    try {
      const saved = await send.mutateAsync({
        action: "edit",
        reason: number === null ? null : t("screen-person:reappoint.byDecision", { number }),
        officialId: state.values.officialId,
        official: null,
        rows: [
          { entity: "assignment", id: row.id, isNew: false, fields: next.ends },
          { entity: "assignment", id: term.id, isNew: true, fields: next.row },
        ],
        removed: [],
      });
      toastSaved(t("screen-person:reappoint.done"), saved, { undo: true });
      onClose();
    } catch (error) {
      toastFailed(error);
    }
  };

  const kindSaid = next === null ? {} : said("kind");
  return (
    <Dialog
      dirty={dirty}
      busy={send.isPending}
      onClose={onClose}
      size="36rem"
      title={t("screen-person:reappoint.title")}
    >
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text>
            {t("screen-person:reappoint.body", {
              post: row.names["post"] ?? "",
              unit: row.names["unit"] ?? "",
            })}
          </Text>
          <FirstFocus>
            <BackToGood value={from} isWrong={fromError !== null} stored={begun} onBack={changeFrom}>
              <PartialDateField
                id="reappoint-day"
                label={t("screen-person:reappoint.from")}
                required
                value={from}
                onChange={changeFrom}
                {...(attempted && fromError !== null ? { error: fromError } : {})}
              />
            </BackToGood>
          </FirstFocus>
          {kindSaid.error === undefined && kindSaid.warning === undefined ? null : (
            <FieldNote text={kindSaid.error ?? kindSaid.warning ?? ""} />
          )}
          <RowSlots
            entity="assignment"
            row={term}
            slots={slots}
            on={day ?? today()}
            saidOf={said}
            onChange={(_field, change) => setTerm(change)}
          />
          <Group justify="flex-end" gap="sm" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t("records:dialog.cancel")}
            </Button>
            <Button type="submit" loading={send.isPending}>
              {t("screen-person:reappoint.confirm")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** The last day of a term from a day by the rules, to begin with; null where none is known. */
function longest({ references }: RecordState, row: RecordRow, from: string): string | null {
  const post = postOfRow(row.fields, references.postOf);
  const day =
    dateProblem(from) === null ? parsePartialDate(String(cleanValue("assignment", "from", from))) : null;
  return post === null || day === null ? null : longestTerm(post.category, day);
}

/** What is said of the record if the person were reappointed so. */
function useIssues(
  state: RecordState,
  row: RecordRow,
  term: RecordRow | null,
  ends: RecordRow["fields"] | null,
) {
  if (term === null || ends === null) return [];
  const rows = state.values.rows.assignment.map((one) =>
    one.id === row.id ? { ...one, fields: { ...one.fields, ...ends } } : one,
  );
  const draft = { ...state.values, rows: { ...state.values.rows, assignment: [term, ...rows] } };
  const day = isoToPacked(today());
  return validateOfficial(cleanDraft(draft), {
    today: day,
    asOf: day,
    unitOf: state.references.unitOf,
    postOf: state.references.postOf,
    career: careerIssues,
  });
}
